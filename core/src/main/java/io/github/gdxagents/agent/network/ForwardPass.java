package io.github.gdxagents.agent.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thread's way through a network: from an observation forward to logits, and from a gradient at the logits back to the
 * weights. Holds the scratch arrays, so nothing is allocated after construction. Not for sharing between threads; many of them
 * may share one {@link PolicyNetwork} that stands still.
 */
public final class ForwardPass {

    private final PolicyNetwork network;
    private final NetworkSpec spec;
    /** Results of each layer, the logits last. */
    private final float[][] results;
    /** Gradients with respect to the sums of each layer, the logits last. */
    private final float[][] deltas;
    /** One line of each layer's weights. */
    private final float[][] lines;

    /** Where each layer's weights stand among the parameters. */
    private final int[] weightsAt;

    private int[] sparseIndices = new int[0];
    private float[] sparseValues = new float[0];
    private int sparseFrom;
    private int sparseTo;
    private float @Nullable [] denseInput;

    /**
     * A pass through a network.
     *
     * @param network whose weights are used, as they are at the time of each call
     */
    public ForwardPass(PolicyNetwork network) {
        this.network = network;
        this.spec = network.spec();
        this.results = new float[spec.layers()][];
        this.deltas = new float[spec.layers()][];
        this.lines = new float[spec.layers()][];
        this.weightsAt = new int[spec.layers()];
        for (int layer = 0; layer < spec.layers(); layer++) {
            results[layer] = new float[spec.outputsOf(layer)];
            deltas[layer] = new float[spec.outputsOf(layer)];
            lines[layer] = new float[spec.outputsOf(layer)];
            weightsAt[layer] = layer * (spec.biases() ? 2 : 1);
        }
    }

    /**
     * From a sparse observation to logits.
     *
     * @param observation {@link NetworkSpec#inputs()} long; must not change before {@link #backward}
     * @return the logits, overwritten by the next call
     */
    public float[] forward(SparseVector observation) {
        if (observation.size() != spec.inputs()) {
            throw new IllegalArgumentException(
                    "observation must have " + spec.inputs() + " entries, but has " + observation.size());
        }
        return forward(observation.indices(), observation.values(), 0, observation.count());
    }

    /**
     * From a sparse observation, one part of longer arrays, to logits.
     *
     * @param indices of the non-zeros, each 0 (inclusive) to {@link NetworkSpec#inputs()} (exclusive), ascending
     * @param values of the non-zeros
     * @param from first position, inclusive
     * @param to last position, exclusive
     * @return the logits, overwritten by the next call
     */
    public float[] forward(int[] indices, float[] values, int from, int to) {
        sparseIndices = indices;
        sparseValues = values;
        sparseFrom = from;
        sparseTo = to;
        denseInput = null;
        network.layer(0).forward(indices, values, from, to, results[0], lines[0]);
        return throughTheRest();
    }

    /**
     * From an observation given in full to logits; exactly what the sparse way gives.
     *
     * @param observation {@link NetworkSpec#inputs()} numbers; must not change before {@link #backward}
     * @return the logits, overwritten by the next call
     */
    public float[] forward(float[] observation) {
        if (observation.length != spec.inputs()) {
            throw new IllegalArgumentException(
                    "observation must have " + spec.inputs() + " entries, but has " + observation.length);
        }
        denseInput = observation;
        network.layer(0).forward(observation, results[0], lines[0]);
        return throughTheRest();
    }

    private float[] throughTheRest() {
        for (int layer = 1; layer < results.length; layer++) {
            spec.activation().apply(results[layer - 1]);
            network.layer(layer).forwardHidden(results[layer - 1], results[layer], lines[layer]);
        }
        return results[results.length - 1];
    }

    /**
     * Activations of a hidden layer after the last forward pass.
     *
     * @param layer 0 (inclusive) to the number of hidden layers (exclusive)
     * @return the pass's own array, overwritten by the next call
     */
    public float[] hidden(int layer) {
        if (layer < 0 || layer >= spec.hidden().size()) {
            throw new IllegalArgumentException(
                    "there are " + spec.hidden().size() + " hidden layers, no layer " + layer);
        }
        return results[layer];
    }

    /**
     * Back-propagation: adds the gradient of a scalar with respect to all parameters, for the observation of the last forward
     * pass.
     *
     * @param logitGradient gradient of the scalar with respect to the logits
     * @param into the sums to add to
     */
    public void backward(float[] logitGradient, Gradients into) {
        int last = deltas.length - 1;
        System.arraycopy(logitGradient, 0, deltas[last], 0, deltas[last].length);
        List<float[]> gradients = into.arrays();
        for (int layer = last; layer > 0; layer--) {
            addOuterProduct(results[layer - 1], deltas[layer], gradients.get(weightsAt[layer]), lines[layer]);
            addBias(layer, gradients);
            network.layer(layer).backward(deltas[layer], deltas[layer - 1]);
            spec.activation().timesDerivative(results[layer - 1], deltas[layer - 1]);
        }
        addBias(0, gradients);
        if (denseInput != null) {
            for (int input = 0; input < denseInput.length; input++) {
                if (denseInput[input] != 0) {
                    into.addToRow(input, denseInput[input], deltas[0]);
                }
            }
        } else {
            for (int k = sparseFrom; k < sparseTo; k++) {
                into.addToRow(sparseIndices[k], sparseValues[k], deltas[0]);
            }
        }
    }

    /** g += dy xᵀ, column-major like the weights; zeros of x, half of a ReLU layer, are skipped. */
    private static void addOuterProduct(float[] x, float[] dy, float[] g, float[] line) {
        if (dy.length == 1) {
            Lines.add(g, dy[0], x);
            return;
        }
        for (int input = 0; input < x.length; input++) {
            if (x[input] != 0) {
                Lines.addToLine(g, input * dy.length, x[input], dy, line);
            }
        }
    }

    private void addBias(int layer, List<float[]> gradients) {
        if (spec.biases()) {
            Lines.add(gradients.get(weightsAt[layer] + 1), 1, deltas[layer]);
        }
    }
}
