package io.github.gdxagents.pong;

/**
 * Whoever moves a paddle: an agent, a rule, a person, a recording. The match never asks which. One thread at a time.
 */
public interface Player {

    /**
     * Gets ready for a match.
     *
     * @param court as it is before the first tick
     */
    default void start(CourtView court) {
        // Most have nothing to forget.
    }

    /**
     * Says what to do in the next tick. Called once for each tick, whether the ball is in play or not; allocates nothing.
     *
     * @param court as it is before the tick
     * @return the move
     */
    Move move(CourtView court);
}
