package io.github.gdxagents.agent.network;

import io.github.gdxagents.agent.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The weights of a policy, and of its critic if it has one: what an agent has learned, and nothing else. A {@link ForwardPass}
 * computes with them.
 *
 * <p>While threads compute forward or backward passes the weights stand still; they are changed only between passes.
 */
public final class PolicyNetwork {

    private final NetworkSpec spec;
    private final ParameterLayout layout;
    /** Makes a line of a given length. */
    private final IntFunction<float[]> memory;
    /** {@code [stacks][layers]}. */
    private final DenseLayer[][] stacks;

    private final float[][] lines;
    private final Normaliser normaliser;

    private PolicyNetwork(NetworkSpec spec, IntFunction<float[]> memory) {
        this.spec = spec;
        this.memory = memory;
        this.layout = new ParameterLayout(spec);
        this.normaliser = new Normaliser(spec.normalised());
        this.stacks = new DenseLayer[spec.stacks()][spec.layers()];
        this.lines = new float[layout.lines()][];
        int next = 0;
        for (int stack = 0; stack < stacks.length; stack++) {
            for (int layer = 0; layer < spec.layers(); layer++) {
                DenseLayer made = new DenseLayer(
                        spec.inputsOf(layer), spec.outputsOf(stack, layer), layer == 0, spec.biases(), memory);
                stacks[stack][layer] = made;
                for (float[] line : made.lines()) {
                    lines[next++] = line;
                }
                float[] biases = made.biases();
                if (biases != null) {
                    lines[next++] = biases;
                }
            }
        }
    }

    /**
     * A network with fresh weights; biases are zero.
     *
     * @param spec the shape
     * @param inputInit for the first layer of each stack, if it is a hidden one
     * @param hiddenInit for the other hidden layers
     * @param outputInit for the last layer of each stack
     * @param random where the weights come from
     * @return a new network
     */
    public static PolicyNetwork fresh(
            NetworkSpec spec, WeightInit inputInit, WeightInit hiddenInit, WeightInit outputInit, RandomStream random) {
        List<float[]> arrays = new ArrayList<>();
        for (int stack = 0; stack < spec.stacks(); stack++) {
            for (int layer = 0; layer < spec.layers(); layer++) {
                int inputs = spec.inputsOf(layer);
                int outputs = spec.outputsOf(stack, layer);
                float[] weights = new float[inputs * outputs];
                WeightInit init = layer == spec.hidden().size() ? outputInit : layer == 0 ? inputInit : hiddenInit;
                init.fill(weights, inputs, outputs, random);
                arrays.add(weights);
                if (spec.biases()) {
                    arrays.add(new float[outputs]);
                }
            }
        }
        return of(spec, arrays);
    }

    /**
     * A network with fresh weights, whose hidden layers all begin alike; biases are zero.
     *
     * @param spec the shape
     * @param hiddenInit for the hidden layers
     * @param outputInit for the last layer of each stack
     * @param random where the weights come from
     * @return a new network
     */
    public static PolicyNetwork fresh(
            NetworkSpec spec, WeightInit hiddenInit, WeightInit outputInit, RandomStream random) {
        return fresh(spec, hiddenInit, hiddenInit, outputInit, random);
    }

    /**
     * A network with given parameters.
     *
     * @param spec the shape
     * @param parameters arrays shaped like {@link #parameters()}; copied
     * @return a new network
     * @throws IllegalArgumentException if the arrays do not fit the shape
     */
    public static PolicyNetwork of(NetworkSpec spec, List<float[]> parameters) {
        PolicyNetwork network = new PolicyNetwork(spec, StoreLines::line);
        network.set(parameters);
        return network;
    }

    /** As {@link #of}, but the lines are plain arrays: no class of ojAlgo is touched. */
    static PolicyNetwork plain(NetworkSpec spec, List<float[]> parameters) {
        PolicyNetwork network = new PolicyNetwork(spec, float[]::new);
        network.set(parameters);
        return network;
    }

    /**
     * The shape.
     *
     * @return the shape
     */
    public NetworkSpec spec() {
        return spec;
    }

    /**
     * Where the parameters stand.
     *
     * @return the layout of {@link #parameters()} and {@link #lines()}
     */
    public ParameterLayout layout() {
        return layout;
    }

    /**
     * A copy of all parameters, in the form of files: see {@link ParameterLayout}.
     *
     * @return new arrays
     */
    public List<float[]> parameters() {
        return layout.toArrays(lines);
    }

    /**
     * The parameters themselves, not a copy, for optimisers: see {@link ParameterLayout}.
     *
     * @return the network's own lines
     */
    public float[][] lines() {
        return lines;
    }

    /**
     * Overwrites all parameters.
     *
     * @param values arrays shaped like {@link #parameters()}
     * @throws IllegalArgumentException if the arrays do not fit the shape
     */
    public void set(List<float[]> values) {
        layout.toLines("parameters", values, lines);
    }

    /**
     * What is done to observations before the first layer.
     *
     * @return the network's own, live
     */
    public Normaliser normaliser() {
        return normaliser;
    }

    /**
     * Becomes equal to another network, weights and normaliser. Allocates nothing.
     *
     * @param other of the same shape; copied
     * @throws IllegalArgumentException if its shape is another one
     */
    public void copyFrom(PolicyNetwork other) {
        if (!other.spec.equals(spec)) {
            throw new IllegalArgumentException("expected a network of " + spec + ", but was " + other.spec);
        }
        for (int line = 0; line < lines.length; line++) {
            System.arraycopy(other.lines[line], 0, lines[line], 0, lines[line].length);
        }
        normaliser.copyFrom(other.normaliser);
    }

    /**
     * A copy that shares nothing with this one.
     *
     * @return a new network
     */
    public PolicyNetwork copy() {
        PolicyNetwork copy = new PolicyNetwork(spec, memory);
        copy.copyFrom(this);
        return copy;
    }

    /**
     * Whether every parameter is a number.
     *
     * @return false if there is a NaN or an infinity
     */
    public boolean isFinite() {
        for (float[] line : lines) {
            if (!Lines.isFinite(line)) {
                return false;
            }
        }
        return true;
    }

    DenseLayer layer(int stack, int layer) {
        return stacks[stack][layer];
    }
}
