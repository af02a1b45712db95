package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1), at step {@code t = 1, 2, …}:
 *
 * <pre>{@code
 * m ← β₁ m + (1 − β₁) g
 * v ← β₂ v + (1 − β₂) g²
 * w ← w − η · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)
 * }</pre>
 */
public final class Adam implements Optimizer {

    private final double learningRate;
    private final double beta1;
    private final double beta2;
    private final float epsilon;
    private final List<float[]> means;
    private final List<float[]> squares;
    private final List<float[]> memory;
    private long steps;

    /**
     * An optimiser that has seen nothing yet.
     *
     * @param parameters of the network, for their shape
     * @param learningRate η, above 0
     * @param beta1 β₁, 0 to 1 (exclusive)
     * @param beta2 β₂, 0 to 1 (exclusive)
     * @param epsilon ε, above 0
     */
    public Adam(List<float[]> parameters, double learningRate, double beta1, double beta2, double epsilon) {
        this.learningRate = learningRate;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = (float) epsilon;
        this.means = Parameters.zeros(parameters);
        this.squares = Parameters.zeros(parameters);
        List<float[]> both = new ArrayList<>(means);
        both.addAll(squares);
        this.memory = List.copyOf(both);
    }

    @Override
    public void step(List<float[]> parameters, List<float[]> gradients) {
        steps++;
        float meanScale = (float) (1 / (1 - StrictMath.pow(beta1, (double) steps)));
        float squareScale = (float) (1 / (1 - StrictMath.pow(beta2, (double) steps)));
        for (int k = 0; k < means.size(); k++) {
            step(parameters.get(k), gradients.get(k), means.get(k), squares.get(k), meanScale, squareScale);
        }
    }

    private void step(float[] w, float[] g, float[] m, float[] v, float meanScale, float squareScale) {
        float b1 = (float) beta1;
        float b2 = (float) beta2;
        float rate = (float) learningRate * meanScale;
        for (int i = 0; i < w.length; i++) {
            m[i] = b1 * m[i] + (1 - b1) * g[i];
            v[i] = b2 * v[i] + (1 - b2) * g[i] * g[i];
            w[i] -= rate * m[i] / ((float) Math.sqrt(v[i] * squareScale) + epsilon);
        }
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public List<float[]> memory() {
        return memory;
    }

    @Override
    public void restore(long steps, List<float[]> memory) {
        Parameters.copy("memory of Adam", memory, this.memory);
        this.steps = steps;
    }
}
