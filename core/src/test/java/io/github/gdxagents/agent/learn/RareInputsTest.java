package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bandit with contexts of which most are rare: learning must not suffer from leaving out what did not occur. */
class RareInputsTest {

    private static final int CONTEXTS = 40;
    private static final int ACTIONS = 3;
    private static final int FREQUENT = 4;
    private static final int SEEDS = 6;
    private static final int UPDATES = 120;

    /** A single update's policy trembles: that of the last few is measured, in the mean. */
    private static final int MEASURED = 40;

    /** Four contexts make up nine tenths of all; each of the others is one of 360. */
    private static final class RareContexts implements Environment {
        private RandomStream random = new RandomStream(0);
        private int context;
        private int steps;
        private float reward;

        @Override
        public ObservationSpec observationSpec() {
            return ObservationSpec.features(CONTEXTS);
        }

        @Override
        public ActionSpec actionSpec() {
            return ActionSpec.discrete(ACTIONS);
        }

        @Override
        public void reset(RandomStream episodeRandom) {
            random = episodeRandom;
            steps = 0;
            draw();
        }

        private void draw() {
            context = random.below(10) > 0 ? random.below(FREQUENT) : FREQUENT + random.below(CONTEXTS - FREQUENT);
        }

        @Override
        public void observe(Observation into) {
            into.features().add(context, 1);
        }

        @Override
        public Outcome step(Action action) {
            reward = action.choice() == best(context) ? 1 : 0;
            draw();
            return ++steps == 20 ? Outcome.TERMINATED : Outcome.CUT;
        }

        @Override
        public float reward() {
            return reward;
        }

        @Override
        public void close() {
            steps = 0;
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizerConfig.Kind.class)
    void sparseLearnsAsWellAsDense(OptimizerConfig.Kind kind) {
        double[] dense = learned(kind, false);
        double[] sparse = learned(kind, true);
        String found = "frequent " + dense[0] + " dense, " + sparse[0] + " sparse; rare " + dense[1] + ", " + sparse[1];
        assertTrue(dense[0] > 0.9 && sparse[0] > 0.9, found);
        assertTrue(sparse[0] > dense[0] - 0.04, found);
        assertTrue(sparse[1] > dense[1] - 0.03, found);
        assertTrue(sparse[1] > 0.85, found);
    }

    /** Mean probability of the best action in the frequent contexts and in the rare ones, over several seeds. */
    private static double[] learned(OptimizerConfig.Kind kind, boolean sparse) {
        LearnerConfig config = LearnerConfigs.actorCritic(
                "optimizer",
                kind == OptimizerConfig.Kind.ADAM ? "adam" : "rmsprop",
                "entropy-bonus",
                "0.05",
                "learning-rate",
                kind == OptimizerConfig.Kind.ADAM ? "0.01" : "0.003",
                "hidden",
                "24",
                "sparse-optimizer",
                Boolean.toString(sparse));
        double[] sums = new double[2];
        for (int seed = 1; seed <= SEEDS; seed++) {
            try (Trainer trainer = new Trainer(config, seed, RareContexts::new, 1, 2)) {
                for (int update = 1; update <= UPDATES; update++) {
                    trainer.update(1, () -> false);
                    if (update > UPDATES - MEASURED) {
                        addProbabilitiesOfBest(trainer.network(), sums);
                    }
                }
            }
        }
        return new double[] {sums[0] / SEEDS / MEASURED, sums[1] / SEEDS / MEASURED};
    }

    private static void addProbabilitiesOfBest(PolicyNetwork network, double[] sums) {
        ForwardPass pass = new ForwardPass(network);
        float[] probabilities = new float[ACTIONS];
        for (int context = 0; context < CONTEXTS; context++) {
            float[] observation = new float[CONTEXTS];
            observation[context] = 1;
            network.spec().output().distribution().probabilities(pass.forward(observation), probabilities);
            if (context < FREQUENT) {
                sums[0] += probabilities[best(context)] / FREQUENT;
            } else {
                sums[1] += probabilities[best(context)] / (CONTEXTS - FREQUENT);
            }
        }
    }

    private static int best(int context) {
        return (2 * context + 1) % ACTIONS;
    }
}
