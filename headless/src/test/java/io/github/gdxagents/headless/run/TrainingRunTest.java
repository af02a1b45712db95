package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.checkpoint.CheckpointCodec;
import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.agent.learn.Evaluation;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.learn.TrainingException;
import io.github.gdxagents.headless.SmallRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on games of which a test knows everything; an update is 64 decisions of two games side by side. */
class TrainingRunTest {

    private static final int UPDATE = 64;
    private static final int GAMES = 2;

    @TempDir
    Path home;

    private TestRun run;

    @BeforeEach
    void nameRun() {
        run = new TestRun(home.resolve("run"));
    }

    /**
     * Five looks of two episodes each. The second is better than the first, but not beyond noise; the third is; the fourth is
     * worse by less than noise, and the fifth by so much that one episode says so.
     */
    @Test
    void bestIsReplacedOnlyBeyondNoise() throws IOException {
        double[] scores = {10, 11, 10.5, 11.5, 12, 13, 12, 12, 1};
        ScriptedGame looks = new ScriptedGame(episode -> scores[episode]);
        String printed = run.live(config(5 * UPDATE, new EvaluationPlan(UPDATE, 2)), heldOutOn(looks));

        assertEquals(scores.length, looks.episodes());
        assertEquals(
                List.of(
                        "decisions,updates,episodes,mean,standard_error,best",
                        "64,1,2,10.5000,0.5000,true",
                        "128,2,2,11.0000,0.5000,false",
                        "192,3,2,12.5000,0.5000,true",
                        "256,4,2,12.0000,0.0000,false",
                        "320,5,1,1.0000,0.0000,false"),
                SmallRun.evaluations(run.folder()));
        HeldOutScore best = new HeldOutScore(3 * UPDATE, 2, 12.5, 0.5);
        assertEquals(Optional.of(best), run.newest().best());
        assertEquals(5 * UPDATE, run.newest().evaluatedAt());
        assertEquals(Optional.of(best), run.best().best());
        assertEquals(3 * UPDATE, run.best().state().decisions());
        assertTrue(printed.contains("\nbest: 12.50 ± 0.98 over 2 held-out episodes, after 192 decisions\n"), printed);

        TestRun shorter = new TestRun(home.resolve("shorter"));
        shorter.live(config(3 * UPDATE, new EvaluationPlan(UPDATE, 2)), heldOutOn(new ScriptedGame(e -> scores[e])));
        assertArrayEquals(
                CheckpointCodec.encode(shorter.newest()), CheckpointCodec.encode(run.best()), "kept as it was");
    }

    @Test
    void bestIsTheNewestUntilThereWasALook() throws IOException {
        run.live(config(3 * UPDATE, new EvaluationPlan(0, 2)), toys());
        assertArrayEquals(CheckpointCodec.encode(run.newest()), CheckpointCodec.encode(run.best()));
        assertEquals(Optional.empty(), run.best().best());
        assertEquals(3, run.best().state().updates());
        assertEquals(1, SmallRun.evaluations(run.folder()).size());
    }

    @Test
    void updatesMayBeLimitedAndTheRunGoesOnWithMore() {
        run.live(config(updates(3), new EvaluationPlan(2 * UPDATE, 2)), toys());
        assertEquals(3, run.newest().state().updates());
        run.live(config(updates(5), new EvaluationPlan(2 * UPDATE, 2)), toys());
        assertEquals(5, run.newest().state().updates());
    }

    private static Limits updates(long most) {
        return new Limits(Optional.empty(), Optional.empty(), Optional.of(most), Optional.empty(), Optional.empty());
    }

