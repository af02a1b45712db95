package io.github.gdxagents.headless;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few of the kills of {@link KillCheck}. */
class KillTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"fast, 40000", "strong, 40000", "karpathy, 6000", "keras, 3000", "vpg, 12000"})
    void killedRunsComeToTheSame(String preset, int decisions) throws Exception {
        new KillCheck(folder, preset, decisions, 1).run(1);
    }
}
