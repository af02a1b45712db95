package io.github.gdxagents.agent.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ojalgo.array.operation.DOT;
import org.ojalgo.matrix.store.R032Store;

/**
 * One affine map {@code y = W x + b} and its derivatives.
 *
 * <p>{@code W} is {@code [outputs × inputs]} in an ojAlgo store, which is column-major: the weights that leave one input stand
 * side by side. An input that is zero is skipped, so a sparse observation costs one added row for each non-zero, and since
 * adding {@code 0 · w} changes no sum, a sparse input gives exactly what the same input in full gives. A layer with one output
 * is a single row of weights, and one pass over it is faster than a pass for each input.
 */
final class DenseLayer {

    private final int inputs;
    private final int outputs;
    private final R032Store weights;
    private final @Nullable R032Store biases;

    /** A layer whose parameters are all zero. */
    DenseLayer(int inputs, int outputs, boolean withBiases) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weights = R032Store.FACTORY.make(outputs, inputs);
        this.biases = withBiases ? R032Store.FACTORY.make(outputs, 1) : null;
    }

    /** The weights, {@code [outputs × inputs]}, column-major, live. */
    float[] weights() {
        return weights.data;
    }

    /** The biases, {@code [outputs]}, live; null for a layer without. */
    float @Nullable [] biases() {
        return biases == null ? null : biases.data;
    }

    /**
     * y = W x + b, with a scratch array as long as y, for an x given by its non-zeros at positions {@code from} (inclusive) to
     * {@code to} (exclusive).
     */
    void forward(int[] indices, float[] values, int from, int to, float[] y, float[] scratch) {
        startSums(y);
        float[] w = weights.data;
        for (int k = from; k < to; k++) {
            Lines.addLine(y, values[k], w, indices[k] * outputs, scratch);
        }
    }

    /** y = W x + b for an x given in full. */
    void forward(float[] x, float[] y, float[] scratch) {
        startSums(y);
        float[] w = weights.data;
        for (int input = 0; input < inputs; input++) {
            if (x[input] != 0) {
                Lines.addLine(y, x[input], w, input * outputs, scratch);
            }
        }
    }

    /** y = W x + b for the activations x of a hidden layer; the order of the sum may differ from that of the other ways. */
    void forwardHidden(float[] x, float[] y, float[] scratch) {
        if (outputs == 1) {
            startSums(y);
            y[0] += DOT.invoke(weights.data, 0, x, 0, 0, inputs);
        } else {
            forward(x, y, scratch);
        }
    }

    /** dx = Wᵀ dy. */
    void backward(float[] dy, float[] dx) {
        float[] w = weights.data;
        if (outputs == 1) {
            Arrays.fill(dx, 0);
            Lines.add(dx, dy[0], w);
            return;
        }
        for (int input = 0; input < inputs; input++) {
            dx[input] = DOT.invoke(w, input * outputs, dy, 0, 0, outputs);
        }
    }

    private void startSums(float[] y) {
        if (biases == null) {
            Arrays.fill(y, 0, outputs, 0);
        } else {
            System.arraycopy(biases.data, 0, y, 0, outputs);
        }
    }
}