    @Test
    void untilScoreEndsTheRunAndSaysSo() throws IOException {
        double[] means = {3, 6, 8.5, 10, 99};
        ScriptedGame looks = new ScriptedGame(episode -> means[episode / 2] + episode % 2);
        Limits limits = new Limits(
                Optional.of(100L * UPDATE), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(8.5));
        String printed = run.live(config(limits, new EvaluationPlan(2 * UPDATE, 2)), heldOutOn(looks));
        // 8.5 and 9.5 have the mean 9 ± 0.98, whose lower end falls short; 10 and 11 do not.
        assertEquals(8, run.newest().state().updates());
        assertEquals(4, SmallRun.evaluations(run.folder()).size() - 1);
        assertEquals(8 * UPDATE, run.best().state().decisions());
        assertTrue(printed.contains("\ndone after "), printed);
        assertTrue(
                printed.contains(
                        "\nbest: 10.50 ± 0.98 over 2 held-out episodes, after 512 decisions: until-score is reached\n"),
                printed);
    }

    @Test
    void runThatHasReachedItsScoreDoesNotGoOnWithoutAnother() throws IOException {
        Limits limits = new Limits(
                Optional.of(20L * UPDATE), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(-16.0));
        RunConfig config = config(limits, new EvaluationPlan(UPDATE, 4));
        run.live(config, toys());
        assertEquals(1, run.newest().state().updates());
        assertTrue(run.live(config, toys()).contains("until-score is reached"));
        assertEquals(1, run.newest().state().updates());
        String printed = run.live(config(3 * UPDATE, new EvaluationPlan(UPDATE, 4)), toys());
        assertEquals(3, run.newest().state().updates());
        assertFalse(printed.contains("until-score"), printed);
    }

    /** Interrupted in the middle of the second look, which then is the first thing that the next life does. */
    @Test
    void lookThatWasInterruptedIsMadeAfterResume() throws IOException {
        RunConfig config = config(6 * UPDATE, new EvaluationPlan(2 * UPDATE, 20));
        TestRun straight = new TestRun(home.resolve("straight"));
        straight.live(config, toys());
        assertEquals(3, SmallRun.evaluations(straight.folder()).size() - 1);

        AtomicInteger lookedAt = new AtomicInteger();
        StringWriter printed = new StringWriter();
        int firstLook = episodesOfLooks(straight).get(0);
        int middle = firstLook + 3;
        TrainingRun.End end = run.live(
                config,
                heldOutOn(() -> new ToyGame(draw -> lookedAt.incrementAndGet())),
                () -> lookedAt.get() >= middle,
                printed);
        assertEquals(TrainingRun.End.INTERRUPTED, end);
        assertEquals(4 * UPDATE, run.newest().state().decisions());
        assertEquals(2 * UPDATE, run.newest().evaluatedAt());
        assertEquals(1, SmallRun.evaluations(run.folder()).size() - 1);
        run.live(config, toys());
        run.assertSameAs(straight);
    }

    /** The limit is reached, but the look that is due then was interrupted: the run is not done. */
    @Test
    void runIsNotDoneBeforeItsLastLook() throws IOException {
        RunConfig config = config(2 * UPDATE, new EvaluationPlan(2 * UPDATE, 20));
        AtomicInteger lookedAt = new AtomicInteger();
        StringWriter printed = new StringWriter();
        EnvironmentFactory games = heldOutOn(() -> new ToyGame(draw -> lookedAt.incrementAndGet()));
        assertEquals(TrainingRun.End.INTERRUPTED, run.live(config, games, () -> lookedAt.get() >= 1, printed));
        assertTrue(printed.toString().contains("\nstopped after "), printed.toString());
        assertEquals(2 * UPDATE, run.newest().state().decisions());
        assertEquals(0, run.newest().evaluatedAt());

        assertTrue(run.live(config, toys()).contains("\ndone after "));
        assertEquals(2 * UPDATE, run.newest().evaluatedAt());
        TestRun straight = new TestRun(home.resolve("straight"));
        straight.live(config, toys());
        run.assertSameAs(straight);
    }

    /** How many episodes each look of a run played. */
    private static List<Integer> episodesOfLooks(TestRun done) throws IOException {
        return SmallRun.evaluations(done.folder()).stream()
                .skip(1)
                .map(row -> Integer.valueOf(row.split(",", -1)[2]))
                .toList();
    }

