package io.github.gdxagents.agent.learn;

/** How a step of an environment ended. */
public enum Outcome {
    /** The episode goes on. */
    RUNNING,
    /** The episode goes on, but what came before has no more to do with the rewards to come: in Pong, a point was scored. */
    CUT,
    /** The episode is over, by the rules of the game. */
    TERMINATED,
    /** The episode is over, but not by the rules of the game: a limit was reached. The game could have gone on. */
    TRUNCATED;

    /**
     * Whether the next thing to do is a reset.
     *
     * @return whether the episode is over
     */
    public boolean ended() {
        return this == TERMINATED || this == TRUNCATED;
    }
}
