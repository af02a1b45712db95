package io.github.gdxagents.agent.network;

import io.github.gdxagents.agent.space.SparseVector;

/**
 * One thread's way forward through a network: from an observation to logits and value. Holds the scratch arrays, so nothing is
 * allocated after construction. Not for sharing between threads; many of them may share one {@link PolicyNetwork} that stands
 * still.
 */
public final class ForwardPass {

    private final PolicyNetwork network;
    private final NetworkSpec spec;
    /** Results of each layer of each stack, {@code [stacks][layers][units]}. */
    private final float[][][] results;

    private final int valuePosition;
    private final float[] logits;
    private final SparseVector sparse;
    private final SparseVector normal;
    private final int[] numbers;
    private final float[] values;
    private SparseVector observation;

    /**
     * A pass through a network.
     *
     * @param network whose weights are used, as they are at the time of each call
     */
    public ForwardPass(PolicyNetwork network) {
        this.network = network;
        this.spec = network.spec();
        this.results = new float[spec.stacks()][spec.layers()][];
        int widest = 1;
        for (int stack = 0; stack < spec.stacks(); stack++) {
            for (int layer = 0; layer < spec.layers(); layer++) {
                // Nobody who plays asks for the events at the end of the policy's outputs.
                boolean last = stack == 0 && layer == spec.layers() - 1;
                results[stack][layer] = new float[last ? spec.firstEvent() : spec.outputsOf(stack, layer)];
                widest = Math.max(widest, results[stack][layer].length);
            }
        }
        this.valuePosition = spec.valuePosition();
        this.logits = new float[spec.logits()];
        this.sparse = new SparseVector(spec.inputs());
        this.normal = spec.normalised() == 0 ? sparse : new SparseVector(spec.inputs());
        this.observation = sparse;
        this.numbers = new int[widest];
        this.values = new float[widest];
    }

    /**
     * From a sparse observation to logits.
     *
     * @param seen {@link NetworkSpec#inputs()} long; must not change before {@link #value}
     * @return the logits, overwritten by the next call
     */
    public float[] forward(SparseVector seen) {
        if (seen.size() != spec.inputs()) {
            throw new IllegalArgumentException(
                    "observation must have " + spec.inputs() + " entries, but has " + seen.size());
        }
        observation = seen;
        if (spec.normalised() > 0) {
            network.normaliser().apply(seen, normal);
            observation = normal;
        }
        float[] outputs = through(0);
        System.arraycopy(outputs, 0, logits, 0, logits.length);
        return logits;
    }

    /**
     * From an observation given in full to logits; exactly what the sparse way gives.
     *
     * @param seen {@link NetworkSpec#inputs()} numbers
     * @return the logits, overwritten by the next call
     */
    public float[] forward(float[] seen) {
        if (seen.length != spec.inputs()) {
            throw new IllegalArgumentException(
                    "observation must have " + spec.inputs() + " entries, but has " + seen.length);
        }
        sparse.setDense(seen);
        return forward(sparse);
    }

    /**
     * What the first layer got in the last forward pass: the observation, normalised where the network does so. Learning begins with it.
     *
     * @return overwritten by the next call, or the observation itself
     */
    public SparseVector input() {
        return observation;
    }

    /**
     * The critic's value of the observation of the last forward pass. A separate critic computes it now.
     *
     * @return the value
     * @throws IllegalStateException if the network has no critic
     */
    public float value() {
        float[] outputs = switch (spec.critic()) {
            case NONE -> throw new IllegalStateException("this network has no critic");
            case SHARED -> results[0][spec.layers() - 1];
            case SEPARATE -> through(1);
        };
        return outputs[valuePosition];
    }

    private float[] through(int stack) {
        float[][] layers = results[stack];
        network.layer(stack, 0).forward(observation.indices(), observation.values(), 0, observation.count(), layers[0]);
        for (int layer = 1; layer < layers.length; layer++) {
            spec.activation().apply(layers[layer - 1]);
            network.layer(stack, layer).forward(layers[layer - 1], layers[layer], numbers, values);
        }
        return layers[layers.length - 1];
    }

    /**
     * Activations of a hidden layer of the policy after the last forward pass.
     *
     * @param layer 0 (inclusive) to the number of hidden layers (exclusive)
     * @return the pass's own array, overwritten by the next call
     */
    public float[] hidden(int layer) {
        if (layer < 0 || layer >= spec.hidden().size()) {
            throw new IllegalArgumentException(
                    "there are " + spec.hidden().size() + " hidden layers, no layer " + layer);
        }
        return results[0][layer];
    }
}
