package io.github.gdxagents.agent;

import io.github.gdxagents.agent.network.SparseVector;

/**
 * Whatever chooses actions: a learned policy, a rule of thumb, a person. A game holds one, shows it what is to be seen at each
 * decision, and does what it says.
 */
public interface Agent {

    /**
     * Chooses an action.
     *
     * @param observation what is seen now; not kept
     * @return an action, 0 (inclusive) to the number of actions (exclusive)
     */
    int act(SparseVector observation);
}
