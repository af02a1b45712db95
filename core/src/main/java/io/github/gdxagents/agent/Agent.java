package io.github.gdxagents.agent;

import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;

/**
 * Whatever chooses actions: a learned policy, a rule of thumb, a person. A game holds one, shows it what is to be seen at each
 * decision, and does what it says.
 */
public interface Agent {

    /** A new episode begins: what was seen before has nothing to do with what comes. An agent that remembers nothing does nothing. */
    default void begin() {}

    /**
     * Chooses an action.
     *
     * @param observation what is seen now, and what is not allowed; not kept
     * @param into overwritten with what is to be done
     */
    void act(Observation observation, Action into);
}
