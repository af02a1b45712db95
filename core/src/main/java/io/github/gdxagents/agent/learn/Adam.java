package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.PolicyNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1), at a line's step {@code t = 1, 2, …}:
 *
 * <pre>{@code
 * m ← β₁ m + (1 − β₁) g
 * v ← β₂ v + (1 − β₂) g²
 * w ← w − η · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)
 * }</pre>
 *
 * <p>The memory: all m, all v, and the number of steps of each line. Dense, all lines have made the same number of steps.
 */
public final class Adam extends LineOptimizer {

    /** Steps for which the bias correction is kept in a table; with the usual β₂ = 0.999 it is 1 afterwards. */
    private static final int TABLED = 20_000;

    private final double learningRate;
    private final double beta1;
    private final double beta2;
    private final float epsilon;
    private final float[] meanCorrections;
    private final float[] squareCorrections;
    private final float[][] means;
    private final float[][] squares;
    /** Whole numbers; beyond 2²⁴ they stay there, where the bias correction has long been 1. */
    private final float[] lineSteps;

    /**
     * An optimiser that has seen nothing yet.
     *
     * @param network whose weights it changes
     * @param config η, β₁, β₂, ε, and whether it is sparse
     */
    Adam(PolicyNetwork network, OptimizerConfig config) {
        super(network, config.sparse());
        this.learningRate = config.learningRate();
        this.beta1 = config.adamBeta1();
        this.beta2 = config.adamBeta2();
        this.epsilon = (float) config.epsilon();
        this.meanCorrections = corrections(beta1);
        this.squareCorrections = corrections(beta2);
        this.means = network.layout().zeroLines();
        this.squares = network.layout().zeroLines();
        this.lineSteps = new float[network.layout().lines()];
    }

    @Override
    void updateLine(int line, float[] gradient, float scale, double rateFactor) {
        int t = (int) ++lineSteps[line];
        step(
                network.lines()[line],
                gradient,
                scale,
                means[line],
                squares[line],
                (float) (learningRate * rateFactor) * correction(meanCorrections, beta1, t),
                correction(squareCorrections, beta2, t));
    }

    private static float correction(float[] table, double beta, int t) {
        return t < table.length ? table[t] : (float) (1 / (1 - StrictMath.pow(beta, (double) t)));
    }

    /** {@code 1 / (1 − βᵗ)} for the first t, since a power takes longer than the rest of a line's step. */
    private static float[] corrections(double beta) {
        float[] table = new float[TABLED];
        double power = 1;
        for (int t = 1; t < TABLED; t++) {
            power *= beta;
            table[t] = (float) (1 / (1 - power));
        }
        return table;
    }

    private void step(float[] w, float[] g, float scale, float[] m, float[] v, float rate, float squareScale) {
        float b1 = (float) beta1;
        float b2 = (float) beta2;
        float c1 = (1 - b1) * scale;
        float c2 = (1 - b2) * scale * scale;
        float eps = epsilon;
        for (int i = 0; i < w.length; i++) {
            m[i] = b1 * m[i] + c1 * g[i];
            v[i] = b2 * v[i] + c2 * g[i] * g[i];
            w[i] -= rate * m[i] / ((float) Math.sqrt(v[i] * squareScale) + eps);
        }
    }

    @Override
    public List<float[]> memory() {
        List<float[]> memory = new ArrayList<>(network.layout().toArrays(means));
        memory.addAll(network.layout().toArrays(squares));
        memory.add(lineSteps.clone());
        return memory;
    }

    @Override
    public void restore(long newSteps, List<float[]> memory) {
        int arrays = memory.size() / 2;
        if (memory.size() % 2 == 0) {
            // The memory of version 1, which knew no line steps.
            restore(newSteps, memory.subList(0, arrays), memory.subList(arrays, 2 * arrays));
            Arrays.fill(lineSteps, (float) newSteps);
        } else {
            float[] counts = memory.get(2 * arrays);
            if (counts.length != lineSteps.length) {
                throw new IllegalArgumentException("memory of Adam must count the steps of " + lineSteps.length
                        + " lines, but does of " + counts.length);
            }
            for (float count : counts) {
                if (!(count >= 0 && count <= Integer.MAX_VALUE && count == Math.rint(count))) {
                    throw new IllegalArgumentException(
                            "memory of Adam must count steps in whole numbers of 0 or more, but found " + count);
                }
            }
            restore(newSteps, memory.subList(0, arrays), memory.subList(arrays, 2 * arrays));
            System.arraycopy(counts, 0, lineSteps, 0, counts.length);
        }
    }

    private void restore(long newSteps, List<float[]> newMeans, List<float[]> newSquares) {
        network.layout().toLines("memory of Adam", newMeans, means);
        network.layout().toLines("memory of Adam", newSquares, squares);
        setSteps(newSteps);
    }
}
