package io.github.gdxagents.agent.learn;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A way to learn: plays what an update needs, and improves the weights with it. Called by {@link Trainer} in this order:
 * {@link #play} until it is complete, {@link #learn}, then {@link #finished} and {@link #decisions}, {@link #next}.
 */
interface Learner extends AutoCloseable {

    /**
     * Plays what the update still needs, or until told to stop.
     *
     * @param update number of the update, from 0
     * @param maxEpisodes how many whole episodes of it may be finished at most
     * @param stop asked again and again, from several threads
     * @return whether the update is complete
     */
    boolean play(long update, long maxEpisodes, BooleanSupplier stop);

    /**
     * Changes the weights.
     *
     * @param update number of the update, from 0
     * @param before decisions that were learned from before it: how far the learning rate has fallen
     * @return what was found
     * @throws TrainingException if a gradient is not finite; the weights are as the last step before it left them
     */
    UpdateLoss learn(long update, long before);

    /** Decisions of the update. */
    long decisions();

    /** The episodes that were finished in the update, in an order that does not depend on threads. */
    List<FinishedEpisode> finished();

    /** How many episodes of an update that is not complete are finished. */
    int finishedEarly();

    /** What the update learns from, copied, in an order that does not depend on threads. */
    List<PlayedPiece> played();

    /** Forgets the update and begins the next one. */
    void next();

    /** What has been played for the update in progress, or before it and is needed to go on. */
    Experience experience();

    /** Goes on from what was played in an earlier life of the run. */
    void restore(Experience experience);

    @Override
    void close();
}
