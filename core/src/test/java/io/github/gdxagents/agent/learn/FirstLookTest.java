package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first update of an actor-critic changes no weights where the size of inputs or rewards is not known yet. */
class FirstLookTest {

    /** A coin that is shown and names the right choice; in thousands, where such numbers are normalised. */
    private static final class Coins implements Environment {
        private final ObservationSpec observations;
        private int side;
        private float reward;
        private RandomStream random = new RandomStream(0);

        Coins(ObservationSpec observations) {
            this.observations = observations;
        }

        @Override
        public ObservationSpec observationSpec() {
            return observations;
        }

        @Override
        public ActionSpec actionSpec() {
            return ActionSpec.discrete(2);
        }

        @Override
        public void reset(RandomStream newRandom) {
            random = newRandom;
            side = random.below(2);
        }

        @Override
        public void observe(Observation into) {
            into.set(0, observations.normalised() ? 50_000 + 1000 * side : side);
        }

        @Override
        public Outcome step(Action action) {
            reward = action.choice() == side ? 1 : 0;
            return Outcome.TERMINATED;
        }

        @Override
        public float reward() {
            return reward;
        }
    }

    private static LearnerConfig config(boolean scaleRewards) {
        return LearnerSettings.with(
                LearnerConfig.defaults(), Map.of("scale-rewards", Boolean.toString(scaleRewards), "rollout", "64"));
    }

    private static Trainer trainer(LearnerConfig config, ObservationSpec observations) {
        return new Trainer(config, 1, () -> new Coins(observations), 1, 1);
    }

    private static boolean firstUpdateLearns(LearnerConfig config, ObservationSpec observations) {
        try (Trainer trainer = trainer(config, observations)) {
            float[] before = trainer.network().parameters().get(0).clone();
            assertTrue(trainer.update(1, () -> false).isPresent());
            boolean first =
                    !Arrays.equals(before, trainer.network().parameters().get(0));
            assertTrue(trainer.update(1, () -> false).isPresent());
            assertFalse(Arrays.equals(before, trainer.network().parameters().get(0)));
            assertEquals(1024, trainer.decisions());
            return first;
        }
    }

    @Test
    void looksFirstWhereInputsAreNormalised() {
        assertFalse(firstUpdateLearns(config(false), ObservationSpec.vector("side")));
    }

    @Test
    void looksFirstWhereRewardsAreScaled() {
        assertFalse(
                firstUpdateLearns(config(true), ObservationSpec.vector("side").unnormalised()));
    }

    @Test
    void learnsAtOnceWhereAllIsSeenAsItIs() {
        assertTrue(
                firstUpdateLearns(config(false), ObservationSpec.vector("side").unnormalised()));
    }

    @Test
    void aRunThatIsTakenUpAgainDoesNotLookTwice() {
        LearnerConfig config = config(true);
        ObservationSpec observations = ObservationSpec.vector("side");
        try (Trainer straight = trainer(config, observations);
                Trainer resumed = trainer(config, observations)) {
            straight.update(1, () -> false);
            resumed.restore(straight.state());
            straight.update(1, () -> false);
            resumed.update(1, () -> false);
            assertArrayEquals(
                    straight.network().parameters().get(0),
                    resumed.network().parameters().get(0));
        }
    }
}
