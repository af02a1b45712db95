package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.PolicyNetwork;
import java.util.List;

/**
 * RMSProp (Tieleman and Hinton, "Neural Networks for Machine Learning", lecture 6.5, 2012):
 *
 * <pre>{@code
 * v ← ρ v + (1 − ρ) g²
 * w ← w − η g / (√v + ε)     or, with ε inside the root,     w ← w − η g / √(v + ε)
 * }</pre>
 */
public final class RmsProp extends LineOptimizer {

    private final double learningRate;
    private final float decay;
    private final float epsilon;
    private final boolean epsilonInsideRoot;
    private final float[][] squares;

    /**
     * An optimiser that has seen nothing yet.
     *
     * @param network whose weights it changes
     * @param config η, ρ, ε, which of the two formulas, and whether it is sparse
     */
    RmsProp(PolicyNetwork network, OptimizerConfig config) {
        super(network, config.sparse());
        this.learningRate = config.learningRate();
        this.decay = (float) config.rmsPropDecay();
        this.epsilon = (float) config.epsilon();
        this.epsilonInsideRoot = config.epsilonInsideRoot();
        this.squares = network.layout().zeroLines();
    }

    @Override
    void updateLine(int line, float[] gradient, float scale, double rateFactor) {
        float[] w = network.lines()[line];
        float rate = (float) (learningRate * rateFactor);
        if (epsilonInsideRoot) {
            stepInside(w, gradient, scale, squares[line], rate);
        } else {
            stepOutside(w, gradient, scale, squares[line], rate);
        }
    }

    private void stepOutside(float[] w, float[] g, float scale, float[] v, float rate) {
        float rest = (1 - decay) * scale * scale;
        for (int i = 0; i < w.length; i++) {
            v[i] = decay * v[i] + rest * g[i] * g[i];
            w[i] -= rate * (scale * g[i]) / ((float) Math.sqrt(v[i]) + epsilon);
        }
    }

    private void stepInside(float[] w, float[] g, float scale, float[] v, float rate) {
        float rest = (1 - decay) * scale * scale;
        for (int i = 0; i < w.length; i++) {
            v[i] = decay * v[i] + rest * g[i] * g[i];
            w[i] -= rate * (scale * g[i]) / (float) Math.sqrt(v[i] + epsilon);
        }
    }

    @Override
    public List<float[]> memory() {
        return network.layout().toArrays(squares);
    }

    @Override
    public void restore(long newSteps, List<float[]> memory) {
        network.layout().toLines("memory of RMSProp", memory, squares);
        setSteps(newSteps);
    }
}
