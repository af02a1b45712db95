package io.github.gdxagents.agent.network;

import java.util.List;

/**
 * The shape of a policy network: fully connected layers, the hidden ones with an activation, the last one giving logits.
 *
 * @param inputs length of an observation, 1 to 1,048,576
 * @param actions number of discrete actions, 2 to 1,024
 * @param hidden units of each hidden layer in order, 0 to 8 layers of 1 to 16,384 units
 * @param activation of all hidden units
 * @param biases whether each layer adds a learned constant
 * @param output what the logits mean
 */
public record NetworkSpec(
        int inputs, int actions, List<Integer> hidden, Activation activation, boolean biases, OutputKind output) {

    /** The most parameters that a network may have: 128 MB of them. */
    public static final long MAX_PARAMETERS = 32_000_000;

    /**
     * Checks the ranges.
     *
     * @param inputs length of an observation, 1 to 1,048,576
     * @param actions number of discrete actions, 2 to 1,024
     * @param hidden units of each hidden layer in order, 0 to 8 layers of 1 to 16,384 units
     * @param activation of all hidden units
     * @param biases whether each layer adds a learned constant
     * @param output what the logits mean
     */
    public NetworkSpec {
        hidden = List.copyOf(hidden);
        check("inputs", inputs, 1, 1 << 20);
        check("actions", actions, 2, 1024);
        check("number of hidden layers", hidden.size(), 0, 8);
        hidden.forEach(units -> check("units of a hidden layer", units, 1, 1 << 14));
        output.outputs(actions);
        long parameters = parameters(inputs, actions, hidden, biases, output);
        if (parameters > MAX_PARAMETERS) {
            throw new IllegalArgumentException(
                    "a network may have at most " + MAX_PARAMETERS + " parameters, but this one has " + parameters);
        }
    }

    /**
     * How many layers with weights there are, the last one included.
     *
     * @return 1 to 9
     */
    public int layers() {
        return hidden.size() + 1;
    }

    /**
     * Length of a layer's input.
     *
     * @param layer 0 (inclusive) to {@link #layers()} (exclusive)
     * @return 1 or more
     */
    public int inputsOf(int layer) {
        return layer == 0 ? inputs : hidden.get(layer - 1);
    }

    /**
     * Length of a layer's output.
     *
     * @param layer 0 (inclusive) to {@link #layers()} (exclusive)
     * @return 1 or more
     */
    public int outputsOf(int layer) {
        return layer == hidden.size() ? output.outputs(actions) : hidden.get(layer);
    }

    /**
     * How many numbers the network learns.
     *
     * @return weights and biases of all layers
     */
    public long parameters() {
        return parameters(inputs, actions, hidden, biases, output);
    }

    private static long parameters(int inputs, int actions, List<Integer> hidden, boolean biases, OutputKind output) {
        long sum = 0;
        long before = inputs;
        for (int units : hidden) {
            sum += (before + (biases ? 1 : 0)) * units;
            before = units;
        }
        return sum + (before + (biases ? 1 : 0)) * output.outputs(actions);
    }

    private static void check(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be from " + min + " to " + max + ", but was " + value);
        }
    }
}
