package io.github.gdxagents.agent.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.Evaluation;
import io.github.gdxagents.agent.learn.EvaluationReport;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerConfigs;
import io.github.gdxagents.agent.learn.MixedEnvironment;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.learn.Trainer;
import io.github.gdxagents.agent.learn.UpdateReport;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Learning where there are named entries, a stack, branches, a continuous value, masks, and rewards of any size. */
class MixedTrainingTest {

    private static final long SEED = 3;

    private static LearnerConfig config(String critic) {
        return LearnerConfigs.actorCritic("critic", critic, "scale-rewards", "true", "sparse-optimizer", "true");
    }

    private static Trainer trainer(LearnerConfig config, int threads) {
        return new Trainer(config, SEED, MixedEnvironment::harsh, 2, threads);
    }

    private static byte[] bytes(Trainer trainer, LearnerConfig config) {
        return CheckpointCodec.encode(new Checkpoint(
                "mixed",
                Map.of(),
                config,
                SEED,
                trainer.network().spec(),
                trainer.state(),
                Optional.empty(),
                0,
                MixedEnvironment.harsh().observationSpec()));
    }

    private static byte[] trained(LearnerConfig config, int threads, int updates) {
        try (Trainer trainer = trainer(config, threads)) {
            SmallRun.trainTo(trainer, updates);
            return bytes(trainer, config);
        }
    }

    @ParameterizedTest
    @CsvSource({"shared, 0", "separate, 0", "separate, 1", "shared, 3"})
    void sixUpdatesAreThreeAndThreeThroughAFile(String critic, int turnsOfTheFourth) {
        LearnerConfig config = config(critic);
        byte[] undisturbed = trained(config, 1, 6);
        byte[] half;
        try (Trainer trainer = trainer(config, 2)) {
            SmallRun.trainTo(trainer, 3);
            AtomicInteger left = new AtomicInteger(turnsOfTheFourth);
            assertFalse(trainer.play(1, () -> left.decrementAndGet() < 0), "stopped before the piece was complete");
            half = bytes(trainer, config);
        }
        Checkpoint read = CheckpointCodec.decode(half, "half");
        assertArrayEquals(half, CheckpointCodec.encode(read));
        assertEquals(9, read.state().inputMoments().size());
        assertEquals(3 * 240, read.state().inputMoments().get(0));
        assertEquals(3 * 240, read.state().returnMoments().get(0));
        assertTrue(
                read.state().games().stream().anyMatch(game -> game.choices().length > 0),
                "a game in the middle of an episode");
        try (Trainer trainer = trainer(config, 2)) {
            trainer.restore(read.state());
            SmallRun.trainTo(trainer, 6);
            assertArrayEquals(undisturbed, bytes(trainer, config));
        }
    }

