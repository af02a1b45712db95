package io.github.gdxagents.lander;

/**
 * What a lander is made of: convex polygons, fixed to each other. The origin is the lander's centre of mass, x grows to the right
 * and y upwards while it stands upright. What is drawn and what touches the ground is the same.
 */
public enum LanderPart {
    /** The cabin, with the engines. It must not touch anything. */
    HULL(-0.5f, -0.15f, -0.35f, -0.3f, 0.35f, -0.3f, 0.5f, -0.15f, 0.5f, 0.2f, 0.25f, 0.5f, -0.25f, 0.5f, -0.5f, 0.2f),
    /** The left leg. */
    LEFT_LEG(-0.95f, -0.75f, -0.65f, -0.75f, -0.35f, -0.2f, -0.5f, -0.1f),
    /** The right leg. */
    RIGHT_LEG(0.65f, -0.75f, 0.95f, -0.75f, 0.5f, -0.1f, 0.35f, -0.2f);

    /** How high the centre of mass is above level ground when both legs stand on it, in metres. */
    public static final float STANDING_HEIGHT = 0.75f;

    /** Pairs of x and y. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody else gets hold of the array
    private final float[] outline;

    LanderPart(float... outline) {
        this.outline = outline;
    }

    /**
     * How many corners it has.
     *
     * @return 3 to 8
     */
    public int corners() {
        return outline.length / 2;
    }

    /**
     * Where a corner is, across.
     *
     * @param corner 0 (inclusive) to {@link #corners()} (exclusive), counter-clockwise
     * @return metres from the centre of mass, positive to the right
     */
    public float x(int corner) {
        return outline[2 * corner];
    }

    /**
     * Where a corner is, up and down.
     *
     * @param corner 0 (inclusive) to {@link #corners()} (exclusive), counter-clockwise
     * @return metres from the centre of mass, positive upwards
     */
    public float y(int corner) {
        return outline[2 * corner + 1];
    }

    /** A copy of all corners, pairs of x and y. */
    float[] outline() {
        return outline.clone();
    }
}
