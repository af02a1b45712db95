package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointCodec;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The auxiliary task of an actor-critic: to foresee the next event; and its entropy bonus, which falls with the learning rate. */
class ForeseenEventsTest {

    /**
     * One letter or digit for each decision. A digit brings that event; a dot nothing; c a point, and C one with event 7;
     * x does not matter, and X does not but would bring event 7.
     */
    @ParameterizedTest
    @CsvSource({
        "..3..5.., 333555--",
        "........, --------",
        "4......., 4-------",
        ".......6, 66666666",
        // Not beyond a point, but up to the event of its own step.
        ".1.c..2., 11--222-",
        "...C..2., 7777222-",
        // Nor beyond a decision that does not matter, whose own event counts for nothing.
        "..x..2.., ---222--",
        ".0.X.2.., 00--22--",
        "xxxxxxx1, -------1"
    })
    void theNextEventIsForeseenAsFarAsItIsKnown(String script, String expected) {
        LearnerConfig config = LearnerConfigs.actorCritic("rollout", "8", "event-weight", "1");
        ScriptedEvents environment = new ScriptedEvents(script);
        PolicyNetwork network = config.network().fresh(config.spec(environment), new RandomStream(1));
        try (GameRollout game = new GameRollout(0, 1, environment, network, config)) {
            game.advance(0, 8);
            assertTrue(game.complete());
            int[] foreseen = new int[10];
            Arrays.fill(foreseen, 99);
            game.rollout().foreseen(foreseen, 1);
            StringBuilder found = new StringBuilder();
            for (int t = 1; t <= 8; t++) {
                found.append(foreseen[t] < 0 ? "-" : foreseen[t]);
            }
            assertEquals(expected, found.toString());
            assertEquals(99, foreseen[0]);
            assertEquals(99, foreseen[9]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared", "separate"})
    void theLossFallsWhereEventsCanBeForeseen(String critic) {
        LearnerConfig config = LearnerConfigs.actorCritic("critic", critic, "event-weight", "0.5");
        try (Trainer trainer = new Trainer(config, 1, OmenEnvironment::new, 1, 2)) {
            double first = trainer.update(1, () -> false).orElseThrow().eventLoss();
            train(trainer, 58);
            double last = trainer.update(1, () -> false).orElseThrow().eventLoss();
            assertTrue(first > 0.6 && first < 2, "first " + first);
            assertTrue(last >= 0 && last < 0.1, "last " + last);
            assertTrue(trainer.meanScore() > 4, "it learns to play all the same: " + trainer.meanScore());
        }
    }

    @Test
    void withoutWeightTheNetworkHasNoRoomForEvents() {
        LearnerConfig config = LearnerConfigs.actorCritic("event-weight", "0");
        try (Trainer trainer = new Trainer(config, 1, OmenEnvironment::new, 1, 1)) {
            assertEquals(0, trainer.network().spec().events());
            assertEquals(4, trainer.network().spec().outputsOf(0, 1));
            assertEquals(
                    Double.NaN, trainer.update(1, () -> false).orElseThrow().eventLoss());
        }
    }

    @Test
    void withoutEventsThereIsNoLossOfThem() {
        LearnerConfig config = LearnerConfigs.actorCritic("event-weight", "1");
        try (Trainer none = new Trainer(config, 1, () -> new BanditEnvironment(4, 3, 20, 20), 1, 1);
                Trainer never = new Trainer(config, 1, () -> new ScriptedEvents("...."), 1, 1)) {
            assertEquals(0, none.network().spec().events());
            assertEquals(Double.NaN, none.update(1, () -> false).orElseThrow().eventLoss());
            assertEquals(8, never.network().spec().events());
            assertEquals(Double.NaN, never.update(1, () -> false).orElseThrow().eventLoss());
            train(never, 3);
        }
    }

    @Test
    void reinforceForeseesNothing() {
        LearnerConfig config = LearnerConfigs.small("event-weight", "1");
        assertEquals(0, config.spec(new OmenEnvironment()).events());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared", "separate"})
    void threadsDoNotShowInTheResult(String critic) {
        LearnerConfig config =
                LearnerConfigs.actorCritic("critic", critic, "event-weight", "0.5", "sparse-optimizer", "true");
        byte[] alone = trained(config, 1);
        assertArrayEquals(alone, trained(config, 2));
        assertArrayEquals(alone, trained(config, 4));
    }

    @Test
    void aCheckpointKeepsTheOutputsOfEvents() {
        LearnerConfig config = LearnerConfigs.actorCritic("event-weight", "0.5");
        byte[] written = trained(config, 1);
        Checkpoint read = CheckpointCodec.decode(written, "omens.agent");
        assertEquals(3, read.spec().events());
        assertEquals(0.5, read.learner().actorCritic().eventWeight());
        assertArrayEquals(written, CheckpointCodec.encode(read));
        try (Trainer trainer = new Trainer(config, 7, OmenEnvironment::new, 1, 1)) {
            train(trainer, 4);
            List<float[]> expected = trainer.network().parameters();
            for (int k = 0; k < expected.size(); k++) {
                assertArrayEquals(expected.get(k), read.network().parameters().get(k));
            }
        }
    }

    /**
     * Two games of 16 decisions, away from the policy that played: 15 of 16 decisions belong to an omen whose event has come, the
     * last one does not.
     */
    @ParameterizedTest
    @ValueSource(strings = {"shared", "separate"})
    void gradientIsTheFiniteDifferenceOfTheLoss(String critic) {
        LearnerConfig config = LearnerConfigs.actorCritic(
                "critic", critic,
                "event-weight", "0.6",
                "entropy-bonus", "0.3",
                "value-weight", "0.7",
                "passes", "1",
                "mini-batch", "0",
                "games", "2",
                "rollout", "16",
                "hidden", "5");
        PolicyNetwork network = config.network().fresh(config.spec(new OmenEnvironment()), new RandomStream(3));
        RecordingOptimizer optimizer = new RecordingOptimizer(network);
        EnvironmentFactory omens = OmenEnvironment::new;
        try (Workers workers = new Workers(1)) {
            GradientStep step = new GradientStep(network, optimizer, 0, workers);
            try (ActorCritic learner = new ActorCritic(config, 1, omens.create(2), network, step, workers)) {
                assertTrue(learner.play(0, 1, () -> false));
                List<float[]> moved = network.parameters();
                RandomStream random = new RandomStream(4);
                for (float[] array : moved) {
                    for (int i = 0; i < array.length; i++) {
                        array[i] += (float) (0.2 * random.gaussian());
                    }
                }
                network.set(moved);
                DoubleSupplier loss = () -> {
                    step.refresh();
                    UpdateLoss found = learner.learn(0, 0);
                    return found.policy()
                            - 0.3 * found.entropy()
                            + 0.7 * found.value()
                            + 0.6 * 15 / 16 * found.eventLoss();
                };
                assertTrue(Double.isFinite(loss.getAsDouble()));
                FiniteDifferences.assertGradient(network, optimizer.last(), 0x1p-8f, 1e-4, 1e-2, loss);
            }
        }
    }

    /** Half of the rate's way: 0.5 (1 - (1 - 0.5) 0.5) = 0.375; all of it: 0.5 (1 - 0.5) = 0.25. */
    @ParameterizedTest
    @CsvSource({"0.5, 0, 0.5", "0.5, 500, 0.375", "0.5, 1000, 0.25", "0, 1000, 0", "1, 1000, 0.5"})
    void theEntropyBonusFallsToItsFloorWithTheRate(double floor, long before, double bonus) {
        List<float[]> falling = entropyGradient(0.5, floor, before);
        List<float[]> constant = entropyGradient(bonus, 1, 0);
        for (int k = 0; k < falling.size(); k++) {
            assertArrayEquals(constant.get(k), falling.get(k));
        }
    }

    private static List<float[]> entropyGradient(double bonus, double floor, long before) {
        LearnerConfig config = LearnerConfigs.actorCritic(
                "entropy-bonus",
                Double.toString(bonus),
                "entropy-floor",
                Double.toString(floor),
                "passes",
                "1",
                "mini-batch",
                "0",
                "rate-end",
                "1000");
        EnvironmentFactory bandits = () -> new BanditEnvironment(4, 3, 20, 20);
        PolicyNetwork network = config.network().fresh(4, 3, new RandomStream(3));
        RecordingOptimizer optimizer = new RecordingOptimizer(network);
        try (Workers workers = new Workers(1)) {
            GradientStep step = new GradientStep(network, optimizer, 0, workers);
            try (ActorCritic learner = new ActorCritic(config, 1, bandits.create(4), network, step, workers)) {
                assertTrue(learner.play(0, 1, () -> false));
                learner.learn(0, before);
                return optimizer.last();
            }
        }
    }

    /** The rate's way is behind it after the first update of 240 decisions; rate-floor 1 leaves the rate itself alone. */
    @Test
    void theScheduleOfTheRateReachesTheEntropyBonus() {
        String[] schedule = {"rate-hold", "0", "rate-end", "240", "rate-floor", "1", "entropy-bonus", "0.5"};
        LearnerConfig falling =
                LearnerSettings.with(LearnerConfigs.actorCritic(schedule), Map.of("entropy-floor", "0"));
        LearnerConfig none = LearnerSettings.with(falling, Map.of("entropy-bonus", "0"));
        LearnerConfig steady = LearnerSettings.with(falling, Map.of("entropy-floor", "1"));
        try (Trainer one = new Trainer(falling, 7, OmenEnvironment::new, 1, 1);
                Trainer other = new Trainer(none, 7, OmenEnvironment::new, 1, 1);
                Trainer third = new Trainer(steady, 7, OmenEnvironment::new, 1, 1)) {
            train(one, 1);
            train(third, 1);
            assertTrue(same(one, third), "the first update has the full bonus");
            other.restore(one.state());
            train(one, 1);
            train(other, 1);
            train(third, 1);
            assertTrue(same(one, other), "the second one has none");
            assertFalse(same(one, third));
        }
    }

    private static boolean same(Trainer one, Trainer other) {
        return Arrays.deepEquals(
                one.network().parameters().toArray(),
                other.network().parameters().toArray());
    }

    private static void train(Trainer trainer, int updates) {
        for (int update = 0; update < updates; update++) {
            assertTrue(trainer.update(1, () -> false).isPresent());
        }
    }

    private static byte[] trained(LearnerConfig config, int threads) {
        try (Trainer trainer = new Trainer(config, 7, OmenEnvironment::new, 1, threads)) {
            train(trainer, 4);
            return CheckpointCodec.encode(new Checkpoint(
                    "omens", Map.of(), config, 7, trainer.network().spec(), trainer.state(), Optional.empty(), 0));
        }
    }

    /** One endless episode in which each decision is as its letter says, again and again. */
    private static final class ScriptedEvents implements Environment {

        private final String script;
        private int step;

        ScriptedEvents(String script) {
            this.script = script;
        }

        private char letter(int decision) {
            return script.charAt(decision % script.length());
        }

        @Override
        public ObservationSpec observationSpec() {
            return ObservationSpec.features(1);
        }

        @Override
        public ActionSpec actionSpec() {
            return ActionSpec.discrete(3);
        }

        @Override
        public void reset(RandomStream random) {
            step = 0;
        }

        @Override
        public void observe(Observation into) {
            into.features().add(0, 1);
        }

        @Override
        public boolean decisive() {
            return letter(step) != 'x' && letter(step) != 'X';
        }

        @Override
        public int events() {
            return 8;
        }

        @Override
        public int event() {
            char letter = letter(step - 1);
            return letter == 'C' || letter == 'X' ? 7 : Character.digit(letter, 10);
        }

        @Override
        public Outcome step(Action action) {
            step++;
            return Character.toLowerCase(letter(step - 1)) == 'c' ? Outcome.CUT : Outcome.RUNNING;
        }

        @Override
        public float reward() {
            return 0;
        }

        @Override
        public void close() {
            step = 0;
        }
    }
}
