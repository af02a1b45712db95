package io.github.gdxagents.agent.network;

/** What a hidden unit does with its sum. The derivative is given as a function of the result, which is all that is kept. */
public enum Activation {
    /** max(0, x). */
    RELU {
        @Override
        void apply(float[] sums) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Math.max(0, sums[i]);
            }
        }

        @Override
        void timesDerivative(float[] results, float[] gradient) {
            for (int i = 0; i < results.length; i++) {
                // The factor is 1 for every normal number above 0, and 0 for 0: a choice would not become vector
                // instructions.
                gradient[i] *= Math.min(1, results[i] * Float.MAX_VALUE);
            }
        }
    },
    /**
     * tanh(x) to about six digits, in plain float arithmetic: the same on every machine, and vector instructions. A 32nd of x goes into
     * the first terms of its power series, and five times {@code tanh(2 y) = 2 tanh(y) / (1 + tanh²(y))} leads back.
     */
    TANH {
        @Override
        void apply(float[] sums) {
            for (int i = 0; i < sums.length; i++) {
                // Beyond 9 the nearest float is 1.
                float y = Math.max(-9, Math.min(9, sums[i])) / 32;
                float y2 = y * y;
                float t = y * (1 + y2 * (-1 / 3f + y2 * (2 / 15f + y2 * (-17 / 315f + y2 * (62 / 2835f)))));
                t = 2 * t / (1 + t * t);
                t = 2 * t / (1 + t * t);
                t = 2 * t / (1 + t * t);
                t = 2 * t / (1 + t * t);
                sums[i] = 2 * t / (1 + t * t);
            }
        }

        @Override
        void timesDerivative(float[] results, float[] gradient) {
            for (int i = 0; i < results.length; i++) {
                gradient[i] *= 1 - results[i] * results[i];
            }
        }
    };

    /** Replaces each sum by its activation. */
    abstract void apply(float[] sums);

    /** Multiplies a gradient with respect to the results by the derivative there: a gradient with respect to the sums. */
    abstract void timesDerivative(float[] results, float[] gradient);
}
