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
