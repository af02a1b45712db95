package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;

/**
 * A game as an agent meets it: episodes of decisions, each an observation, an action and a reward.
 *
 * <p>All chance comes from the stream that {@link #reset} brings: the same stream and the same actions give the same episode.
 * One thread at a time, though not always the same one. The loop is
 *
 * <pre>{@code
 * environment.reset(random);
 * agent.begin();
 * do {
 *     observation.clear();
 *     environment.observe(observation);
 *     agent.act(observation, action);
 *     outcome = environment.step(action);
 *     score += environment.reward();
 * } while (!outcome.ended());
 * }</pre>
 */
public interface Environment extends AutoCloseable {

    /**
     * What the agent sees at each decision.
     *
     * @return always the same
     */
    ObservationSpec observationSpec();

    /**
     * What the agent may do at each decision.
     *
     * @return always the same
     */
    ActionSpec actionSpec();

    /**
     * Starts a new episode, whatever became of the last one.
     *
     * @param random the source of all chance in this episode; the environment keeps it until the next reset
     */
    void reset(RandomStream random);

    /**
     * Writes what the agent sees now, and forbids what it may not do now. Changes nothing in the environment; may be asked several
     * times, also after the end of an episode that was cut short.
     *
     * @param into of {@link #observationSpec()}, cleared: all zero, everything allowed
     */
    void observe(Observation into);

    /**
     * Whether the choice at the present observation can matter for the rewards to come. A learner that is asked to may leave all
     * other decisions out of what it learns from; they are played all the same, and their rewards count. Asked before
     * {@link #step}, about the decision that comes next; changes nothing in the environment.
     *
     * @return false only where the choice makes next to no difference; an environment that cannot tell says true
     */
    default boolean decisive() {
        return true;
    }

    /**
     * How many kinds of events there are that a learner may learn to foresee, beside playing: an auxiliary task that gives the
     * network's hidden layers something to learn at every decision, long before a reward tells them anything.
     *
     * @return 0 to 1,024, always the same; 0: none
     */
    default int events() {
        return 0;
    }

    /**
     * Which event the last step brought. It may be made of observations only: what is foreseen from them must be seen in them.
     *
     * @return 0 (inclusive) to {@link #events()} (exclusive), or −1 for none
     */
    default int event() {
        return -1;
    }

    /**
     * Carries out one decision: as many fixed ticks of the game as there are between two of them.
     *
     * @param action of {@link #actionSpec()}; not kept
     * @return how the step ended
     */
    Outcome step(Action action);

    /**
     * The reward of the last step.
     *
     * @return any finite number
     */
    float reward();

    /** Gives back what the environment holds. */
    @Override
    default void close() {}
}
