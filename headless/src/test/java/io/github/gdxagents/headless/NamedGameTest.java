package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.headless.game.CatchGame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on games that the project does not know, found by their names. */
class NamedGameTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void damage() {
        CatchGame.REPAIRED.set(false);
    }

    @AfterEach
    void repair() {
        // Lets a game go that still hangs.
        CatchGame.REPAIRED.set(true);
    }

    private static CommandRun train(String game, Path run, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "train", "--env", game, "--run", run.toString(), "--rollout", "128", "--games", "4", "--hidden", "16"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private static CommandRun resume(Path run, String... more) {
        return CommandRun.of(Stream.concat(Stream.of("train", "--resume", run.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static void assertSameRuns(Path expected, Path found) throws IOException {
        Path newest = CheckpointFiles.newest(expected.resolve("checkpoints")).orElseThrow();
        assertArrayEquals(
                Files.readAllBytes(newest),
                SmallRun.checkpoint(found, newest.getFileName().toString()));
        assertArrayEquals(SmallRun.checkpoint(expected, "best.agent"), SmallRun.checkpoint(found, "best.agent"));
        assertEquals(SmallRun.curve(expected), SmallRun.curve(found));
        assertEquals(SmallRun.evaluations(expected), SmallRun.evaluations(found));
    }

    @Test
    void aGameOfOthersIsLearned() {
        Path run = folder.resolve("run");

        train(
                        "catch",
                        run,
                        "--max-decisions",
                        "200000",
                        "--evaluate-every",
                        "10000",
                        "--until-score",
                        "0.5",
                        "--learning-rate",
                        "1e-3",
                        "--seed",
                        "2")
                .lines();

        List<String> scored = CommandRun.of("evaluate", run.toString(), "--greedy", "--episodes", "200")
                .lines();
        assertEquals("catch · greedy", scored.get(0));
        double mean = Double.parseDouble(scored.get(1).replaceAll(".* mean (\\S+) .*", "$1"));
        assertTrue(mean > 0.5, scored.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"catch", "swing"})
    void aRunInTwoLivesIsOneInOne(String game) throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");

        train(game, one, "--max-decisions", "6144", "--evaluate-every", "2000", "--evaluate-episodes", "10")
                .lines();
        train(game, two, "--max-decisions", "3072", "--evaluate-every", "2000", "--evaluate-episodes", "10")
                .lines();
        resume(two, "--max-decisions", "6144").lines();

        assertSameRuns(one, two);
    }

    @ParameterizedTest
    @ValueSource(strings = {"catch", "swing"})
    void threadsLeaveNoTrace(String game) throws IOException {
        Path one = folder.resolve("one");
        Path three = folder.resolve("three");

        train(game, one, "--max-decisions", "4096", "--evaluate-every", "2000", "--threads", "1", "--envs", "1")
                .lines();
        train(game, three, "--max-decisions", "4096", "--evaluate-every", "2000", "--threads", "3", "--envs", "5")
                .lines();

        assertSameRuns(one, three);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "catch-nan | step 700 (episode 78): observation entry 'ball' is NaN, expected a finite number",
                "catch-constant | step 500 (episode 56): the observation is constant: the same since the start, expected one"
                        + " that changes",
                "catch-blank | step 500 (episode 56): the observation is blank: all zero since the start, expected something"
                        + " to see",
                "catch-no-choice | step 700 (episode 78): the mask forbids every choice of a branch, expected one or more to"
                        + " be left",
                "catch-reward | step 700 (episode 78): the reward is NaN, expected a finite number",
                "catch-outcome | step 700 (episode 78): the outcome is null"
            })
    void aFaultIsNamedAndTheRepairedGameGoesOnAsIfNothingHadBeen(String game, String fault) throws IOException {
        Path run = folder.resolve("run");
        Path undisturbed = folder.resolve("undisturbed");

        CommandRun failed = train(game, run, "--max-decisions", "6144", "--threads", "2");

        assertEquals("Error: environment '" + game + "' " + fault, failed.err().strip());
        assertEquals(1, failed.exitCode());
        assertTrue(Files.readString(run.resolve("output.log")).contains(fault));
        assertGoesOn(run, undisturbed, game);
    }

    @Test
    void whatAGameThrowsIsToldWithItsPlace() throws IOException {
        Path run = folder.resolve("run");

        CommandRun failed = train("catch-throws", run, "--max-decisions", "6144", "--threads", "2");

        assertTrue(
                failed.err()
                        .matches("Error: environment 'catch-throws' step 700 \\(episode 78\\): step threw"
                                + " java\\.lang\\.IllegalStateException \\(the ball is lost\\) at"
                                + " io\\.github\\S+CatchGame\\$Play\\.step\\(CatchGame\\.java:\\d+\\)\\R"),
                failed.err());
        assertEquals(1, failed.exitCode());
        assertGoesOn(run, folder.resolve("undisturbed"), "catch-throws");
    }

    @Test
    void aGameThatHangsIsGivenUp() throws IOException {
        Path run = folder.resolve("run");
        train("catch-hangs", run, "--max-decisions", "1024").lines();

        CommandRun failed = resume(run, "--max-decisions", "6144", "--step-timeout", "0.5");

        assertTrue(
                failed.err()
                        .matches("Error: environment 'catch-hangs' has not come back from step \\d+ \\(episode \\d+\\)"
                                + " for 0\\.\\d s; it is in \\S+CatchGame\\$Play\\.step, line \\d+\\R"),
                failed.err());
        assertEquals(1, failed.exitCode());
        assertGoesOn(run, folder.resolve("undisturbed"), "catch-hangs");
    }

    @Test
    void aRunThatHangsAtItsFirstStepHasACheckpoint() throws IOException {
        Path run = folder.resolve("run");

        CommandRun failed = train("catch-hangs-at-once", run, "--max-decisions", "1024", "--step-timeout", "0.5");

        assertEquals(1, failed.exitCode());
        assertEquals(List.of("000000.agent", "best.agent"), SmallRun.checkpoints(run));
        assertGoesOn(run, folder.resolve("undisturbed"), "catch-hangs-at-once");
    }

    @Test
    void aNewBestPolicyIsSavedAtOnce() throws IOException {
        Path run = folder.resolve("run");

        train("catch-hangs", run, "--evaluate-every", "512", "--envs", "1", "--threads", "1", "--step-timeout", "0.5");

        // Later looks need not find a better one.
        List<String> names = SmallRun.checkpoints(run);
        assertTrue(names.contains("000001.agent"), names.toString());
    }

    @Test
    void aRunWithoutACheckpointSaysThatItBeginsAnew() throws IOException {
        Path run = folder.resolve("run");
        train("catch", run, "--max-decisions", "512").lines();
        byte[] newest = SmallRun.checkpoint(run, "000001.agent");
        for (String name : SmallRun.checkpoints(run)) {
            Files.delete(run.resolve("checkpoints").resolve(name));
        }

        List<String> lines = resume(run).lines();

        assertEquals("no checkpoint yet: begins anew", lines.get(0));
        assertTrue(Files.readString(run.resolve("output.log")).contains(lines.get(0)));
        assertArrayEquals(newest, SmallRun.checkpoint(run, "000001.agent"));
        assertTrue(resume(run).lines().stream().noneMatch(lines.get(0)::equals));
    }

    @ParameterizedTest
    @CsvSource({"catch-memory, OutOfMemoryError (Java heap space)", "catch-endless, StackOverflowError"})
    void aGameThatNeedsTooMuchMemoryIsNamedAndTheRunGoesOn(String game, String thrown) throws IOException {
        Path run = folder.resolve("run");

        CommandRun failed = train(game, run, "--max-decisions", "6144", "--threads", "2");

        String sentence = "environment '" + game + "' step 700 (episode 78): step threw java.lang." + thrown + " at ";
        assertEquals(1, failed.err().lines().count(), failed.err());
        assertTrue(failed.err().startsWith("Error: " + sentence), failed.err());
        assertEquals(1, failed.exitCode());
        assertTrue(failed.out().contains("train --resume " + run), failed.out());
        assertTrue(Files.readString(run.resolve("output.log")).contains(sentence));
        assertGoesOn(run, folder.resolve("undisturbed"), game);
    }

    /** The run's checkpoint is whole; with the game repaired it becomes the run that it would have been. */
    private static void assertGoesOn(Path run, Path undisturbed, String game) throws IOException {
        assertTrue(CheckpointFiles.newest(run.resolve("checkpoints")).isPresent());
        CommandRun.of("inspect", run.toString()).lines();
        CatchGame.REPAIRED.set(true);
        if (game.equals("catch-constant") || game.equals("catch-blank")) {
            // What it learned from the still picture stays.
            resume(run, "--max-decisions", "6144").lines();
            return;
        }
        resume(run, "--max-decisions", "6144").lines();
        train(game, undisturbed, "--max-decisions", "6144").lines();
        assertSameRuns(undisturbed, run);
    }

    @Test
    void aRepairedGameMayPlayOtherwise() {
        Path run = folder.resolve("run");
        assertEquals(1, train("catch-shorter", run, "--max-decisions", "6144").exitCode());
        CatchGame.REPAIRED.set(true);

        String told = resume(run, "--max-decisions", "6144").lines().toString();

        assertTrue(told.contains("the game plays otherwise than before"), told);
        assertTrue(told.contains("done after"), told);
    }

    @Test
    void anEvaluationGivesUpAsWell() {
        Path run = folder.resolve("run");
        train("catch", run, "--max-decisions", "512").lines();

        CommandRun stuck = CommandRun.of(
                "evaluate",
                run.toString(),
                "--env",
                "catch-hangs",
                "--episodes",
                "400",
                "--envs",
                "1",
                "--step-timeout",
                "0.5");
        CommandRun broken =
                CommandRun.of("evaluate", run.toString(), "--env", "catch-throws", "--episodes", "400", "--envs", "1");

        assertTrue(stuck.err().startsWith("Error: environment 'catch-hangs' has not come back from step 700 "));
        assertEquals(1, stuck.exitCode());
        assertTrue(broken.err().startsWith("Error: environment 'catch-throws' step 700 (episode 78): step threw"));
        assertEquals(1, broken.exitCode());
    }

    @Test
    void aPolicyOfAnotherGameIsRefused() {
        Path run = folder.resolve("run");
        train("catch", run, "--max-decisions", "512").lines();
        String policy = run.resolve("checkpoints/best.agent").toString();

        assertEquals(
                "Error: " + policy
                        + " does not fit environment 'swing': expected entries (place, time), but found (ball,"
                        + " height, plate)",
                CommandRun.of("evaluate", run.toString(), "--env", "swing").refusalOfInput());
        assertEquals(
                "Error: " + policy
                        + " does not fit environment 'swing': expected entries (place, time), but found (ball,"
                        + " height, plate)",
                train("swing", folder.resolve("other"), "--from", run.toString())
                        .refusalOfInput());
        String notPong =
                "Error: " + policy + " was trained on another game: it plays 'catch', expected a policy of Pong";
        assertEquals(
                notPong,
                CommandRun.of("evaluate", run.toString(), "--env", "pong").refusalOfInput());
        assertEquals(
                notPong,
                CommandRun.of("train", "--env", "pong", "--from", run.toString())
                        .refusalOfInput());
        assertEquals(
                notPong,
                CommandRun.of("matches", "--left", "agent", "--policy", run.toString())
                        .refusalOfInput());
        assertTrue(Files.notExists(folder.resolve("other")));
    }

    @Test
    void aRunMayBeginWithAPolicyOfTheSameSpaces() {
        Path run = folder.resolve("run");
        Path next = folder.resolve("next");
        train("catch", run, "--max-decisions", "512").lines();

        List<String> lines = CommandRun.of(
                        "train",
                        "--env",
                        "catch-nan",
                        "--from",
                        run.toString(),
                        "--run",
                        next.toString(),
                        "--max-decisions",
                        "512")
                .lines();

        assertTrue(lines.get(1).startsWith("preset from · seed 1 · network 3-16-3"), lines.get(1));
        assertTrue(Files.notExists(next.resolve("transfer.csv")));
    }

    @Test
    void whatOnlyPongHasIsRefused() {
        assertEquals(
                "Error: --sticky, --observation cannot be given with environment 'catch': a game on the class path says"
                        + " itself how it is played",
                train("catch", folder.resolve("run"), "--sticky", "0.1", "--observation", "difference")
                        .refusalOfInput());
        assertEquals(
                "Error: preset fast is one of Pong: environment 'catch' has its own numbers, each of which may be changed by"
                        + " its own option",
                train("catch", folder.resolve("run"), "--preset", "fast").refusalOfInput());
        assertEquals(
                "Error: --step-timeout cannot be given with environment 'pong': only a game on the class path is watched",
                CommandRun.of("train", "--env", "pong", "--step-timeout", "3").refusalOfInput());
        assertEquals(
                "Error: step-timeout must be from 0 to 86400 seconds, but was -1.0",
                train("catch", folder.resolve("run"), "--step-timeout", "-1").refusalOfInput());
        assertTrue(Files.notExists(folder.resolve("run")));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        String refusal = CommandRun.of(
                        "train",
                        "--env",
                        "chess",
                        "--run",
                        folder.resolve("run").toString())
                .refusalOfInput();

        assertTrue(
                refusal.startsWith("Error: env must be ale, pong, mixed, physics or a game on the class path ("),
                refusal);
        assertTrue(refusal.contains("catch, catch-blank, "), refusal);
        assertTrue(refusal.contains("but was 'chess'; "), refusal);
        assertTrue(refusal.contains("META-INF/services/io.github.gdxagents.agent.learn.EnvironmentProvider"), refusal);
    }

    @Test
    void aTimeThatCannotBeMeantIsRefusedBeforeGamesAreListed() {
        assertEquals(
                "Error: step-timeout must be from 0 to 86400 seconds, but was -1.0",
                CommandRun.of("envs", "--step-timeout", "-1").refusalOfInput());
    }

    @Test
    void gamesAreListedWithWhatIsSeenAndDone() {
        List<String> lines = CommandRun.of("envs").lines();

        assertTrue(lines.contains("pong                 Built-in Atari Pong"));
        int swing = lines.indexOf("swing                a point that is pushed");
        assertEquals(
                "                     sees 2 entries (place, time), normalised, images (track 5 × 2), 3 features, the last 2 at once",
                lines.get(swing + 1));
        assertEquals("                     does one of 2 and one of 3, 1 value (-2.0 to 2.0)", lines.get(swing + 2));
    }

    @Test
    void aPolicySaysWhatItSeesAndDoes() {
        Path run = folder.resolve("run");
        train("swing", run, "--max-decisions", "512").lines();

        List<String> lines = CommandRun.of("inspect", run.toString()).lines();

        assertEquals("game         swing", lines.get(1));
        assertEquals(
                "sees         2 entries (place, time), normalised, images (track 5 × 2), 3 features, the last 2 at once",
                lines.get(3));
        assertEquals("does         one of 2 and one of 3, 1 value (-2.0 to 2.0)", lines.get(4));
        String json = CommandRun.of("inspect", run.toString(), "--json").lastLine();
        assertTrue(json.contains("\"observation\":{\"entries\":[\"place\",\"time\"],\"images\":[{"), json);
        assertTrue(json.contains("\"branches\":[2,3],\"ranges\":[[-2.0,2.0]]"), json);
    }

    @Test
    void aRunKnowsTheCommandThatGoesOn() throws IOException {
        Path run = folder.resolve("run");

        List<String> lines = train("catch", run, "--max-decisions", "512").lines();

        String command = "java -cp " + System.getProperty("java.class.path") + " " + HeadlessLauncher.class.getName();
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("go on with: " + command + " train --resume " + run)));
        assertTrue(Files.readString(run.resolve("command.txt")).startsWith(command + " train --env catch --run "));
    }
}
