package io.github.gdxagents.pong;

import io.github.gdxagents.agent.random.RandomStream;

/**
 * A court to play on. All its chance comes from the stream that {@link #reset} brings: the same stream and the same moves give the
 * same match, tick by tick. One thread at a time; {@link #step} allocates nothing.
 */
public interface Court extends CourtView, AutoCloseable {

    /**
     * Begins a match: score 0:0, the first serve to come.
     *
     * @param random the source of all chance on this court, which keeps it until the next reset
     */
    void reset(RandomStream random);

    /**
     * Plays one tick. Once the game {@linkplain #over() is over} nothing happens.
     *
     * @param left what the left player does; without effect where the paddle is the court's own player's
     * @param right what the right player does
     */
    void step(Move left, Move right);

    /** Gives back what the court holds. */
    @Override
    void close();
}
