package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointCodec;
import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActorCriticTest {

    /** Episodes shorter and longer than a rollout, so that games are in the middle of one when an update begins. */
    private static final EnvironmentFactory BANDITS = () -> new BanditEnvironment(4, 3, 20, 200);

    /** One pass over the whole update, without a bonus or a bound: a plain actor-critic. */
    private static final String[] PLAIN = {"passes", "1", "clip", "0", "mini-batch", "0", "entropy-bonus", "0"};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "critic=shared",
                "critic=separate",
                "critic=separate value-passes=3",
                "critic=shared sparse-optimizer=true",
                "critic=shared optimizer=rmsprop",
                "critic=shared passes=1 clip=0 mini-batch=0 entropy-bonus=0 learning-rate=0.03",
                "critic=separate passes=1 clip=0 mini-batch=0 entropy-bonus=0 learning-rate=0.03",
            })
    void theBanditIsLearned(String changes) {
        LearnerConfig config = LearnerConfigs.actorCritic(changes.split("[= ]"));
        EnvironmentFactory bandits = () -> new BanditEnvironment(6, 3, 20, 20);
        try (Trainer trainer = new Trainer(config, 1, bandits, 1, 2)) {
            double before = score(trainer, bandits, 20);
            train(trainer, 80);
            double after = score(trainer, bandits, 20);
            assertTrue(before < 0.7, "before " + before);
            assertTrue(after > 0.9, "after " + after);
            assertTrue(trainer.meanScore() > 0.85 * 20, "mean of the last 100 " + trainer.meanScore());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "critic=shared",
                "critic=separate value-passes=3",
                "critic=shared decisive-only=true",
                "critic=shared gae-lambda=1 passes=1 clip=0 mini-batch=0 learning-rate=0.03"
            })
    void creditFindsItsWayBackOverAFewSteps(String changes) {
        LearnerConfig config = LearnerConfigs.actorCritic(changes.split("[= ]"));
        EnvironmentFactory sequences = () -> new SequenceEnvironment(3, 3, 4);
        try (Trainer trainer = new Trainer(config, 1, sequences, 1, 2)) {
            double before = score(trainer, sequences, 4);
            train(trainer, 150);
            double after = score(trainer, sequences, 4);
            assertTrue(before < 0.6, "before " + before);
            assertTrue(after > 0.9, "after " + after);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"critic=shared", "critic=separate value-passes=2", "critic=separate sparse-optimizer=true"})
    void threadsDoNotShowInTheResult(String changes) {
        LearnerConfig config = LearnerConfigs.actorCritic(changes.split("[= ]"));
        byte[] alone = trained(config, 1, 4);
        assertArrayEquals(alone, trained(config, 2, 4));
        assertArrayEquals(alone, trained(config, 4, 4));
    }

    @Test
    void theSeedShowsInTheResult() {
        try (Trainer one = trainer(LearnerConfigs.actorCritic(), 1);
                Trainer other = new Trainer(LearnerConfigs.actorCritic(), 8, BANDITS, 1, 1)) {
            other.network().set(one.network().parameters());
            assertNotEquals(one.update(1, () -> false), other.update(1, () -> false));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void anotherTrainerGoesOnFromTheStateOfAnyUpdate(int updates) {
        LearnerConfig config = LearnerConfigs.actorCritic("sparse-optimizer", "true");
        TrainerState state;
        try (Trainer trainer = trainer(config, 2)) {
            train(trainer, updates);
            state = trainer.state();
            // The state shares nothing with the trainer that goes on.
            train(trainer, 2);
        }
        try (Trainer trainer = trainer(config, 1)) {
            train(trainer, 3);
            trainer.restore(state);
            assertEquals(updates, trainer.updates());
            train(trainer, 6 - updates);
            assertArrayEquals(trained(config, 1, 6), encoded(config, trainer));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void stoppingInTheMiddleOfARolloutAndGoingOnChangesNothing(int threads) {
        // Several turns for each rollout.
        LearnerConfig config = LearnerConfigs.actorCritic("rollout", "200");
        byte[] undisturbed = trained(config, 1, 3);
        try (Trainer same = trainer(config, threads)) {
            int stops = 0;
            for (int asked = 1; same.updates() < 3; asked += 2) {
                AtomicInteger left = new AtomicInteger(asked);
                stops += same.update(1, () -> left.decrementAndGet() < 0).isPresent() ? 0 : 1;
                if (stops == 3) {
                    // What was played of the present update is not in the state; it is played again.
                    TrainerState state = same.state();
                    try (Trainer next = trainer(config, threads)) {
                        next.restore(state);
                        train(next, 3 - (int) next.updates());
                        assertArrayEquals(undisturbed, encoded(config, next));
                    }
                }
            }
            assertTrue(stops >= 3, stops + " stops");
            assertArrayEquals(undisturbed, encoded(config, same));
        }
    }

    @Test
    void statesOfOtherGamesAreRefused() {
        LearnerConfig config = LearnerConfigs.actorCritic();
        TrainerState state;
        try (Trainer trainer = trainer(config, 1)) {
            train(trainer, 1);
            state = trainer.state();
        }
        try (Trainer three = trainer(LearnerConfigs.actorCritic("games", "3"), 1)) {
            IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> three.restore(state));
            assertEquals("expected the progress of 3 games, but found 4", refusal.getMessage());
        }
        // Episodes of 5 steps: the actions that were played do not fit into one.
        EnvironmentFactory shorter = () -> new BanditEnvironment(4, 3, 5, 5);
        try (Trainer other = new Trainer(config, 7, shorter, 1, 1)) {
            IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> other.restore(state));
            assertTrue(refusal.getMessage().contains("it is another game"), refusal.getMessage());
        }
    }

    /**
     * All observations are the same, so V is one number, at which the advantages of an episode add up to 0. With γλ = 0.855 the
     * error of step j (from 0) is in them wⱼ = (1 − 0.855ʲ⁺¹) / 0.145 times, w₉ = 5.456, Σ w = 36.79. So
     *
     * <ul>
     *   <li>cut off, 1 a step: Σ w (1 − 0.1 V) = 0, V = 10;
     *   <li>terminated, 1 a step: Σ w (1 − 0.1 V) = 0.9 V w₉, V = 36.79 / (3.679 + 4.910) = 4.28;
     *   <li>cut off, −2 at last: Σ w (1 − 0.1 V) = 3 w₉, V = (36.79 − 16.37) / 3.679 = 5.55.
     * </ul>
     */
    @ParameterizedTest
    @CsvSource({"TRUNCATED, 1, 10", "TERMINATED, 1, 4.28", "TRUNCATED, -2, 5.55"})
    void gamesThatAreCutOffAreWorthWhatTheyWouldHaveBrought(Outcome end, float lastReward, double expected) {
        LearnerConfig config = LearnerConfigs.actorCritic("gamma", "0.9", "hidden", "none", "learning-rate", "0.05");
        try (Trainer trainer = new Trainer(config, 1, () -> new SteadyEnvironment(10, end, lastReward), 1, 1)) {
            train(trainer, 100);
            ForwardPass pass = new ForwardPass(trainer.network());
            pass.forward(new float[] {1});
            assertEquals(expected, pass.value(), 0.3);
            assertEquals(9 + lastReward, trainer.meanScore(), 1e-9, "what is foreseen does not count as score");
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void indecisiveDecisionsAreLeftOutWhereAsked(boolean decisiveOnly) {
        LearnerConfig config = LearnerConfigs.actorCritic(
                "hidden", "none", "sparse-optimizer", "true", "decisive-only", Boolean.toString(decisiveOnly));
        try (Trainer trainer = new Trainer(config, 1, () -> new SequenceEnvironment(3, 3, 4), 1, 1)) {
            int indecisive = 12;
            float[] before = trainer.network().lines()[indecisive].clone();
            float[] other = trainer.network().lines()[0].clone();
            UpdateReport report = trainer.update(1, () -> false).orElseThrow();
            assertEquals(240, report.decisions());
            assertEquals(decisiveOnly, Arrays.equals(before, trainer.network().lines()[indecisive]));
            assertFalse(Arrays.equals(other, trainer.network().lines()[0]));
            // 120 or 240 decisions in mini-batches of about 48, four times.
            assertEquals(4L * (decisiveOnly ? 3 : 5), trainer.state().optimizerSteps());
        }
    }

    @Test
    void anUpdateWithoutADecisiveDecisionTeachesNothing() {
        LearnerConfig config = LearnerConfigs.actorCritic("decisive-only", "true");
        EnvironmentFactory bandits = () -> new BanditEnvironment(4, 3, 20, 20) {
            @Override
            public boolean decisive() {
                return false;
            }
        };
        try (Trainer trainer = new Trainer(config, 1, bandits, 1, 1)) {
            List<float[]> before = trainer.network().parameters();
            UpdateReport report = trainer.update(1, () -> false).orElseThrow();
            assertEquals(240, report.decisions());
            assertEquals(12, report.finished().size());
            assertEquals(0, trainer.state().optimizerSteps());
            assertSame(before, trainer.network().parameters());
        }
    }

    @Test
    void aLimitOfTheDivergenceStopsAnUpdateEarly() {
        String[] fast = {"learning-rate", "0.1", "passes", "10"};
        try (Trainer free = trainer(LearnerConfigs.actorCritic(fast), 1);
                Trainer held = trainer(
                        LearnerConfigs.actorCritic("learning-rate", "0.1", "passes", "10", "max-kl", "0.02"), 1)) {
            UpdateReport freeReport = free.update(1, () -> false).orElseThrow();
            UpdateReport heldReport = held.update(1, () -> false).orElseThrow();
            assertEquals(10 * 5, free.state().optimizerSteps());
            assertTrue(held.state().optimizerSteps() >= 1, held.state().optimizerSteps() + " steps");
            assertTrue(held.state().optimizerSteps() < 25, held.state().optimizerSteps() + " steps");
            assertTrue(freeReport.kl() > heldReport.kl(), freeReport.kl() + " and " + heldReport.kl());
        }
    }

    /** What played is what learns: not even a rounding lies between them. More decisions than go through together. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "critic=shared",
                "critic=separate",
                "critic=shared hidden=30,26,5 activation=relu biases=false",
                "critic=shared output=softmax clip=0.0001"
            })
    void theFirstPassHasNoDivergenceAndNothingToClip(String changes) {
        List<String> all = new ArrayList<>(List.of("passes", "1", "mini-batch", "0", "rollout", "300"));
        all.addAll(List.of(changes.split("[= ]")));
        LearnerConfig config = LearnerConfigs.actorCritic(all.toArray(new String[0]));
        try (Trainer trainer = trainer(config, 2)) {
            for (int update = 0; update < 3; update++) {
                UpdateReport report = trainer.update(1, () -> false).orElseThrow();
                assertEquals(0, Math.abs(report.kl()));
                assertEquals(0, report.clipped());
            }
        }
        all.set(1, "4");
        try (Trainer trainer = trainer(LearnerConfigs.actorCritic(all.toArray(new String[0])), 2)) {
            assertTrue(trainer.update(1, () -> false).orElseThrow().kl() > 0, "later passes move away");
        }
    }

    @Test
    void scoresComeInTheOrderOfTime() {
        AtomicInteger made = new AtomicInteger();
        // Game g has episodes of g + 2 decisions; the last one pays 100 g + the number of the episode.
        EnvironmentFactory games = () -> {
            int game = made.getAndIncrement();
            return new BanditEnvironment(4, 3, game + 2, game + 2) {
                private int episode = -1;

                @Override
                public void reset(RandomStream random) {
                    super.reset(random);
                    episode++;
                    step = 0;
                }

                private int step;

                @Override
                public Outcome step(Action action) {
                    step++;
                    return super.step(action);
                }

                @Override
                public float reward() {
                    return step == game + 2 ? 100 * game + episode : 0;
                }
            };
        };
        List<Double> expected = new ArrayList<>();
        for (int time = 0; time < 24; time++) {
            for (int game = 0; game < 3; game++) {
                if ((time + 1) % (game + 2) == 0) {
                    expected.add((double) (100 * game + (time + 1) / (game + 2) - 1));
                }
            }
        }
        List<Double> found = new ArrayList<>();
        try (Trainer trainer = new Trainer(LearnerConfigs.actorCritic("games", "3", "rollout", "6"), 1, games, 1, 2)) {
            for (int update = 0; update < 4; update++) {
                trainer.update(1, () -> false).orElseThrow().finished().forEach(episode -> found.add(episode.score()));
            }
            assertEquals(expected.size(), trainer.episodes());
        }
        assertEquals(expected, found);
    }

    @Test
    void reportsCountAndMeasure() {
        LearnerConfig config = LearnerConfigs.actorCritic(
                "rate-hold", "240", "rate-end", "720", "rate-floor", "0.5", "critic", "separate", "value-passes", "1");
        try (Trainer trainer = trainer(config, 2)) {
            for (int update = 1; update <= 5; update++) {
                UpdateReport report = trainer.update(1, () -> false).orElseThrow();
                assertEquals(update, report.update());
                assertEquals(240L * update, report.decisions());
                assertEquals(trainer.episodes(), report.episodes());
                assertTrue(report.entropy() > 0 && report.entropy() <= Math.log(3) + 1e-6);
                assertTrue(report.valueLoss() > 0 && Double.isFinite(report.loss()) && report.gradientNorm() > 0);
                assertTrue(report.accuracy() > 0 && report.accuracy() < 1);
                assertEquals(update <= 2 ? 1 : update == 3 ? 0.75 : 0.5, report.rateFactor());
            }
            // Four passes of the policy and one of the value, in five mini-batches.
            assertEquals(5 * 25, trainer.state().optimizerSteps());
            assertEquals(4, trainer.state().games().size());
            assertEquals(Map.of(), trainer.state().partialBatch());
        }
    }

    /**
     * The gradient of the whole loss, away from the policy that played and with some decisions beyond the bound: against finite
     * differences of what the report says.
     */
    @ParameterizedTest
    @CsvSource({
        "shared, softmax, 3, 0.2",
        "separate, softmax, 3, 0.2",
        "shared, sigmoid, 2, 0.1",
        "shared, softmax, 3, 0"
    })
    void gradientIsTheFiniteDifferenceOfTheLoss(String critic, String output, int actions, double clip) {
        LearnerConfig config = LearnerConfigs.actorCritic(
                "critic", critic,
                "output", output,
                "clip", Double.toString(clip),
                "entropy-bonus", "0.3",
                "value-weight", "0.7",
                "passes", "1",
                "mini-batch", "0",
                "games", "2",
                "rollout", "15",
                "hidden", "5");
        EnvironmentFactory bandits = () -> new BanditEnvironment(4, actions, 4, 9);
        PolicyNetwork network = config.network().fresh(4, actions, new RandomStream(3));
        RecordingOptimizer optimizer = new RecordingOptimizer(network);
        try (Workers workers = new Workers(1)) {
            GradientStep step = new GradientStep(network, optimizer, 0, workers);
            try (ActorCritic learner = new ActorCritic(config, 1, bandits.create(2), network, step, workers)) {
                assertTrue(learner.play(0, 1, () -> false));
                List<float[]> moved = network.parameters();
                RandomStream random = new RandomStream(4);
                for (float[] array : moved) {
                    for (int i = 0; i < array.length; i++) {
                        array[i] += (float) (0.3 * random.gaussian());
                    }
                }
                network.set(moved);
                step.refresh();
                UpdateLoss here = learner.learn(0, 0);
                assertEquals(clip > 0, here.clipped() > 0.05 && here.clipped() < 0.9, "clipped " + here.clipped());
                assertTrue(here.kl() > 0.001, "divergence " + here.kl());
                FiniteDifferences.assertGradient(network, optimizer.last(), 0x1p-10f, 1e-4, 1e-2, () -> {
                    step.refresh();
                    UpdateLoss found = learner.learn(0, 0);
                    return found.policy() - 0.3 * found.entropy() + 0.7 * found.value();
                });
            }
        }
    }

    @Test
    void playingAndLearningAllocateNextToNothingOnceWarm() {
        LearnerConfig config = LearnerConfigs.actorCritic("sparse-optimizer", "true", "rollout", "200");
        EnvironmentFactory bandits = () -> new BanditEnvironment(4, 3, 40, 40);
        try (Trainer trainer = new Trainer(config, 1, bandits, 1, 1)) {
            long bytes = AllocatedBytes.leastOf(30, () -> trainer.update(1, () -> false));
            // The report with its scores, a stream of chance for each game, episode and pass.
            assertTrue(bytes < 10_000, bytes + " bytes for 800 decisions");
        }
    }

    @Test
    void anEnvironmentsExceptionReachesTheCallerAndAllAreClosed() {
        AtomicInteger open = new AtomicInteger();
        IllegalStateException thrown = new IllegalStateException("the emulator is gone");
        try (Trainer trainer =
                new Trainer(LearnerConfigs.actorCritic(), 1, () -> new FailingEnvironment(open, 50, thrown), 1, 3)) {
            assertEquals(4, open.get());
            assertEquals(thrown, assertThrows(IllegalStateException.class, () -> train(trainer, 1)));
            assertEquals(0, trainer.updates());
        }
        assertEquals(0, open.get());
    }

    @Test
    void plainAndClippedAreTheSameInTheFirstStep() {
        LearnerConfig plain = LearnerConfigs.actorCritic(PLAIN);
        LearnerConfig clipped = LearnerSettings.with(plain, Map.of("clip", "0.2"));
        try (Trainer one = trainer(plain, 1);
                Trainer other = trainer(clipped, 1)) {
            train(one, 3);
            train(other, 3);
            assertSame(one.network().parameters(), other.network().parameters());
        }
    }

    private static void assertSame(List<float[]> expected, List<float[]> found) {
        assertEquals(expected.size(), found.size());
        for (int k = 0; k < expected.size(); k++) {
            assertArrayEquals(expected.get(k), found.get(k));
        }
    }

    private static Trainer trainer(LearnerConfig config, int threads) {
        return new Trainer(config, 7, BANDITS, 1, threads);
    }

    private static void train(Trainer trainer, int updates) {
        for (int update = 0; update < updates; update++) {
            assertTrue(trainer.update(1, () -> false).isPresent());
        }
    }

    private static byte[] trained(LearnerConfig config, int threads, int updates) {
        try (Trainer trainer = trainer(config, threads)) {
            train(trainer, updates);
            return encoded(config, trainer);
        }
    }

    private static byte[] encoded(LearnerConfig config, Trainer trainer) {
        return CheckpointCodec.encode(new Checkpoint(
                "bandit", Map.of(), config, 7, trainer.network().spec(), trainer.state(), Optional.empty(), 0));
    }

    /** Mean score as a part of the best one. */
    private static double score(Trainer trainer, EnvironmentFactory environments, double best) {
        return new Evaluation(environments, 4, 2)
                        .run(trainer.network(), ActionChoice.SAMPLE, 99, 100, done -> {}, () -> false)
                        .mean()
                / best;
    }
}
