package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.headless.ale.RequiresRom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code train} on the real emulator. */
@RequiresRom
class TrainCommandAleTest {

    @TempDir
    Path folder;

    private Path run;

    @BeforeEach
    void nameRun() {
        run = folder.resolve("a run");
    }

    @Test
    void runFolderHoldsEverythingAboutTheRun() throws IOException {
        List<String> printed = CommandRun.of(SmallRun.train(
                        1, "--run", run.toString(), "--max-episodes", "5", "--envs", "2", "--threads", "2"))
                .lines();

        JsonNode config = new ObjectMapper().readTree(run.resolve("config.json").toFile());
        assertEquals("ale", config.get("env").asText());
        assertEquals("karpathy", config.get("preset").asText());
        assertEquals(3, config.get("seed").asLong());
        assertEquals("10", config.get("protocol").get("frame-skip").asText());
        assertEquals("difference", config.get("observation").asText());
        assertEquals("16", config.get("learner").get("hidden").asText());
        assertEquals(5, config.get("max-episodes").asLong());

        assertEquals(
                List.of(
                        "java -jar gdx-agents-headless.jar train --env ale --preset karpathy --batch-episodes 1 --frame-skip 10 --hidden 16 --seed 3"
                                + " --run '" + run + "' --max-episodes 5 --envs 2 --threads 2"),
                Files.readAllLines(run.resolve("command.txt")));
        assertEquals(1, Files.readAllLines(run.resolve("version.txt")).size());

        assertEquals("ALE Pong · skip 10 · sticky 0.25 · no-ops 0 · sampled", printed.get(0));
        assertTrue(printed.get(1).startsWith("preset karpathy · seed 3 · network 6400-16-1, 102,416 parameters"));
        assertEquals("observation difference", printed.get(2));
        assertEquals("run folder " + run, printed.get(3));
        assertTrue(
                printed.get(printed.size() - 4).startsWith("done after 5 episodes, 5 updates, "), printed.toString());
        assertEquals(printed.subList(0, printed.size() - 2), Files.readAllLines(run.resolve("output.log")));

        // Over in less than the five seconds of training after which a run saves for the first time.
        assertEquals(List.of("000000.agent", "000005.agent", "best.agent"), SmallRun.checkpoints(run));
        assertEquals(
                List.of("decisions,updates,seconds,episodes,mean,standard_error,best"),
                Files.readAllLines(run.resolve("evaluations.csv")));
        assertCurveIsWhole(Files.readAllLines(run.resolve("metrics.csv")));
    }

    private void assertCurveIsWhole(List<String> rows) throws IOException {
        assertEquals(
                "update,decisions,episodes,seconds,mean_score_100,mean_score_20,loss,value_loss,entropy,gradient_norm,kl,"
                        + "clipped,accuracy,rate_factor",
                rows.get(0));
        assertEquals(6, rows.size());
        for (int update = 1; update <= 5; update++) {
            String[] cells = rows.get(update).split(",", -1);
            assertEquals(14, cells.length);
            assertEquals(update, Integer.parseInt(cells[0]));
            assertEquals(update, Integer.parseInt(cells[2]));
            double meanScore = Double.parseDouble(cells[4]);
            assertTrue(meanScore >= -21 && meanScore < 0, cells[4]);
            assertEquals(meanScore, Double.parseDouble(cells[5]));
            assertEquals("NaN", cells[7]);
            assertEquals(Math.log(2), Double.parseDouble(cells[8]), 0.01);
            assertEquals(1, Double.parseDouble(cells[13]));
        }
        Checkpoint last = CheckpointFiles.read(run.resolve("checkpoints/000005.agent"));
        assertEquals(last.state().decisions(), Long.parseLong(rows.get(5).split(",", -1)[1]));
    }

    @Test
    void threadsAndCopiesLeaveNoTrace() throws IOException {
        Path other = folder.resolve("other");
        CommandRun.of(SmallRun.train(
                        2, "--run", run.toString(), "--max-episodes", "4", "--threads", "1", "--envs", "1"))
                .lines();
        CommandRun.of(SmallRun.train(
                        2, "--run", other.toString(), "--max-episodes", "4", "--threads", "2", "--envs", "3"))
                .lines();
        for (String name : List.of("000002.agent", "best.agent")) {
            assertArrayEquals(SmallRun.checkpoint(run, name), SmallRun.checkpoint(other, name), name);
        }
        assertEquals(SmallRun.curve(run), SmallRun.curve(other));
    }

    @Test
    void otherSeedIsAnotherRun() throws IOException {
        Path other = folder.resolve("other");
        CommandRun.of(SmallRun.train(1, "--run", run.toString(), "--max-episodes", "1", "--envs", "1"))
                .lines();
        CommandRun.of(
                        "train",
                        "--env=ale",
                        "--preset=karpathy",
                        "--run=" + other,
                        "--seed=4",
                        "--batch-episodes=1",
                        "--frame-skip=10",
                        "--hidden=16",
                        "--envs=1",
                        "--max-episodes=1")
                .lines();
        assertFalse(
                Arrays.equals(SmallRun.checkpoint(run, "000001.agent"), SmallRun.checkpoint(other, "000001.agent")));
        assertFalse(SmallRun.curve(run).equals(SmallRun.curve(other)));
    }

