package io.github.gdxagents.agent.network;

import io.github.gdxagents.agent.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The weights of a policy: what an agent has learned, and nothing else. A {@link ForwardPass} computes with them.
 *
 * <p>While threads compute forward or backward passes the weights stand still; only one thread changes them, between passes.
 */
public final class PolicyNetwork {

    private final NetworkSpec spec;
    private final DenseLayer[] layers;
    private final List<float[]> parameters;

    private PolicyNetwork(NetworkSpec spec) {
        this.spec = spec;
        this.layers = new DenseLayer[spec.layers()];
        List<float[]> all = new ArrayList<>();
        for (int layer = 0; layer < layers.length; layer++) {
            layers[layer] = new DenseLayer(spec.inputsOf(layer), spec.outputsOf(layer), spec.biases());
            all.add(layers[layer].weights());
            float[] biases = layers[layer].biases();
            if (biases != null) {
                all.add(biases);
            }
        }
        this.parameters = List.copyOf(all);
    }

    /**
     * A network with fresh weights; biases are zero.
     *
     * @param spec the shape
     * @param hiddenInit for the hidden layers
     * @param outputInit for the last layer
     * @param random where the weights come from
     * @return a new network
     */
    public static PolicyNetwork fresh(
            NetworkSpec spec, WeightInit hiddenInit, WeightInit outputInit, RandomStream random) {
        PolicyNetwork network = new PolicyNetwork(spec);
        for (int layer = 0; layer < network.layers.length; layer++) {
            WeightInit init = layer == spec.hidden().size() ? outputInit : hiddenInit;
            init.fill(network.layers[layer].weights(), spec.inputsOf(layer), spec.outputsOf(layer), random);
        }
        return network;
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
        PolicyNetwork network = new PolicyNetwork(spec);
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
     * The parameters themselves, not a copy: for each layer from the first its weights, {@code [outputs × inputs]} in
     * column-major order (the weights that leave one input stand side by side), then its biases, {@code [outputs]}, if it has
     * any.
     *
     * @return the network's own arrays
     */
    public List<float[]> parameters() {
        return parameters;
    }

    /**
     * Overwrites all parameters.
     *
     * @param values arrays shaped like {@link #parameters()}
     * @throws IllegalArgumentException if the arrays do not fit the shape
     */
    public void set(List<float[]> values) {
        Parameters.copy("parameters", values, parameters);
    }

    /**
     * Whether every parameter is a number.
     *
     * @return false if there is a NaN or an infinity
     */
    public boolean isFinite() {
        return parameters.stream().allMatch(Parameters::isFinite);
    }

    DenseLayer layer(int layer) {
        return layers[layer];
    }
}
