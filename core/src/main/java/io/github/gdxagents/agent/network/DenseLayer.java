package io.github.gdxagents.agent.network;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One affine map {@code y = W x + b}.
 *
 * <p>The weights are kept as lines, vectors of their own: one for each input, with the weights that leave it. An input that
 * is zero is skipped, so a sparse observation costs one added line for each non-zero. A narrow layer (a few outputs behind many
 * inputs) has one line for each output instead, with the weights that lead to it: few long lines are faster than many short ones.
 */
final class DenseLayer {

    /** A layer behind others with no more outputs than this is narrow. */
    static final int NARROW = 24;

    private final boolean narrow;
    private final float[][] lines;
    private final float @Nullable [] biases;

    /**
     * A layer whose parameters are all zero.
     *
     * @param first whether it is the first of its stack, whose inputs are sparse
     * @param memory makes a line of a given length
     */
    DenseLayer(int inputs, int outputs, boolean first, boolean withBiases, IntFunction<float[]> memory) {
        this.narrow = isNarrow(outputs, first);
        this.lines = new float[narrow ? outputs : inputs][];
        for (int line = 0; line < lines.length; line++) {
            lines[line] = memory.apply(narrow ? inputs : outputs);
        }
        this.biases = withBiases ? memory.apply(outputs) : null;
    }

    static boolean isNarrow(int outputs, boolean first) {
        return !first && outputs <= NARROW;
    }

    boolean isNarrow() {
        return narrow;
    }

    /** The weights, live: {@code [outputs][inputs]} in a narrow layer, {@code [inputs][outputs]} in others. */
    float[][] lines() {
        return lines;
    }

    /** The biases, {@code [outputs]}, live; null for a layer without. */
    float @Nullable [] biases() {
        return biases;
    }

    /** y = W x + b for an x given by its non-zeros; not for narrow layers. */
    void forward(int[] indices, float[] values, int from, int to, float[] y) {
        startSums(y);
        Lines.addAll(y, lines, indices, values, from, to);
    }

    /** y = W x + b for an x given in full, with scratch arrays as long as x. */
    void forward(float[] x, float[] y, int[] numbers, float[] values) {
        if (narrow) {
            startSums(y);
            for (int output = 0; output < y.length; output++) {
                y[output] += Lines.dot(lines[output], x);
            }
        } else {
            forward(numbers, values, 0, Lines.nonZeros(x, numbers, values), y);
        }
    }

    private void startSums(float[] y) {
        if (biases == null) {
            Arrays.fill(y, 0);
        } else {
            System.arraycopy(biases, 0, y, 0, y.length);
        }
    }
}
