package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.policy.PolicyFiles;
import io.github.gdxagents.agent.policy.WeightPrecision;
import io.github.gdxagents.headless.run.SmallCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    private Path folder;

    private Checkpoint checkpoint;
    private Path best;
    private Path policy;

    @BeforeEach
    void aRunWithABestCheckpoint() throws IOException {
        checkpoint = SmallCheckpoint.after(3);
        best = folder.resolve("run/checkpoints/best.agent");
        Files.createDirectories(best.getParent());
        CheckpointFiles.write(checkpoint, best);
        policy = folder.resolve("small.policy");
    }

    private CommandRun export(Path from, String... more) {
        String[] arguments = {"export", from.toString(), "--out", policy.toString()};
        String[] all = new String[arguments.length + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return CommandRun.of(all);
    }

    @Test
    void theBestCheckpointOfARunBecomesAPolicy() throws IOException {
        List<String> said = export(folder.resolve("run")).lines();
        Policy written = PolicyFiles.read(policy);
        assertEquals(checkpoint.gameSettings(), written.settings());
        assertEquals(
                checkpoint.network().parameters().get(0)[17],
                written.network().parameters().get(0)[17]);
        assertEquals(WeightPrecision.FULL, PolicyFiles.precision(policy));
        String words =
                ": a policy of format 1, weights as float32, " + String.format("%,d", Files.size(policy)) + " bytes";
        assertEquals(policy + words, said.get(0));
        assertEquals(said, CommandRun.of("inspect", policy.toString()).lines());
    }

    @Test
    void halfAndWithoutCriticAreAskedFor() throws IOException {
        export(best).lines();
        long full = Files.size(policy);
        export(best, "--half", "--without-critic").lines();
        assertTrue(Files.size(policy) < 0.51 * full, Files.size(policy) + " of " + full);
        JsonNode json = new ObjectMapper()
                .readTree(CommandRun.of("inspect", policy.toString(), "--json").lastLine());
        assertEquals("float16", json.get("weights").asText());
        assertEquals("none", json.get("critic").asText());
        assertEquals(Files.size(policy), json.get("bytes").asLong());
    }

    @Test
    void aPolicySaysOfItsNetworkWhatItsCheckpointSays() throws IOException {
        export(best).lines();
        JsonNode expected = json(best);
        JsonNode found = json(policy);
        for (String name : List.of("inputs", "actions", "observation", "branches", "ranges", "parameters")) {
            assertTrue(expected.has(name), name);
            assertEquals(expected.get(name), found.get(name), name);
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper()
                .readTree(CommandRun.of("inspect", file.toString(), "--json").lastLine());
    }

    @Test
    void aPolicyPlaysWhereItsCheckpointDoes() {
        export(best).lines();
        String[] game = {"--env", "pong", "--episodes", "2", "--seed", "4"};
        assertEquals(score(evaluate(best, game)), score(evaluate(policy, game)));
    }

    private static String evaluate(Path file, String... game) {
        return CommandRun.of("evaluate", file.toString(), game[0], game[1], game[2], game[3], game[4], game[5])
                .lastLine();
    }

    /** Without how long it took. */
    private static String score(String line) {
        return line.substring(0, line.lastIndexOf(" in "));
    }

    @Test
    void trainingDoesNotGoOnFromAPolicy() {
        export(best).lines();
        String sentence = CommandRun.of(
                        "train",
                        "--from",
                        policy.toString(),
                        "--run",
                        folder.resolve("next").toString())
                .refusalOfInput();
        assertEquals(
                "Error: " + policy + " is a policy that can only play, expected a checkpoint or a run's folder",
                sentence);
    }

    @Test
    void whatCannotBeExportedIsRefused() throws IOException {
        Path nowhere = folder.resolve("nowhere.agent");
        assertEquals(
                "Error: " + nowhere + " does not exist, expected a checkpoint or a policy file",
                export(nowhere).refusalOfInput());
        Path empty = Files.createFile(folder.resolve("empty.policy"));
        for (CommandRun run : List.of(export(empty), CommandRun.of("inspect", empty.toString()))) {
            assertEquals(
                    "Error: " + empty + " is cut short or not a policy: found 0 bytes, expected at least 24",
                    run.refusalOfInput());
        }
        policy = folder.resolve("nodir/x.policy");
        assertEquals(
                "Error: " + policy + " cannot be written: its folder does not exist",
                export(best).refusalOfInput());
        policy = folder.resolve("small.agent");
        assertTrue(export(best).refusalOfInput().startsWith("Error: --out must end with .policy"));
        assertFalse(Files.exists(policy));
    }
}
