package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.SparseVector;
import io.github.gdxagents.agent.random.RandomStream;

/**
 * A game as an agent meets it: episodes of decisions, each an observation, an action and a reward.
 *
 * <p>All chance comes from the stream that {@link #reset} brings: the same stream and the same actions give the same episode.
 * One thread at a time, though not always the same one. The loop is
 *
 * <pre>{@code
 * environment.reset(random);
 * do {
 *     environment.observe(observation);
 *     outcome = environment.step(agent.act(observation));
 *     score += environment.reward();
 * } while (!outcome.ended());
 * }</pre>
 */
public interface Environment extends AutoCloseable {

    /**
     * Length of an observation.
     *
     * @return 1 or more, always the same
     */
    int observationSize();

    /**
     * How many actions there are to choose from at each decision.
     *
     * @return 2 or more, always the same
     */
    int actions();

    /**
     * Starts a new episode, whatever became of the last one.
     *
     * @param random the source of all chance in this episode; the environment keeps it until the next reset
     */
    void reset(RandomStream random);

    /**
     * Writes what the agent sees now. Changes nothing in the environment.
     *
     * @param into {@link #observationSize()} long, overwritten
     */
    void observe(SparseVector into);

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
     * Carries out one decision.
     *
     * @param action 0 (inclusive) to {@link #actions()} (exclusive)
     * @return how the step ended
     */
    Outcome step(int action);

    /**
     * The reward of the last step.
     *
     * @return any finite number
     */
    float reward();

    /** Gives back what the environment holds. */
    @Override
    void close();
}
