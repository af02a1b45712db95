package io.github.gdxagents.agent.network;

import io.github.gdxagents.agent.space.ActionSpec;
import java.util.List;

/**
 * The shape of a policy network: fully connected layers, the hidden ones with an activation, the last one giving logits; and, if there is a critic, the value.
 *
 * @param inputs length of an observation, 1 to 1,048,576
 * @param actions what may be done
 * @param hidden units of each hidden layer in order, 0 to 8 layers of 1 to 16,384 units
 * @param activation of all hidden units
 * @param biases whether each layer adds a learned constant
 * @param output what the logits mean
 * @param critic where the value comes from
 * @param events number of kinds of events that the policy's hidden layers also learn to foresee, 0 to 1,024
 * @param normalised how many inputs, from the first, a {@link Normaliser} shifts and scales, 0 to {@code inputs}
 */
public record NetworkSpec(
        int inputs,
        ActionSpec actions,
        List<Integer> hidden,
        Activation activation,
        boolean biases,
        OutputKind output,
        Critic critic,
        int events,
        int normalised) {

    /** The most parameters that a network may have: 128 MB of them. */
    public static final long MAX_PARAMETERS = 32_000_000;

    /**
     * Checks the ranges.
     *
     * @param inputs length of an observation, 1 to 1,048,576
     * @param actions what may be done
     * @param hidden units of each hidden layer in order, 0 to 8 layers of 1 to 16,384 units
     * @param activation of all hidden units
     * @param biases whether each layer adds a learned constant
     * @param output what the logits mean
     * @param critic where the value comes from
     * @param events number of kinds of events that the policy's hidden layers also learn to foresee, 0 to 1,024
     * @param normalised how many inputs, from the first, a {@link Normaliser} shifts and scales, 0 to {@code inputs}
     */
    public NetworkSpec {
        hidden = List.copyOf(hidden);
        check("inputs", inputs, 1, 1 << 20);
        check("events", events, 0, 1024);
        check("normalised inputs", normalised, 0, inputs);
        check("number of hidden layers", hidden.size(), 0, 8);
        hidden.forEach(units -> check("units of a hidden layer", units, 1, 1 << 14));
        output.outputs(actions);
        long parameters = parameters(inputs, actions, hidden, biases, output, critic, events);
        if (parameters > MAX_PARAMETERS) {
            throw new IllegalArgumentException(
                    "a network may have at most " + MAX_PARAMETERS + " parameters, but this one has " + parameters);
        }
    }

    /**
     * A network for one choice among a few actions, whose inputs are as they are.
     *
     * @param inputs length of an observation, 1 to 1,048,576
     * @param actions number of discrete actions, 2 to 1,024
     * @param hidden units of each hidden layer in order, 0 to 8 layers of 1 to 16,384 units
     * @param activation of all hidden units
     * @param biases whether each layer adds a learned constant
     * @param output what the logits mean
     * @param critic where the value comes from
     * @param events number of kinds of events that the policy's hidden layers also learn to foresee, 0 to 1,024
     */
    public NetworkSpec(
            int inputs,
            int actions,
            List<Integer> hidden,
            Activation activation,
            boolean biases,
            OutputKind output,
            Critic critic,
            int events) {
        this(inputs, ActionSpec.discrete(actions), hidden, activation, biases, output, critic, events, 0);
    }

    /**
     * A network for one choice among a few actions that foresees no events, and whose inputs are as they are.
     *
     * @param inputs length of an observation, 1 to 1,048,576
     * @param actions number of discrete actions, 2 to 1,024
     * @param hidden units of each hidden layer in order, 0 to 8 layers of 1 to 16,384 units
     * @param activation of all hidden units
     * @param biases whether each layer adds a learned constant
     * @param output what the logits mean
     * @param critic where the value comes from
     */
    public NetworkSpec(
            int inputs,
            int actions,
            List<Integer> hidden,
            Activation activation,
            boolean biases,
            OutputKind output,
            Critic critic) {
        this(inputs, actions, hidden, activation, biases, output, critic, 0);
    }

    /**
     * How many layers with weights a stack has, the last one included.
     *
     * @return 1 to 9
     */
    public int layers() {
        return hidden.size() + 1;
    }

    /**
     * How many stacks of layers there are: the policy's, which is number 0, and that of a separate critic.
     *
     * @return 1 or 2
     */
    public int stacks() {
        return critic == Critic.SEPARATE ? 2 : 1;
    }

    /**
     * How many outputs the policy has: logits, means and deviations, see {@link PolicyHead}.
     *
     * @return 1 or more
     */
    public int logits() {
        return output.outputs(actions);
    }

    /**
     * Where a critic's value stands among the outputs of the last layer: a shared one's behind the logits, a separate one's alone.
     *
     * @return 0 or more
     */
    public int valuePosition() {
        return critic == Critic.SHARED ? logits() : 0;
    }

    /**
     * Where the outputs of the events begin among those of the policy's last layer: behind the logits and the value of a shared
     * critic.
     *
     * @return 1 or more
     */
    public int firstEvent() {
        return logits() + (critic == Critic.SHARED ? 1 : 0);
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
     * Length of a layer's output. The policy's last layer gives the logits, then, with a shared critic, the value, then a
     * logit for each event.
     *
     * @param stack 0, or 1 for a separate critic
     * @param layer 0 (inclusive) to {@link #layers()} (exclusive)
     * @return 1 or more
     */
    public int outputsOf(int stack, int layer) {
        if (layer < hidden.size()) {
            return hidden.get(layer);
        }
        return stack == 1 ? 1 : firstEvent() + events;
    }

    /**
     * How many numbers the network learns.
     *
     * @return weights and biases of all layers
     */
    public long parameters() {
        return parameters(inputs, actions, hidden, biases, output, critic, events);
    }

    private static long parameters(
            int inputs,
            ActionSpec actions,
            List<Integer> hidden,
            boolean biases,
            OutputKind output,
            Critic critic,
            int events) {
        int outputs = output.outputs(actions) + events;
        return switch (critic) {
            case NONE -> stackParameters(inputs, hidden, biases, outputs);
            case SHARED -> stackParameters(inputs, hidden, biases, outputs + 1);
            case SEPARATE ->
                stackParameters(inputs, hidden, biases, outputs) + stackParameters(inputs, hidden, biases, 1);
        };
    }

    private static long stackParameters(int inputs, List<Integer> hidden, boolean biases, int outputs) {
        long sum = 0;
        long before = inputs;
        for (int units : hidden) {
            sum += (before + (biases ? 1 : 0)) * units;
            before = units;
        }
        return sum + (before + (biases ? 1 : 0)) * outputs;
    }

    private static void check(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be from " + min + " to " + max + ", but was " + value);
        }
    }
}
