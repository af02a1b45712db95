package io.github.gdxagents.agent.network;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.ActionSpec;
import java.util.List;

/**
 * What is chosen about a network before the game is known.
 *
 * @param hidden units of each hidden layer, in order
 * @param activation of all hidden units
 * @param biases whether each layer adds a learned constant
 * @param output what the logits mean
 * @param critic where the value comes from
 * @param inputInit first weights of the first layer, if it is a hidden one
 * @param hiddenInit first weights of the other hidden layers
 * @param outputInit first weights of the last layer
 */
public record NetworkConfig(
        List<Integer> hidden,
        Activation activation,
        boolean biases,
        OutputKind output,
        Critic critic,
        WeightInit inputInit,
        WeightInit hiddenInit,
        WeightInit outputInit) {

    /**
     * Copies the list; {@link NetworkSpec} checks its ranges.
     *
     * @param hidden units of each hidden layer, in order
     * @param activation of all hidden units
     * @param biases whether each layer adds a learned constant
     * @param output what the logits mean
     * @param critic where the value comes from
     * @param inputInit first weights of the first layer, if it is a hidden one
     * @param hiddenInit first weights of the other hidden layers
     * @param outputInit first weights of the last layer
     */
    public NetworkConfig {
        hidden = List.copyOf(hidden);
        new NetworkSpec(1, 2, hidden, activation, biases, output, critic);
    }

    /**
     * A choice whose hidden layers all begin alike.
     *
     * @param hidden units of each hidden layer, in order
     * @param activation of all hidden units
     * @param biases whether each layer adds a learned constant
     * @param output what the logits mean
     * @param critic where the value comes from
     * @param hiddenInit first weights of the hidden layers
     * @param outputInit first weights of the last layer
     */
    public NetworkConfig(
            List<Integer> hidden,
            Activation activation,
            boolean biases,
            OutputKind output,
            Critic critic,
            WeightInit hiddenInit,
            WeightInit outputInit) {
        this(hidden, activation, biases, output, critic, hiddenInit, hiddenInit, outputInit);
    }

    /**
     * The shape of the network for a game.
     *
     * @param inputs length of an observation
     * @param normalised how many of them, from the first, are normalised
     * @param actions what may be done
     * @param events number of kinds of events to foresee; 0: none
     * @return the shape
     */
    public NetworkSpec spec(int inputs, int normalised, ActionSpec actions, int events) {
        return new NetworkSpec(inputs, actions, hidden, activation, biases, output, critic, events, normalised);
    }

    /**
     * The shape of the network for a game of one choice at a time.
     *
     * @param inputs length of an observation
     * @param actions number of actions
     * @param events number of kinds of events to foresee; 0: none
     * @return the shape
     */
    public NetworkSpec spec(int inputs, int actions, int events) {
        return spec(inputs, 0, ActionSpec.discrete(actions), events);
    }

    /**
     * The shape of the network for a game without events to foresee.
     *
     * @param inputs length of an observation
     * @param actions number of actions
     * @return the shape
     */
    public NetworkSpec spec(int inputs, int actions) {
        return spec(inputs, actions, 0);
    }

    /**
     * A network for a game, with first weights.
     *
     * @param spec the shape, one that {@link #spec} made
     * @param random where the weights come from
     * @return a new network
     */
    public PolicyNetwork fresh(NetworkSpec spec, RandomStream random) {
        return PolicyNetwork.fresh(spec, inputInit, hiddenInit, outputInit, random);
    }

    /**
     * A network for a game without events to foresee, with first weights.
     *
     * @param inputs length of an observation
     * @param actions number of actions
     * @param random where the weights come from
     * @return a new network
     */
    public PolicyNetwork fresh(int inputs, int actions, RandomStream random) {
        return fresh(spec(inputs, actions), random);
    }
}