    /** Whatever a trainer has done before leaves no trace. */
    @Test
    void aTrainerThatHasPlayedGoesBack() {
        LearnerConfig config = config("shared");
        byte[] undisturbed = trained(config, 1, 4);
        try (Trainer trainer = trainer(config, 1)) {
            SmallRun.trainTo(trainer, 2);
            Checkpoint two = CheckpointCodec.decode(bytes(trainer, config), "two");
            SmallRun.trainTo(trainer, 5);
            AtomicInteger left = new AtomicInteger(2);
            assertFalse(trainer.play(1, () -> left.decrementAndGet() < 0));
            trainer.restore(two.state());
            SmallRun.trainTo(trainer, 4);
            assertArrayEquals(undisturbed, bytes(trainer, config));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared", "separate"})
    void threadsDoNotShowInTheResult(String critic) {
        byte[] alone = trained(config(critic), 1, 4);
        assertArrayEquals(alone, trained(config(critic), 2, 4));
        assertArrayEquals(alone, trained(config(critic), 4, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared", "separate"})
    void actorCriticLearnsAllPartsOfAnAction(String critic) {
        LearnerConfig config = config(critic);
        try (Trainer trainer = trainer(config, 2)) {
            double first = perDecision(trainer, MixedEnvironment::harsh, ActionChoice.SAMPLE) / 500;
            SmallRun.trainTo(trainer, 300);
            double last = perDecision(trainer, MixedEnvironment::harsh, ActionChoice.GREEDY) / 500;
            assertTrue(first < 1.2, "before: " + first);
            assertTrue(last > 2.7, "after: " + last + " of 3 points a decision");
        }
    }

    /** What the decision before showed is not to be seen without a stack. */
    @Test
    void withoutAStackTheDecisionBeforeIsUnknown() {
        LearnerConfig config = config("shared");
        Supplier<MixedEnvironment> single = () -> new MixedEnvironment(1, 1, 0);
        try (Trainer trainer = new Trainer(config, SEED, single::get, 1, 2)) {
            SmallRun.trainTo(trainer, 100);
            double last = perDecision(trainer, single, ActionChoice.GREEDY);
            assertTrue(last > 2.2 && last < 2.65, last + " of 3 points a decision");
        }
    }

    /** An update learns from exactly what was played with: its first look at each decision finds the policy where it was. */
    @ParameterizedTest
    @ValueSource(strings = {"shared", "separate"})
    void theFirstPassFindsThePolicyThatPlayed(String critic) {
        LearnerConfig config =
                LearnerConfigs.actorCritic("critic", critic, "scale-rewards", "true", "passes", "1", "mini-batch", "0");
        try (Trainer trainer = trainer(config, 1)) {
            for (int update = 0; update < 5; update++) {
                UpdateReport report = trainer.update(1, () -> false).orElseThrow();
                assertEquals(0, report.kl(), 1e-9, "update " + report.update());
                assertEquals(0, report.clipped());
            }
        }
    }

    @Test
    void rewardsAreBroughtToASizeThatACriticLearns() {
        double[] losses = new double[2];
        for (int k = 0; k < 2; k++) {
            LearnerConfig config = LearnerConfigs.actorCritic("scale-rewards", k == 0 ? "false" : "true");
            try (Trainer trainer = trainer(config, 1)) {
                SmallRun.trainTo(trainer, 3);
                losses[k] = trainer.update(1, () -> false).orElseThrow().valueLoss();
                assertEquals(k == 0, trainer.state().returnMoments().isEmpty());
            }
        }
        assertTrue(losses[0] > 10_000, "as they are: " + losses[0]);
        assertTrue(losses[1] < 10, "scaled: " + losses[1]);
    }

    @Test
    void scoresAreThoseOfTheGameNotTheScaledOnes() {
        LearnerConfig config = config("shared");
        try (Trainer trainer = trainer(config, 1)) {
            SmallRun.trainTo(trainer, 4);
            double highest = trainer.state().recentScores().stream()
                    .mapToDouble(Math::abs)
                    .max()
                    .orElseThrow();
            assertTrue(highest > 1000, "highest " + highest);
        }
    }

    @Test
    void reinforceLearnsAllPartsOfAnAction() {
        LearnerConfig config = LearnerConfigs.small("learning-rate", "0.01");
        try (Trainer trainer = new Trainer(config, SEED, MixedEnvironment::kind, 2, 2)) {
            assertEquals(0, trainer.network().spec().normalised());
            SmallRun.trainTo(trainer, 300);
            double last = perDecision(trainer, MixedEnvironment::kind, ActionChoice.GREEDY);
            assertTrue(last > 2.7, last + " of 3 points a decision");
        }
    }

    /** Some episodes of the next update wait in the file, with their masks. */
    @Test
    void reinforceGoesOnThroughAFile() {
        LearnerConfig config = LearnerConfigs.small();
        byte[] undisturbed = trained(config, 2, 4);
        byte[] half;
        try (Trainer trainer = trainer(config, 1)) {
            SmallRun.trainTo(trainer, 2);
            trainer.update(4, () -> false);
            half = bytes(trainer, config);
        }
        Checkpoint read = CheckpointCodec.decode(half, "half");
        assertEquals(4, read.state().partialBatch().size());
        assertTrue(read.state().partialBatch().get(0).masked());
        assertEquals(List.of(), read.state().inputMoments());
        try (Trainer trainer = trainer(config, 1)) {
            trainer.restore(read.state());
            SmallRun.trainTo(trainer, 4);
            assertArrayEquals(undisturbed, bytes(trainer, config));
        }
    }

    /** A gradient that took no notice of masks would push at choices that were never there. */
    @ParameterizedTest
    @EnumSource(LearnerConfig.Algorithm.class)
    void whereThereIsNoChoiceThePolicyStaysAsItIs(LearnerConfig.Algorithm algorithm) {
        LearnerConfig config = algorithm == LearnerConfig.Algorithm.REINFORCE
                ? LearnerConfigs.small()
                : LearnerConfigs.actorCritic("critic", "separate");
        try (Trainer trainer = new Trainer(config, SEED, NoChoice::new, 1, 1)) {
            List<float[]> before = trainer.network().parameters();
            SmallRun.trainTo(trainer, 2);
            List<float[]> after = trainer.network().parameters();
            for (int k = 0; k < 4; k++) {
                assertArrayEquals(before.get(k), after.get(k), 1e-7f, "parameters " + k);
            }
            UpdateReport report = trainer.update(Integer.MAX_VALUE, () -> false).orElseThrow();
            assertEquals(0, report.entropy(), 1e-7);
            assertEquals(1, report.accuracy());
        }
    }

    /** All choices but one are forbidden, now this one, now that; rewards come as they like. */
    private static final class NoChoice implements Environment {
        private RandomStream random = new RandomStream(0);
        private int only;
        private float reward;

        @Override
        public ObservationSpec observationSpec() {
            return ObservationSpec.features(3);
        }

        @Override
        public ActionSpec actionSpec() {
            return ActionSpec.discrete(3);
        }

        @Override
        public void reset(RandomStream episodeRandom) {
            random = episodeRandom;
            only = random.below(3);
        }

        @Override
        public void observe(Observation into) {
            into.features().add(only, 1);
            into.mask().forbid((only + 1) % 3);
            into.mask().forbid((only + 2) % 3);
        }

        @Override
        public Outcome step(Action action) {
            assertEquals(only, action.choice());
            only = random.below(3);
            reward = random.below(5) - 2;
            return random.below(20) == 0 ? Outcome.TERMINATED : Outcome.RUNNING;
        }

        @Override
        public float reward() {
            return reward;
        }
    }

    @Test
    void aNetworkBeginsWithTheNormaliserOfAnother() {
        LearnerConfig config = config("shared");
        try (Trainer one = trainer(config, 1);
                Trainer other = trainer(config, 1)) {
            SmallRun.trainTo(one, 3);
            other.beginWith(one.network());
            assertEquals(
                    one.network().normaliser().toList(),
                    other.network().normaliser().toList());
            List<Double> before = one.network().normaliser().toList();
            SmallRun.trainTo(other, 1);
            assertEquals(before, one.network().normaliser().toList());
            assertNotEquals(before, other.network().normaliser().toList());
        }
    }

    private static double perDecision(Trainer trainer, Supplier<MixedEnvironment> environments, ActionChoice choice) {
        try (Evaluation evaluation = new Evaluation(environments::get, 2, 2)) {
            EvaluationReport report = evaluation.run(trainer.network(), choice, 77, 60, count -> {}, () -> false);
            return report.mean() * 60 / report.decisions();
        }
    }
}
