package io.github.gdxagents.lander;

/** What has become of a flight. */
public enum LanderStatus {
    /** It goes on. */
    FLYING,
    /** Both legs stood on the pad, still and upright, for long enough. */
    LANDED,
    /** The hull touched the ground, or a leg touched it too fast. */
    CRASHED,
    /** The lander left the world to a side or upwards. */
    OUT_OF_BOUNDS;

    /**
     * Whether the flight has ended.
     *
     * @return true for all but {@link #FLYING}
     */
    public boolean ended() {
        return this != FLYING;
    }
}
