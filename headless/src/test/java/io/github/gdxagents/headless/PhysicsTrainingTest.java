package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on the physics court, from nothing and from a policy that learned on Atari's court. */
class PhysicsTrainingTest {

    @TempDir
    Path folder;

    private Path atari;

    /** A policy that has learned next to nothing, in next to no time. */
    @BeforeEach
    void trainOnAtari() {
        atari = folder.resolve("atari");
        train(
                atari,
                "--env pong --preset fast --games 2 --rollout 64 --mini-batch 64 --hidden 8 --frame-skip 10"
                        + " --evaluate-every 0 --max-decisions 300 --final-episodes 0");
    }

    private static List<String> train(Path run, String options) {
        return run(run, options).lines();
    }

    private static CommandRun run(Path run, String options) {
        List<String> arguments = new ArrayList<>(List.of("train", "--run", run.toString(), "--seed", "4"));
        arguments.addAll(List.of(options.split(" ", -1)));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private List<String> adapt(Path run, String options) {
        return train(run, "--env physics --from " + atari + " " + options);
    }

    private static byte[] newest(Path run) throws IOException {
        return Files.readAllBytes(
                CheckpointFiles.newest(run.resolve("checkpoints")).orElseThrow());
    }

    @Test
    void aRunBeginsWithThePolicysWeightsAndTellsWhatItIsWorthOnBothCourts() throws IOException {
        Path run = folder.resolve("run");
        List<String> printed = adapt(run, "--max-decisions 300 --transfer-episodes 1 --learning-rate 1e-3");
        assertEquals("Physics Pong (tracker, mixed) · skip 10 · sticky 0 · no-ops ≤ 30 · sampled", printed.get(0));
        assertTrue(printed.contains("begun with the policy "
                + atari.resolve("checkpoints").resolve("best.agent").toAbsolutePath()));
        int table = printed.indexOf("points won of 100 played, 1 held-out episodes each, seed 1, sampled");
        assertTrue(
                printed.get(table + 2).matches("pong +\\S+ \\(\\d+ of \\d+\\) +\\S+ \\(\\d+ of \\d+\\)"), printed + "");
        assertTrue(
                printed.get(table + 3).matches("physics +\\S+ \\(\\d+ of \\d+\\) +\\S+ \\(\\d+ of \\d+\\)"),
                printed + "");
        List<String> csv = Files.readAllLines(run.resolve("transfer.csv"));
        assertEquals("court,policy,episodes,points_won,points_lost,won_of_100", csv.get(0));
        assertEquals(5, csv.size());
        assertTrue(csv.get(4).startsWith("physics,after,1,"), csv.get(4));
        // Whoever loses an episode has lost 21 points.
        assertTrue(csv.stream().skip(1).allMatch(row -> row.contains(",21,")), csv.toString());

        String config = Files.readString(run.resolve("config.json"));
        assertTrue(config.contains("\"from\" : \"" + atari.toAbsolutePath()), config);
        assertTrue(config.contains("\"hidden\" : \"8\""), config);
        assertTrue(config.contains("\"learning-rate\" : \"0.001\""), config);
        assertArrayEquals(
                CheckpointFiles.read(atari.resolve("checkpoints").resolve("best.agent"))
                        .state()
                        .parameters()
                        .get(0),
                CheckpointFiles.read(run.resolve("checkpoints").resolve("start.agent"))
                        .state()
                        .parameters()
                        .get(0));
    }

    @Test
    void sameSeedGivesTheSameBytesAlsoInPiecesAndWithoutTheFileItBeganWith() throws IOException {
        Path whole = folder.resolve("whole");
        Path pieces = folder.resolve("pieces");
        adapt(whole, "--max-decisions 600 --transfer-episodes 0 --threads 1");
        adapt(pieces, "--max-decisions 200 --transfer-episodes 0 --threads 2");
        Files.move(atari, folder.resolve("moved"));
        CommandRun.of("train", "--resume", pieces.toString(), "--max-decisions", "600", "--transfer-episodes", "1")
                .lines();
        assertArrayEquals(newest(whole), newest(pieces));
        assertTrue(Files.exists(pieces.resolve("transfer.csv")));
        assertFalse(Files.exists(whole.resolve("transfer.csv")));
        CommandRun.of("train", "--resume", pieces.toString(), "--max-decisions", "800", "--transfer-episodes", "0")
                .lines();
        assertFalse(Files.exists(pieces.resolve("transfer.csv")), "it tells of the policy before");
    }

    @Test
    void aPolicyOfThePhysicsCourtCanBeLookedAtAndEvaluatedOnBoth() {
        Path run = folder.resolve("run");
        adapt(run, "--max-decisions 200 --transfer-episodes 0");
        assertTrue(CommandRun.of("inspect", run.toString()).out().contains("physics, actions 2"));
        List<String> there =
                CommandRun.of("evaluate", run.toString(), "--episodes", "2").lines();
        assertTrue(there.get(0).startsWith("Physics Pong (tracker, mixed) · skip 10"), there.get(0));
        List<String> here = CommandRun.of("evaluate", run.toString(), "--episodes", "2", "--env", "pong")
                .lines();
        assertTrue(here.get(0).startsWith("Built-in Atari Pong · skip 10"), here.get(0));
    }

    @Test
    void speedOfThePhysicsCourtCanBeMeasured() {
        List<String> printed = CommandRun.of("bench", "--env", "physics", "--seconds", "1", "--threads", "1")
                .lines();
        assertTrue(printed.get(0).startsWith("Physics Pong (tracker, mixed) · "), printed.get(0));
    }

    @Test
    void aPolicyThatDoesNotFitIsRefusedBeforeTheRunBegins() {
        assertRefused("--hidden 16", "has another network than the run: expected ");
        assertRefused("--event-weight 0", "has another network than the run: expected ");
        assertRefused("--actions 3", "chooses between 2 actions");
        assertRefused("--preset strong", "--preset cannot be given with --from");
        assertRefused("--observation ram", "chooses between");
        assertRefused("--transfer-episodes -1", "transfer-episodes must be from 0 to 1000000, but was -1");
    }

    private void assertRefused(String options, String words) {
        Path run = folder.resolve("refused");
        String sentence =
                run(run, "--env physics --from " + atari + " " + options).refusalOfInput();
        assertTrue(sentence.contains(words), sentence);
        assertFalse(Files.exists(run));
    }

    @Test
    void noPolicyIsOneSentence() {
        String sentence = run(folder.resolve("run"), "--env physics --from " + folder.resolve("none"))
                .refusalOfInput();
        assertTrue(sentence.contains("none"), sentence);
    }
}
