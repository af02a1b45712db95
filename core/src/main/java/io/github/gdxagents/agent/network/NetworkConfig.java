package io.github.gdxagents.agent.network;

import io.github.gdxagents.agent.random.RandomStream;
import java.util.List;

/**
 * What is chosen about a network before the game is known.
 *
 * @param hidden units of each hidden layer, in order
 * @param activation of all hidden units
 * @param biases whether each layer adds a learned constant
 * @param output what the logits mean
 * @param hiddenInit first weights of the hidden layers
 * @param outputInit first weights of the last layer
 */
public record NetworkConfig(
        List<Integer> hidden,
        Activation activation,
        boolean biases,
        OutputKind output,
        WeightInit hiddenInit,
        WeightInit outputInit) {

    /**
     * Copies the list; {@link NetworkSpec} checks its ranges.
     *
     * @param hidden units of each hidden layer, in order
     * @param activation of all hidden units
     * @param biases whether each layer adds a learned constant
     * @param output what the logits mean
     * @param hiddenInit first weights of the hidden layers
     * @param outputInit first weights of the last layer
     */
    public NetworkConfig {
        hidden = List.copyOf(hidden);
        new NetworkSpec(1, 2, hidden, activation, biases, output);
    }

    /**
     * The shape of the network for a game.
     *
     * @param inputs length of an observation
     * @param actions number of actions
     * @return the shape
     */
    public NetworkSpec spec(int inputs, int actions) {
        return new NetworkSpec(inputs, actions, hidden, activation, biases, output);
    }

    /**
     * A network for a game, with first weights.
     *
     * @param inputs length of an observation
     * @param actions number of actions
     * @param random where the weights come from
     * @return a new network
     */
    public PolicyNetwork fresh(int inputs, int actions, RandomStream random) {
        return PolicyNetwork.fresh(spec(inputs, actions), hiddenInit, outputInit, random);
    }
}