    /** Three episodes are one update and one episode of the next; what was finished of it is not played again. */
    @Test
    void limitInTheMiddleOfABatchIsNoDetour() throws IOException {
        Path straight = folder.resolve("straight");
        CommandRun.of(SmallRun.train(straight, "--max-episodes", "4")).lines();
        CommandRun.of(SmallRun.train(run, "--max-episodes", "3")).lines();
        Checkpoint between = CheckpointFiles.read(run.resolve("checkpoints/000001.agent"));
        assertEquals(1, between.state().partialBatch().size());

        List<String> printed =
                CommandRun.of(SmallRun.resume(run, "--max-episodes", "4")).lines();
        assertTrue(
                printed.stream().anyMatch(line -> line.startsWith("resumed after 1 updates, 3 episodes, ")),
                printed.toString());
        assertArrayEquals(SmallRun.checkpoint(straight, "000002.agent"), SmallRun.checkpoint(run, "000002.agent"));
        assertEquals(SmallRun.curve(straight), SmallRun.curve(run));
    }

    @Test
    void finishedRunResumedWithoutALargerLimitOnlySaysSo() throws IOException {
        CommandRun.of(SmallRun.train(run, "--max-episodes", "2")).lines();
        byte[] before = SmallRun.checkpoint(run, "000001.agent");
        List<String> printed = CommandRun.of(SmallRun.resume(run)).lines();
        assertTrue(
                printed.get(printed.size() - 4).startsWith("done after 2 episodes, 1 updates, "), printed.toString());
        assertArrayEquals(before, SmallRun.checkpoint(run, "000001.agent"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 6})
    void moreActionsTrainToo(int actions) {
        CommandRun.of(SmallRun.train(run, "--max-episodes", "2", "--actions", Integer.toString(actions)))
                .lines();
        Checkpoint checkpoint = CheckpointFiles.read(run.resolve("checkpoints/000001.agent"));
        assertEquals(ActionSpec.discrete(actions), checkpoint.spec().actions());
        assertEquals(actions, checkpoint.spec().outputsOf(0, 1));
    }

    @Test
    void decisionsAreCountedAtTheEndOfAnUpdate() throws IOException {
        List<String> printed =
                CommandRun.of(SmallRun.train(run, "--max-decisions", "100")).lines();
        assertTrue(
                printed.get(printed.size() - 4).startsWith("done after 2 episodes, 1 updates, "), printed.toString());
        assertEquals(List.of("000000.agent", "000001.agent", "best.agent"), SmallRun.checkpoints(run));
    }

    /** How far it comes in the time is not known, but it always leaves something to go on from. */
    @Test
    void runThatIsOutOfTimeCanGoOnWithMore() throws IOException {
        for (String seconds : List.of("0.001", "0.3")) {
            String[] arguments = seconds.equals("0.001")
                    ? SmallRun.train(run, "--max-seconds", seconds)
                    : SmallRun.resume(run, "--max-seconds", seconds);
            List<String> printed = CommandRun.of(arguments).lines();
            assertTrue(printed.get(printed.size() - 4).startsWith("done after "), printed.toString());
            assertTrue(SmallRun.checkpoints(run).contains("best.agent"));
        }
        CommandRun.of(SmallRun.resume(run, "--max-seconds", "100000", "--max-episodes", "2"))
                .lines();
        assertEquals(
                2,
                CheckpointFiles.read(run.resolve("checkpoints/000001.agent"))
                        .state()
                        .episodes());
    }

    @Test
    void whatDecidesTheResultCannotBeChangedOnResume() throws IOException {
        CommandRun.of(SmallRun.train(run, "--max-episodes", "2")).lines();
        byte[] config = Files.readAllBytes(run.resolve("config.json"));
        for (String option : List.of(
                "--env=ale",
                "--preset=karpathy",
                "--seed=3",
                "--run=elsewhere",
                "--frame-skip=10",
                "--sticky=0",
                "--noops=1",
                "--actions=2",
                "--observation=difference",
                "--hidden=16",
                "--learning-rate=1e-3")) {
            String sentence = CommandRun.of(SmallRun.resume(run, option)).refusalOfInput();
            assertEquals(
                    "Error: " + option.substring(0, option.indexOf('='))
                            + " cannot be given with --resume: they are the run's own and stay as they are",
                    sentence);
        }
        assertArrayEquals(config, Files.readAllBytes(run.resolve("config.json")));
        assertEquals(1, Files.readAllLines(run.resolve("command.txt")).size());
    }

    @Test
    void runWithoutUsableCheckpointsOrOfAnotherConfigurationIsNotResumed() throws IOException {
        CommandRun.of(SmallRun.train(run, "--max-episodes", "2")).lines();
        Path config = run.resolve("config.json");
        String text = Files.readString(config);
        Files.writeString(config, text.replace("\"seed\" : 3", "\"seed\" : 4"));
        assertResumeFails(
                "were made with another game, seed, protocol, observation or hyper-parameters than its config.json says");
        Files.writeString(config, text.substring(0, 50));
        assertResumeFails(config + " is not a run's configuration: ");
        Files.writeString(config, text);
        Path checkpoint = run.resolve("checkpoints/000001.agent");
        Files.write(checkpoint, new byte[500]);
        Files.write(run.resolve("checkpoints/000000.agent"), new byte[500]);
        assertResumeFails(checkpoint + " is not a checkpoint");
        assertTrue(CommandRun.of(SmallRun.resume(folder.resolve("nowhere")))
                .refusalOfInput()
                .contains("is not the folder of a run"));
    }

    private void assertResumeFails(String words) {
        CommandRun resumed = CommandRun.of(SmallRun.resume(run, "--max-episodes", "4"));
        assertEquals(2, resumed.exitCode());
        assertEquals(1, resumed.err().lines().count(), resumed.err());
        assertTrue(resumed.err().startsWith("Error: ") && resumed.err().contains(words), resumed.err());
    }
}
