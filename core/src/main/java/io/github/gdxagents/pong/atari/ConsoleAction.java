package io.github.gdxagents.pong.atari;

/**
 * What the person in front of the console does during one frame. In Pong, right moves the paddle up and left moves it down.
 */
public enum ConsoleAction {
    /** Nothing. */
    NOOP(0, 0, false),
    /** The button. */
    FIRE(1, 0, true),
    /** Paddle up. */
    RIGHT(3, -1, false),
    /** Paddle down. */
    LEFT(4, 1, false),
    /** Paddle up, and the button. */
    RIGHT_FIRE(11, -1, true),
    /** Paddle down, and the button. */
    LEFT_FIRE(12, 1, true);

    private final int aleCode;
    private final int direction;
    private final boolean fire;

    ConsoleAction(int aleCode, int direction, boolean fire) {
        this.aleCode = aleCode;
        this.direction = direction;
        this.fire = fire;
    }

    /**
     * The number of this action in the Arcade Learning Environment. Gym numbers the same six actions 0 to 5 in the order of
     * this enum; sending the emulator Gym's numbers is a well-known way to lose 21:0.
     *
     * @return 0, 1, 3, 4, 11 or 12
     */
    public int aleCode() {
        return aleCode;
    }

    /**
     * Where the paddle is pushed.
     *
     * @return −1 up, 0 not at all, 1 down
     */
    public int direction() {
        return direction;
    }

    /**
     * Whether the button is held.
     *
     * @return whether FIRE is part of this action
     */
    public boolean fire() {
        return fire;
    }
}
