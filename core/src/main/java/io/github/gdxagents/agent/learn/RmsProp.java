package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Parameters;
import java.util.List;

/**
 * RMSProp (Tieleman and Hinton, "Neural Networks for Machine Learning", lecture 6.5, 2012):
 *
 * <pre>{@code
 * v ← ρ v + (1 − ρ) g²
 * w ← w − η g / (√v + ε)     or, with ε inside the root,     w ← w − η g / √(v + ε)
 * }</pre>
 */
public final class RmsProp implements Optimizer {

    private final float learningRate;
    private final float decay;
    private final float epsilon;
    private final boolean epsilonInsideRoot;
    private final List<float[]> squares;
    private long steps;

    /**
     * An optimiser that has seen nothing yet.
     *
     * @param parameters of the network, for their shape
     * @param learningRate η, above 0
     * @param decay ρ, 0 to 1 (exclusive)
     * @param epsilon ε, above 0
     * @param epsilonInsideRoot which of the two formulas
     */
    public RmsProp(
            List<float[]> parameters, double learningRate, double decay, double epsilon, boolean epsilonInsideRoot) {
        this.learningRate = (float) learningRate;
        this.decay = (float) decay;
        this.epsilon = (float) epsilon;
        this.epsilonInsideRoot = epsilonInsideRoot;
        this.squares = Parameters.zeros(parameters);
    }

    @Override
    public void step(List<float[]> parameters, List<float[]> gradients) {
        steps++;
        for (int k = 0; k < squares.size(); k++) {
            if (epsilonInsideRoot) {
                stepInside(parameters.get(k), gradients.get(k), squares.get(k));
            } else {
                stepOutside(parameters.get(k), gradients.get(k), squares.get(k));
            }
        }
    }

    private void stepOutside(float[] w, float[] g, float[] v) {
        for (int i = 0; i < w.length; i++) {
            v[i] = decay * v[i] + (1 - decay) * g[i] * g[i];
            w[i] -= learningRate * g[i] / ((float) Math.sqrt(v[i]) + epsilon);
        }
    }

    private void stepInside(float[] w, float[] g, float[] v) {
        for (int i = 0; i < w.length; i++) {
            v[i] = decay * v[i] + (1 - decay) * g[i] * g[i];
            w[i] -= learningRate * g[i] / (float) Math.sqrt(v[i] + epsilon);
        }
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public List<float[]> memory() {
        return squares;
    }

    @Override
    public void restore(long steps, List<float[]> memory) {
        Parameters.copy("memory of RMSProp", memory, squares);
        this.steps = steps;
    }
}
