package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.gdxagents.headless.ale.RequiresRom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed, or stopped, and then goes on ends with the same bytes as one that nobody disturbed. */
@RequiresRom
class ResumeAleTest {

    private static final String[] FOUR_UPDATES = {
        "--max-episodes", "8", "--evaluate-every", "600", "--evaluate-episodes", "1"
    };
    private static final String GO_ON = "go on with: java -jar gdx-agents-headless.jar train --resume ";

    @TempDir
    static Path home;

    private static Path undisturbed;

    @TempDir
    Path folder;

    @BeforeAll
    static void trainUndisturbed() {
        undisturbed = home.resolve("undisturbed");
        CommandRun.of(SmallRun.train(undisturbed, FOUR_UPDATES)).lines();
    }

    /** Killed before its first update, and at two more moments that another machine may put before or behind a checkpoint. */
    @Test
    void killedRunGoesOnAsIfNothingHadHappened() throws Exception {
        Path run = folder.resolve("run");
        try (SpawnedProgram life = SpawnedProgram.start(folder, SmallRun.train(run, FOUR_UPDATES))) {
            life.await(() -> Files.exists(run.resolve("config.json")));
            life.kill();
        }
        assertEquals(0, SmallRun.rows(run));
        try (SpawnedProgram life = SpawnedProgram.start(folder, SmallRun.resume(run))) {
            life.await(() -> SmallRun.rows(run) >= 1);
            life.kill();
        }
        try (SpawnedProgram life = SpawnedProgram.start(folder, SmallRun.resume(run))) {
            life.await(() -> SmallRun.rows(run) >= 3);
            life.kill();
        }
        CommandRun.of(SmallRun.resume(run)).lines();
        assertSameAsUndisturbed(run);
    }

    /** Also: a run that is not told its folder makes one with a name that says what it is. */
    @Test
    void stoppedRunSavesSaysHowToGoOnAndGoesOn() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "only a kill there");
        Path runs = folder.resolve("runs");
        String printed;
        try (SpawnedProgram life = SpawnedProgram.start(folder, SmallRun.train(2, FOUR_UPDATES))) {
            life.await(() -> Files.isDirectory(runs) && SmallRun.rows(only(runs)) >= 1);
            assertEquals(128 + 15, life.terminate());
            printed = life.output();
        }
        List<String> lines = printed.lines().toList();
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("stopped after ")), printed);
        String last = lines.get(lines.size() - 1);
        assertTrue(last.startsWith(GO_ON), printed);
        Path run = folder.resolve(last.substring(GO_ON.length()));
        assertEquals(only(runs), run);
        assertTrue(run.getFileName().toString().matches("\\d{4}-\\d{2}-\\d{2}-ale-karpathy-s3"), run.toString());

        CommandRun.of(SmallRun.resume(run)).lines();
        assertSameAsUndisturbed(run);
    }

    private static Path only(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElse(folder);
        } catch (IOException e) {
            return folder;
        }
    }

    private static void assertSameAsUndisturbed(Path run) throws IOException {
        for (String name : List.of("000004.agent", "best.agent")) {
            assertArrayEquals(SmallRun.checkpoint(undisturbed, name), SmallRun.checkpoint(run, name), name);
        }
        assertEquals(SmallRun.curve(undisturbed), SmallRun.curve(run));
        assertEquals(SmallRun.evaluations(undisturbed), SmallRun.evaluations(run));
        assertTrue(
                SmallRun.evaluations(run).size() > 2, SmallRun.evaluations(run).toString());
        double before = 0;
        for (String row : Files.readAllLines(run.resolve("metrics.csv")).subList(1, 5)) {
            double seconds = Double.parseDouble(row.split(",", -1)[3]);
            assertTrue(seconds > before, row);
            before = seconds;
        }
    }
}
