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
                gradient[i] = results[i] > 0 ? gradient[i] : 0;
            }
        }
    },
    /** tanh(x), in {@link StrictMath} so that all machines agree. */
    TANH {
        @Override
        void apply(float[] sums) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = (float) StrictMath.tanh(sums[i]);
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
