package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.PolicyNetwork;

/**
 * What is chosen about an optimiser.
 *
 * @param kind which one
 * @param learningRate step size, above 0 and at most 10
 * @param rmsPropDecay ρ of RMSProp, 0 (inclusive) to 1 (exclusive)
 * @param adamBeta1 β₁ of Adam, 0 (inclusive) to 1 (exclusive)
 * @param adamBeta2 β₂ of Adam, 0 (inclusive) to 1 (exclusive)
 * @param epsilon keeps the quotient finite, also in float: 1e-30 to 1
 * @param epsilonInsideRoot for RMSProp: √(v + ε) instead of √v + ε
 * @param maxGradientNorm gradients are shortened to this norm; 0: they are not
 * @param sparse whether weights of inputs that did not occur are left out, see {@link Optimizer}
 */
public record OptimizerConfig(
        Kind kind,
        double learningRate,
        double rmsPropDecay,
        double adamBeta1,
        double adamBeta2,
        double epsilon,
        boolean epsilonInsideRoot,
        double maxGradientNorm,
        boolean sparse) {

    /** The optimisers there are. */
    public enum Kind {
        /** {@link RmsProp}. */
        RMSPROP,
        /** {@link Adam}. */
        ADAM
    }

    /**
     * Checks the ranges.
     *
     * @param kind which one
     * @param learningRate step size, above 0 and at most 10
     * @param rmsPropDecay ρ of RMSProp, 0 (inclusive) to 1 (exclusive)
     * @param adamBeta1 β₁ of Adam, 0 (inclusive) to 1 (exclusive)
     * @param adamBeta2 β₂ of Adam, 0 (inclusive) to 1 (exclusive)
     * @param epsilon keeps the quotient finite, also in float: 1e-30 to 1
     * @param epsilonInsideRoot for RMSProp: √(v + ε) instead of √v + ε
     * @param maxGradientNorm gradients are shortened to this norm; 0: they are not
     * @param sparse whether weights of inputs that did not occur are left out, see {@link Optimizer}
     */
    public OptimizerConfig {
        check("learning-rate", learningRate > 0 && learningRate <= 10, "above 0 and at most 10", learningRate);
        check("rmsprop-decay", rmsPropDecay >= 0 && (float) rmsPropDecay < 1, "from 0 to under 1", rmsPropDecay);
        check("adam-beta1", adamBeta1 >= 0 && (float) adamBeta1 < 1, "from 0 to under 1", adamBeta1);
        check("adam-beta2", adamBeta2 >= 0 && (float) adamBeta2 < 1, "from 0 to under 1", adamBeta2);
        check("epsilon", epsilon >= 1e-30 && epsilon <= 1, "from 1e-30 to 1", epsilon);
        check("max-gradient-norm", maxGradientNorm >= 0 && maxGradientNorm <= 1e9, "from 0 to 1e9", maxGradientNorm);
    }

    /**
     * The optimiser itself.
     *
     * @param network whose weights it changes
     * @return a new optimiser that has seen nothing yet
     */
    public Optimizer create(PolicyNetwork network) {
        return switch (kind) {
            case RMSPROP -> new RmsProp(network, this);
            case ADAM -> new Adam(network, this);
        };
    }

    private static void check(String name, boolean fits, String range, double value) {
        if (!fits) {
            throw new IllegalArgumentException(name + " must be " + range + ", but was " + value);
        }
    }
}
