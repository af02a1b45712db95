package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.network.PolicyNetwork;
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

    private static LearningAgentBuilder inPlace(LearnerConfig config, ObservationSpec observations) {
        return LearningAgent.builder(observations, ActionSpec.discrete(2))
                .learner(config)
                .background(false);
    }

    private static float[] weights(LearningAgent agent) {
        agent.takeWeights();
        return agent.network().parameters().get(0);
    }

    private static void playUntilUpdate(LearningAgent agent, ObservationSpec observations, long update) {
        InPlaceGame game = new InPlaceGame(agent, new Coins(observations), 1);
        while (agent.updates() < update) {
            game.episode();
            agent.learn();
        }
    }

    private static boolean firstUpdateInPlaceLearns(LearnerConfig config, ObservationSpec observations) {
        try (LearningAgent agent = inPlace(config, observations).build()) {
            float[] before = weights(agent);
            playUntilUpdate(agent, observations, 1);
            boolean first = !Arrays.equals(before, weights(agent));
            playUntilUpdate(agent, observations, 2);
            assertFalse(Arrays.equals(before, weights(agent)));
            return first;
        }
    }

    @Test
    void aRunningGameIsLookedAtFirstAsWell() {
        ObservationSpec normalised = ObservationSpec.vector("side");
        assertFalse(firstUpdateInPlaceLearns(config(false), normalised));
        assertFalse(firstUpdateInPlaceLearns(config(true), normalised.unnormalised()));
        assertTrue(firstUpdateInPlaceLearns(config(false), normalised.unnormalised()));
    }

    /** 500 episodes are nearly 8 recordings of 64: what was seen in them is the scale of the first update, so it need not look again. */
    @Test
    void whileGivenWeightsAreMeasuredTheScaleIsFound() {
        LearnerConfig config = config(true);
        ObservationSpec observations = ObservationSpec.vector("side").unnormalised();
        PolicyNetwork given =
                config.network().fresh(config.spec(observations, ActionSpec.discrete(2), 0), new RandomStream(1));
        try (LearningAgent agent = inPlace(config, observations)
                .beginWith(given)
                .rollbackEpisodes(500)
                .build()) {
            playUntilUpdate(agent, observations, 1);
            // Recordings 9 and later are learned from, not those that were gathered while the scale was not known.
            long pieces = config.actorCritic().games();
            assertEquals(64 * (7 + pieces), agent.decisions());
            assertFalse(Arrays.equals(given.parameters().get(0), weights(agent)));
        }
    }
}
