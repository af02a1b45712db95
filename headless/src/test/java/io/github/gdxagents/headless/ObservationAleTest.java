package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.headless.ale.RequiresRom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent sees, from the command line to the checkpoint and back, on the real emulator. */
@RequiresRom
class ObservationAleTest {

    @TempDir
    Path folder;

    private Path run;

    @BeforeEach
    void nameRun() {
        run = folder.resolve("a run");
    }

    @Test
    void observationIsTheRunsAndTheCheckpoints() {
        List<String> printed = train("pool4:0,1+action");
        assertTrue(printed.get(1).contains(" · network 802-16-1, "), printed.get(1));
        assertEquals("observation pool4:0,1+action", printed.get(2));
        assertEquals("pool4:0,1+action", checkpoint().gameSettings().get("observation"));
        assertTrue(
                CommandRun.of("inspect", run.toString()).lines().get(1).contains(", observation pool4:0,1+action, "));
        CommandRun.of(SmallRun.resume(run, "--max-episodes", "4")).lines();
        for (String env : List.of("ale", "pong")) {
            List<String> lines = evaluate(env).lines();
            assertTrue(lines.get(0).endsWith("Pong · skip 10 · sticky 0.25 · no-ops 0 · sampled"), lines.get(0));
        }
        assertEquals(
                "Error: " + run.resolve("checkpoints/best.agent")
                        + " chooses between 2 actions from 802 inputs, but the game has 3 and 803",
                CommandRun.of("evaluate", run.toString(), "--actions", "3").refusalOfInput());
    }

    @Test
    void scoresFromMemorySaySo() {
        assertEquals(
                "ALE Pong · skip 10 · sticky 0.25 · no-ops 0 · sampled · from RAM",
                train("ram").get(0));
        assertEquals(128, checkpoint().spec().inputs());
        assertEquals(
                "ALE Pong · skip 10 · sticky 0.25 · no-ops 0 · sampled · from RAM",
                evaluate("ale").lines().get(0));
        assertEquals(
                "Error: observation ram needs the emulator's memory: only --env ale has it",
                evaluate("pong").refusalOfInput());
    }

    /** A run of before there was a choice: neither its configuration nor its checkpoints name an observation. */
    @Test
    void runWithoutObservationGoesOnWithTheDifference() throws IOException {
        train("difference");
        Path config = run.resolve("config.json");
        String text = Files.readString(config);
        String line = "  \"observation\" : \"difference\",\n";
        assertTrue(text.contains(line), text);
        // As it was before there was a choice.
        Files.writeString(config, text.replace(line, "").replace("  \"format\" : 2,\n", ""));
        for (String name : SmallRun.checkpoints(run)) {
            Path file = run.resolve("checkpoints").resolve(name);
            Checkpoint now = CheckpointFiles.read(file);
            Map<String, String> settings = new TreeMap<>(now.gameSettings());
            settings.remove("observation");
            CheckpointFiles.write(
                    new Checkpoint(
                            now.game(),
                            settings,
                            now.learner(),
                            now.seed(),
                            now.spec(),
                            now.state(),
                            now.best(),
                            now.evaluatedAt()),
                    file);
        }
        evaluate("ale").lines();
        CommandRun.of(SmallRun.resume(run, "--max-episodes", "4")).lines();
        assertEquals("difference", checkpoint().gameSettings().get("observation"));
        assertTrue(Files.readString(config).contains(line));
    }

    private List<String> train(String observation) {
        return CommandRun.of(SmallRun.train(run, "--max-episodes", "2", "--observation", observation))
                .lines();
    }

    private CommandRun evaluate(String env) {
        return CommandRun.of("evaluate", run.toString(), "--env", env, "--episodes", "1");
    }

    private Checkpoint checkpoint() {
        return CheckpointFiles.read(run.resolve("checkpoints").resolve(newest()));
    }

    private String newest() {
        return Files.exists(run.resolve("checkpoints/000002.agent")) ? "000002.agent" : "000001.agent";
    }
}
