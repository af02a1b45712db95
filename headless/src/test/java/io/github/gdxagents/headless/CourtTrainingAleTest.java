package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.headless.ale.RequiresRom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in court in the place of the emulator: nothing that is learned or scored tells which of the two it was. */
@RequiresRom
class CourtTrainingAleTest {

    @TempDir
    private Path folder;

    @Test
    void trainingGivesTheSameWeightsBitForBit() {
        train("ale");
        train("pong");
        List<float[]> onEmulator = weights("ale");
        List<float[]> onCourt = weights("pong");
        assertEquals(onEmulator.size(), onCourt.size());
        for (int k = 0; k < onCourt.size(); k++) {
            assertArrayEquals(onEmulator.get(k), onCourt.get(k));
        }
    }

    @Test
    void checkpointScoresTheSameOnBothPointByPoint() {
        train("pong");
        List<String> onEmulator = evaluate("ale");
        List<String> onCourt = evaluate("pong");
        assertTrue(onEmulator.get(0).startsWith("ALE Pong · "), onEmulator.get(0));
        assertTrue(onCourt.get(0).startsWith("Built-in Atari Pong · "), onCourt.get(0));
        assertEquals(withoutSeconds(onEmulator.get(1)), withoutSeconds(onCourt.get(1)));
    }

    @Test
    void theEmulatorHasTheLastWord() throws IOException {
        List<String> printed =
                CommandRun.of(arguments("pong", "--final-episodes", "2")).lines();
        assertEquals(
                "the best policy on ALE Pong · skip 10 · sticky 0.25 · no-ops 0 · sampled",
                printed.get(printed.size() - 2));
        assertTrue(printed.get(printed.size() - 1).startsWith("episodes 2 · seed 1 · mean "), printed.toString());
        List<String> log = Files.readAllLines(folder.resolve("pong").resolve("output.log"));
        assertEquals(printed.get(printed.size() - 1), log.get(log.size() - 1));
    }

    private List<String> evaluate(String env) {
        String checkpoint = folder.resolve("pong").toString();
        return CommandRun.of("evaluate", checkpoint, "--env", env, "--episodes", "4", "--seed", "9")
                .lines();
    }

    private void train(String env) {
        CommandRun.of(arguments(env, "--final-episodes", "0")).lines();
    }

    private String[] arguments(String env, String option, String value) {
        return new String[] {
            "train",
            "--env",
            env,
            "--preset",
            "karpathy",
            "--run",
            folder.resolve(env).toString(),
            "--max-episodes",
            "4",
            "--batch-episodes",
            "2",
            "--frame-skip",
            "10",
            "--hidden",
            "16",
            "--seed",
            "5",
            option,
            value
        };
    }

    private List<float[]> weights(String env) {
        return CheckpointFiles.read(folder.resolve(env).resolve("checkpoints").resolve("000002.agent"))
                .state()
                .parameters();
    }

    private static String withoutSeconds(String line) {
        return line.replaceAll(" in [0-9.]+ s$", "");
    }
}
