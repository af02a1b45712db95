package io.github.gdxagents.pong;

/** One of the two ends of a court. */
public enum Side {
    /** Where Atari's own player stands. */
    LEFT,
    /** Where an agent sees itself. */
    RIGHT;

    /**
     * The side across the court.
     *
     * @return the other one
     */
    public Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