    /** Where the numbered checkpoint should be written to first, something is in the way: as if the process had been killed. */
    @Test
    void runKilledBetweenTheBestAndTheNumberedCheckpointComesToTheSame() throws IOException {
        RunConfig config = config(6 * UPDATE, new EvaluationPlan(UPDATE, 20));
        TestRun straight = new TestRun(home.resolve("straight"));
        straight.live(config, toys());

        run.live(config(UPDATE, config.evaluation()), toys());
        byte[] firstBest = SmallRun.checkpoint(run.folder(), "best.agent");
        Path inTheWay = run.folder().resolve("checkpoints/000006.agent.tmp");
        Files.createDirectories(inTheWay.resolve("something"));
        assertThrows(UncheckedIOException.class, () -> run.live(config, toys()));
        byte[] newBest = SmallRun.checkpoint(run.folder(), "best.agent");
        assertFalse(Arrays.equals(firstBest, newBest), "a better one was found and written");
        assertEquals(1, run.newest().state().updates());

        Files.delete(inTheWay.resolve("something"));
        Files.delete(inTheWay);
        run.live(config, toys());
        run.assertSameAs(straight);
        assertArrayEquals(newBest, SmallRun.checkpoint(run.folder(), "best.agent"));
    }

    /** A game that breaks ends a life without a word, as a kill does. */
    @Test
    void killedRunComesToTheSameWhereverItWas() throws IOException {
        RunConfig config = config(5 * UPDATE, new EvaluationPlan(2 * UPDATE, 20));
        TestRun straight = new TestRun(home.resolve("straight"));
        AtomicInteger episodes = new AtomicInteger();
        straight.live(config, () -> new ToyGame(draw -> episodes.incrementAndGet()));
        assertTrue(episodes.get() > 25, episodes + " episodes");
        for (int at = 1; at < episodes.get(); at += 5) {
            TestRun killed = new TestRun(home.resolve("killed at " + at));
            killed.live(config(UPDATE, config.evaluation()), toys());
            int fatal = at;
            AtomicInteger count = new AtomicInteger();
            EnvironmentFactory breaking = () -> new ToyGame(draw -> {
                if (count.incrementAndGet() == fatal) {
                    throw new IllegalStateException("killed");
                }
            });
            try {
                killed.live(config, breaking);
            } catch (IllegalStateException e) {
                assertEquals("killed", e.getMessage());
            }
            killed.live(config, toys());
            killed.assertSameAs(straight);
        }
    }

    @Test
    void heldOutEpisodesAreNeitherTrainedOnNorReported() {
        Set<Integer> trained = Collections.synchronizedSet(new HashSet<>());
        Set<Integer> looked = Collections.synchronizedSet(new HashSet<>());
        RunConfig config = config(10 * UPDATE, new EvaluationPlan(2 * UPDATE, 20));
        run.live(config, firstThen(GAMES, () -> new ToyGame(trained::add), () -> new ToyGame(looked::add)));
        Set<Integer> reported = new HashSet<>();
        try (Evaluation evaluation = new Evaluation(() -> new ToyGame(reported::add), 1, 1)) {
            evaluation.run(run.best().network(), ActionChoice.SAMPLE, config.seed(), 20, count -> {}, () -> false);
        }
        assertTrue(trained.size() > 20, trained.size() + " episodes of training");
        assertTrue(looked.size() >= 8, looked.size() + " episodes of looks");
        assertEquals(20, reported.size());
        assertTrue(Collections.disjoint(trained, looked));
        assertTrue(Collections.disjoint(trained, reported));
        assertTrue(Collections.disjoint(looked, reported));
    }

    /** Four episodes an update, of a sixth of a second each. */
    @Test
    void checkpointIsSavedAfterFiveSecondsOfTrainingAndAtTheEnd() throws IOException {
        run.live(config(10 * UPDATE, new EvaluationPlan(0, 1)), () -> new ToyGame(draw -> sleep(160)));
        List<String> rows = Files.readAllLines(run.folder().resolve("metrics.csv"));
        List<String> expected = new ArrayList<>(List.of("000000.agent"));
        double savedAt = 0;
        for (int update = 1; update <= 10; update++) {
            double seconds = Double.parseDouble(rows.get(update).split(",", -1)[3]);
            if (seconds - savedAt >= 5) {
                expected.add(String.format(Locale.ROOT, "%06d.agent", update));
                savedAt = seconds;
            }
        }
        expected.add("000010.agent");
        assertTrue(expected.size() > 2, rows.toString());
        assertNewest(expected);

        // In the next life the five seconds begin anew.
        run.live(config(12 * UPDATE, new EvaluationPlan(0, 1)), toys());
        expected.add("000012.agent");
        assertNewest(expected);
    }

