package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointCodec;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {

    /** Episodes longer and shorter than a turn of the runner. */
    private static final EnvironmentFactory BANDITS = () -> new BanditEnvironment(4, 3, 20, 200);

    private final LearnerConfig config = LearnerConfigs.small();

    @ParameterizedTest
    @CsvSource({"sigmoid, rmsprop, 2", "sigmoid, adam, 2", "softmax, rmsprop, 3", "softmax, adam, 3", "softmax, adam, 2"
    })
    void aToyIsLearned(String output, String optimizer, int actions) {
        LearnerConfig learner =
                LearnerSettings.with(config, Map.of("output", output, "optimizer", optimizer, "learning-rate", "0.02"));
        EnvironmentFactory bandits = () -> new BanditEnvironment(6, actions, 20, 20);
        try (Trainer trainer = new Trainer(learner, 1, bandits, 4, 2)) {
            double before = score(trainer, bandits);
            for (int update = 0; update < 150; update++) {
                assertTrue(trainer.update(10, () -> false).isPresent());
            }
            double after = score(trainer, bandits);
            assertTrue(before < 0.7 * 20, "before " + before);
            assertTrue(after > 0.9 * 20, "after " + after);
            assertTrue(trainer.meanScore() > 0.85 * 20, "mean of the last 100 " + trainer.meanScore());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void threadsAndCopiesDoNotShowInTheResult(int threads) {
        byte[] alone = trained(1, 1, 4);
        for (int copies : new int[] {1, 3, 10}) {
            assertArrayEquals(alone, trained(copies, threads, 4));
        }
    }

    @Test
    void beginsWithTheWeightsOfAnotherNetworkAndNothingElseOfIt() {
        try (Trainer one = new Trainer(config, 1, BANDITS, 2, 2);
                Trainer other = new Trainer(config, 2, BANDITS, 2, 2)) {
            other.update(10, () -> false);
            one.beginWith(other.network());
            assertArrayEquals(
                    other.network().parameters().get(0),
                    one.network().parameters().get(0));
            assertEquals(0, one.updates());
            assertEquals(0, one.state().optimizerSteps());
            assertTrue(one.update(10, () -> false).isPresent());
            assertThrows(IllegalStateException.class, () -> one.beginWith(other.network()));
        }
    }

    @Test
    void doesNotBeginWithANetworkOfAnotherShape() {
        LearnerConfig wider = LearnerSettings.with(config, Map.of("hidden", "7"));
        try (Trainer one = new Trainer(config, 1, BANDITS, 1, 1);
                Trainer other = new Trainer(wider, 1, BANDITS, 1, 1)) {
            assertThrows(IllegalArgumentException.class, () -> one.beginWith(other.network()));
        }
    }

    @Test
    void theSeedShowsInTheResult() {
        try (Trainer one = new Trainer(config, 1, BANDITS, 2, 2);
                Trainer other = new Trainer(config, 2, BANDITS, 2, 2)) {
            assertFalse(Arrays.equals(
                    one.network().parameters().get(0),
                    other.network().parameters().get(0)));
            one.network().set(other.network().parameters());
            assertNotEquals(one.update(10, () -> false), other.update(10, () -> false));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "3, 2", "10, 4"})
    void stoppingHalfWayAndGoingOnChangesNothing(int copies, int threads) {
        byte[] undisturbed = trained(1, 1, 4);
        try (Trainer trainer = new Trainer(config, 7, BANDITS, copies, threads)) {
            int stops = 0;
            for (int asked = 1; trainer.updates() < 4; asked += 5) {
                AtomicInteger left = new AtomicInteger(asked);
                stops += trainer.update(10, () -> left.decrementAndGet() < 0).isPresent() ? 0 : 1;
            }
            assertTrue(stops > 3, stops + " stops");
            assertArrayEquals(undisturbed, encoded(trainer));
        }
    }

    @Test
    void aStopThatPassesStillEndsTheCall() {
        byte[] undisturbed = trained(1, 1, 1);
        try (Trainer trainer = new Trainer(config, 7, BANDITS, 3, 3)) {
            AtomicInteger asked = new AtomicInteger();
            // One of the workers hears of it, once.
            trainer.update(10, () -> asked.incrementAndGet() == 8);
            while (trainer.updates() == 0) {
                trainer.update(10, () -> false);
            }
            assertArrayEquals(undisturbed, encoded(trainer));
        }
    }

    @Test
    void aLimitOfEpisodesLeavesTheRestOfTheBatchForLater() {
        byte[] undisturbed = trained(1, 1, 2);
        try (Trainer trainer = new Trainer(config, 7, BANDITS, 4, 2)) {
            assertEquals(Optional.empty(), trainer.update(0, () -> false));
            assertEquals(0, trainer.episodes());
            assertEquals(Optional.empty(), trainer.update(3, () -> false));
            assertEquals(3, trainer.episodes());
            assertEquals(Set.of(0, 1, 2), trainer.state().partialBatch().keySet());
            assertEquals(0, trainer.state().episodes());
            assertEquals(Optional.empty(), trainer.update(2, () -> false));
            assertEquals(3, trainer.episodes());
            assertEquals(Optional.empty(), trainer.update(9, () -> false));
            assertEquals(9, trainer.episodes());
            assertTrue(trainer.update(10, () -> false).isPresent());
            assertEquals(10, trainer.episodes());
            assertTrue(trainer.update(10, () -> false).isPresent());
            assertArrayEquals(undisturbed, encoded(trainer));
        }
    }

    @Test
    void anotherTrainerGoesOnFromAState() {
        byte[] undisturbed = trained(1, 1, 4);
        TrainerState state;
        try (Trainer trainer = new Trainer(config, 7, BANDITS, 4, 2)) {
            trainer.update(10, () -> false);
            trainer.update(10, () -> false);
            trainer.update(4, () -> false);
            state = trainer.state();
            // The state shares nothing with the trainer that goes on.
            trainer.update(10, () -> false);
            trainer.update(10, () -> false);
        }
        for (int life = 0; life < 2; life++) {
            try (Trainer trainer = new Trainer(config, 7, BANDITS, 2, 1)) {
                trainer.update(7, () -> false);
                trainer.restore(state);
                assertEquals(24, trainer.episodes());
                trainer.update(10, () -> false);
                trainer.update(10, () -> false);
                assertArrayEquals(undisturbed, encoded(trainer));
            }
        }
    }

    @Test
    void aStateOfAnotherShapeIsRefused() {
        try (Trainer trainer = new Trainer(config, 7, BANDITS, 1, 1);
                Trainer wider = new Trainer(LearnerConfigs.small("hidden", "13"), 7, BANDITS, 1, 1);
                Trainer adam = new Trainer(LearnerConfigs.small("optimizer", "adam"), 7, BANDITS, 1, 1);
                Trainer smaller = new Trainer(LearnerConfigs.small("batch-episodes", "2"), 7, BANDITS, 1, 1)) {
            trainer.update(3, () -> false);
            TrainerState state = trainer.state();
            assertThrows(IllegalArgumentException.class, () -> wider.restore(state));
            assertThrows(IllegalArgumentException.class, () -> adam.restore(state));
            assertThrows(IllegalArgumentException.class, () -> smaller.restore(state));
        }
    }

    @Test
    void reportsCountAndMeasure() {
        EnvironmentFactory bandits = () -> new BanditEnvironment(4, 3, 20, 20);
        try (Trainer trainer = new Trainer(config, 3, bandits, 2, 2)) {
            assertTrue(Double.isNaN(trainer.meanScore()));
            List<Double> scores = new ArrayList<>();
            for (int update = 1; update <= 30; update++) {
                UpdateReport report = trainer.update(10, () -> false).orElseThrow();
                assertEquals(update, report.update());
                assertEquals(10L * update, report.episodes());
                assertEquals(200L * update, report.decisions());
                assertEquals(trainer.meanScore(), report.meanScore());
                assertTrue(report.entropy() > 0 && report.entropy() <= Math.log(3) + 1e-6);
                assertTrue(Double.isFinite(report.loss()) && report.gradientNorm() > 0);
                assertEquals(10, report.finished().size());
                report.finished().forEach(episode -> scores.add(episode.score()));
                assertEquals(meanOfLast(100, scores), report.meanScore(), 1e-9);
                assertEquals(meanOfLast(20, scores), report.meanScore20(), 1e-9);
                assertEquals(1, report.rateFactor());
                assertTrue(report.accuracy() > 0 && report.accuracy() <= 1);
                assertTrue(Double.isNaN(report.valueLoss()), "there is no critic");
            }
            assertEquals(30, trainer.updates());
            assertEquals(6000, trainer.decisions());
            assertEquals(scores.subList(200, 300), trainer.state().recentScores());
            assertEquals(List.of(), trainer.state().games());
        }
    }

    @Test
    void scoresAreThoseOfTheEpisodesLearnedFrom() {
        EnvironmentFactory halves = () -> new BanditEnvironment(4, 3, 20, 20) {
            @Override
            public float reward() {
                return 0.5f;
            }
        };
        try (Trainer trainer = new Trainer(config, 3, halves, 2, 2)) {
            for (int update = 1; update <= 3; update++) {
                assertEquals(10, trainer.update(10, () -> false).orElseThrow().meanScore());
                assertEquals(
                        Collections.nCopies(10 * update, 10.0), trainer.state().recentScores());
            }
        }
    }

    @Test
    void gradientsAreShortenedWhereAsked() {
        // With Adam's and RMSProp's own scaling a shortened gradient shows in their memory.
        LearnerConfig clipped = LearnerConfigs.small("max-gradient-norm", "0.5");
        try (Trainer free = new Trainer(config, 7, BANDITS, 2, 2);
                Trainer held = new Trainer(clipped, 7, BANDITS, 2, 2)) {
            UpdateReport freeReport = free.update(10, () -> false).orElseThrow();
            UpdateReport heldReport = held.update(10, () -> false).orElseThrow();
            assertEquals(freeReport, heldReport, "the norm is that before shortening");
            assertTrue(freeReport.gradientNorm() > 1);
            // RMSProp remembers (1 − 0.9) g².
            assertEquals(freeReport.gradientNorm(), gradientNorm(free), 1e-3 * freeReport.gradientNorm());
            assertEquals(0.5, gradientNorm(held), 1e-3);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "8, 8"})
    void anEnvironmentsExceptionReachesTheCaller(int copies, int threads) {
        AtomicInteger open = new AtomicInteger();
        IllegalStateException thrown = new IllegalStateException("the emulator is gone");
        try (Trainer trainer =
                new Trainer(config, 1, () -> new FailingEnvironment(open, 150, thrown), copies, threads)) {
            assertEquals(copies, open.get());
            assertSame(thrown, assertThrows(IllegalStateException.class, () -> playOn(trainer)));
            assertEquals(0, trainer.updates());
        }
        assertEquals(0, open.get());
    }

    @Test
    void copiesMadeBeforeAFailureAreClosed() {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger made = new AtomicInteger();
        IllegalStateException thrown = new IllegalStateException("no third emulator");
        EnvironmentFactory two = () -> {
            if (made.incrementAndGet() == 3) {
                throw thrown;
            }
            return new FailingEnvironment(open, 0, thrown);
        };
        assertSame(thrown, assertThrows(IllegalStateException.class, () -> newTrainer(two, 5, 1)));
        assertEquals(0, open.get());
    }

    @Test
    void aGameThatDoesNotFitTheNetworkIsRefusedAndClosed() {
        AtomicInteger open = new AtomicInteger();
        LearnerConfig sigmoid = LearnerConfigs.small("output", "sigmoid");
        EnvironmentFactory threeActions = () -> new FailingEnvironment(open, 0, new IllegalStateException());
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new Trainer(sigmoid, 1, threeActions, 2, 1).close());
        assertTrue(refusal.getMessage().contains("use softmax"), refusal.getMessage());
        assertEquals(0, open.get());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "1025, 1", "1, 0", "1, 1025"})
    void refusesImpossibleNumbersOfCopiesAndThreads(int copies, int threads) {
        assertThrows(IllegalArgumentException.class, () -> newTrainer(BANDITS, copies, threads));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void aGradientThatIsNoNumberStopsTrainingAndNamesTheUpdate(float reward) {
        AtomicInteger resets = new AtomicInteger();
        EnvironmentFactory broken = () -> new BanditEnvironment(4, 3, 20, 20) {
            @Override
            public void reset(RandomStream random) {
                resets.incrementAndGet();
                super.reset(random);
            }

            @Override
            public float reward() {
                return resets.get() > 25 ? reward : super.reward();
            }
        };
        try (Trainer trainer = new Trainer(config, 1, broken, 1, 1)) {
            assertTrue(trainer.update(10, () -> false).isPresent());
            assertTrue(trainer.update(10, () -> false).isPresent());
            List<float[]> before = trainer.network().parameters();
            TrainingException failure = assertThrows(TrainingException.class, () -> playOn(trainer));
            assertTrue(failure.getMessage().startsWith("update 3 has a gradient of norm NaN"), failure.getMessage());
            assertEquals(2, trainer.updates());
            for (int k = 0; k < before.size(); k++) {
                assertArrayEquals(before.get(k), trainer.network().parameters().get(k));
            }
            // What it failed on is still there.
            List<PlayedPiece> played = trainer.played();
            assertEquals(config.batchEpisodes(), played.size());
            assertTrue(played.stream().anyMatch(piece -> hasReward(piece.trajectory(), reward)));
        }
    }

    private static boolean hasReward(Trajectory trajectory, float reward) {
        return IntStream.range(0, trajectory.length()).anyMatch(t -> Float.compare(trajectory.reward(t), reward) == 0);
    }

    @Test
    void aRewardedHabitGrows() {
        // The policy gradient must go uphill: with a single context, π(best action) rises at once.
        LearnerConfig plain = LearnerSettings.with(config, Map.of("hidden", "none", "learning-rate", "0.001"));
        EnvironmentFactory single = () -> new BanditEnvironment(1, 2, 50, 50);
        try (Trainer trainer = new Trainer(plain, 5, single, 1, 1)) {
            double last = probabilityOfBest(trainer.network());
            for (int update = 0; update < 20; update++) {
                trainer.update(10, () -> false);
                double now = probabilityOfBest(trainer.network());
                assertTrue(now > last, "update " + update + ": from " + last + " to " + now);
                last = now;
            }
        }
    }

    @Test
    void theLearningRateFallsAsItsScheduleSays() {
        EnvironmentFactory bandits = () -> new BanditEnvironment(4, 3, 20, 20);
        LearnerConfig falling =
                LearnerSettings.with(config, Map.of("rate-hold", "200", "rate-end", "1000", "rate-floor", "0.5"));
        List<Double> factors = new ArrayList<>();
        try (Trainer trainer = new Trainer(falling, 3, bandits, 2, 1)) {
            for (int update = 0; update < 8; update++) {
                factors.add(trainer.update(10, () -> false).orElseThrow().rateFactor());
            }
        }
        // Each update has 200 decisions; what counts is how many there were before it.
        assertEquals(List.of(1.0, 1.0, 0.875, 0.75, 0.625, 0.5, 0.5, 0.5), factors);
    }

    @Test
    void miniBatchesLearnTheToyToo() {
        EnvironmentFactory bandits = () -> new BanditEnvironment(6, 3, 20, 20);
        LearnerConfig small = LearnerConfigs.small("mini-batch", "50", "optimizer", "adam", "sparse-optimizer", "true");
        try (Trainer trainer = new Trainer(small, 1, bandits, 4, 2)) {
            for (int update = 0; update < 100; update++) {
                trainer.update(10, () -> false);
            }
            assertTrue(score(trainer, bandits) > 0.9 * 20);
            assertEquals(100 * 4, trainer.state().optimizerSteps());
        }
    }

    private static double meanOfLast(int count, List<Double> scores) {
        return scores.subList(Math.max(0, scores.size() - count), scores.size()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private static double probabilityOfBest(PolicyNetwork network) {
        List<float[]> parameters = new ArrayList<>(network.parameters());
        double first = parameters.get(0)[0] + parameters.get(1)[0];
        double best = parameters.get(0)[1] + parameters.get(1)[1];
        return 1 / (1 + Math.exp(first - best));
    }

    private static double gradientNorm(Trainer trainer) {
        double squares = 0;
        for (float[] array : trainer.state().optimizerMemory()) {
            for (float square : array) {
                squares += square / 0.1;
            }
        }
        return Math.sqrt(squares);
    }

    private static double score(Trainer trainer, EnvironmentFactory bandits) {
        return new Evaluation(bandits, 4, 2)
                .run(trainer.network(), ActionChoice.SAMPLE, 99, 100, done -> {}, () -> false)
                .mean();
    }

    private byte[] trained(int copies, int threads, int updates) {
        try (Trainer trainer = new Trainer(config, 7, BANDITS, copies, threads)) {
            for (int update = 0; update < updates; update++) {
                trainer.update(10, () -> false);
            }
            return encoded(trainer);
        }
    }

    private byte[] encoded(Trainer trainer) {
        return CheckpointCodec.encode(new Checkpoint(
                "bandit", Map.of(), config, 7, trainer.network().spec(), trainer.state(), Optional.empty(), 0));
    }

    private static void playOn(Trainer trainer) {
        for (int update = 0; update < 10; update++) {
            trainer.update(10, () -> false);
        }
    }

    private void newTrainer(EnvironmentFactory environments, int copies, int threads) {
        new Trainer(config, 1, environments, copies, threads).close();
    }
}
