package io.github.gdxagents.lander;

/** The discrete way to fly: one engine at a time, fully on. An agent's actions are these, in this order. */
public enum LanderControl {
    /** All engines off. */
    NONE(0, 0),
    /** Push and tilt to the left. */
    LEFT(0, -1),
    /** The main engine. */
    MAIN(1, 0),
    /** Push and tilt to the right. */
    RIGHT(0, 1);

    private final float main;
    private final float side;

    LanderControl(float main, float side) {
        this.main = main;
        this.side = side;
    }

    /**
     * Thrust of the main engine.
     *
     * @return 0 or 1
     */
    public float main() {
        return main;
    }

    /**
     * Thrust of the thrusters at the sides.
     *
     * @return −1 (to the left), 0 or 1 (to the right)
     */
    public float side() {
        return side;
    }
}