    /** Makes sure that of all checkpoints that were ever saved the newest three are there, and the best one. */
    private void assertNewest(List<String> saved) throws IOException {
        List<String> expected = new ArrayList<>(saved.subList(Math.max(0, saved.size() - 3), saved.size()));
        expected.add("best.agent");
        assertEquals(expected, SmallRun.checkpoints(run.folder()));
    }

    @Test
    void anUpdateThatComesToNoNumbersStopsTheRunAndIsKept() throws IOException {
        EvaluationPlan plan = new EvaluationPlan(UPDATE, 4);
        RunConfig config = config(20 * UPDATE, plan);
        AtomicInteger episodes = new AtomicInteger();
        EnvironmentFactory foolish = () -> new ToyGame(draw -> episodes.incrementAndGet()) {
            @Override
            public float reward() {
                return episodes.get() < 40 ? super.reward() : Float.NaN;
            }
        };
        TrainingException failure = assertThrows(TrainingException.class, () -> run.live(config, foolish));

        assertTrue(failure.getMessage().matches("update \\d+ has a gradient of norm NaN, .*"), failure.getMessage());
        long update = Long.parseLong(failure.getMessage().split(" ", -1)[1]);
        assertTrue(update > 1, "some updates before it went well");
        assertTrue(run.newest().network().isFinite());
        assertTrue(run.best().network().isFinite());
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(run.folder().resolve("offending-batch.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            ObjectMapper json = new ObjectMapper();
            JsonNode header = json.readTree(reader.readLine());
            assertEquals(update, header.get("update").asLong());
            assertEquals("pong", header.get("game").asText());
            assertEquals(failure.getMessage(), header.get("reason").asText());
            List<JsonNode> decisions = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                decisions.add(json.readTree(line));
            }
            assertEquals(UPDATE, decisions.size());
            for (JsonNode decision : decisions) {
                assertEquals(1, decision.get("observation").get("2").asInt(), "the toy's constant input");
                assertEquals(1, decision.get("choices").size());
            }
            assertTrue(decisions.stream()
                    .anyMatch(decision -> decision.get("reward").asText().equals("NaN")));
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RunConfig config(long decisions, EvaluationPlan plan) {
        return config(TestRun.decisions(decisions), plan);
    }

    private static RunConfig config(Limits limits, EvaluationPlan plan) {
        Preset fast = Preset.named("fast");
        return new RunConfig(
                new AtariPlay(Game.PONG, fast.atari()),
                "fast",
                LearnerSettings.with(
                        fast.learner(),
                        Map.of(
                                "hidden", "4",
                                "games", Integer.toString(GAMES),
                                "rollout", Integer.toString(UPDATE / GAMES),
                                "mini-batch", "16",
                                "learning-rate", "0.02")),
                3,
                1,
                1,
                Optional.empty(),
                limits,
                plan,
                OutputStyle.PROGRESS,
                Optional.empty());
    }

    private static EnvironmentFactory toys() {
        return () -> new ToyGame(draw -> {});
    }

    /** Trains on toys and looks at another game. */
    private static EnvironmentFactory heldOutOn(Environment looks) {
        return firstThen(GAMES, toys(), () -> looks);
    }

    private static EnvironmentFactory heldOutOn(EnvironmentFactory looks) {
        return firstThen(GAMES, toys(), looks);
    }

    /** A run makes the games to train on before those to look at. */
    private static EnvironmentFactory firstThen(int count, EnvironmentFactory first, EnvironmentFactory then) {
        AtomicInteger made = new AtomicInteger();
        return () -> made.getAndIncrement() < count ? first.create() : then.create();
    }
}
