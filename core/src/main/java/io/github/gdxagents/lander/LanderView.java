package io.github.gdxagents.lander;

/**
 * A flight to look at: the ground, the pad, the lander. For those who draw it, fly it or learn from it; nobody can change anything
 * here. x grows to the right, y upwards; the world's lower left corner is the origin. One thread at a time.
 */
public interface LanderView {

    /** Steps of the world in a second. */
    int TICKS_PER_SECOND = 60;

    /**
     * The game's numbers.
     *
     * @return always the same
     */
    LanderSpec spec();

    /**
     * How many points the line of the ground has.
     *
     * @return 2 or more, always the same
     */
    int groundPoints();

    /**
     * Where a point of the ground is, across.
     *
     * @param point 0 (inclusive) to {@link #groundPoints()} (exclusive), from left to right
     * @return metres, 0 to the world's width
     */
    float groundX(int point);

    /**
     * Where a point of the ground is, up and down.
     *
     * @param point 0 (inclusive) to {@link #groundPoints()} (exclusive), from left to right
     * @return metres, above 0
     */
    float groundY(int point);

    /**
     * Middle of the pad, across.
     *
     * @return metres
     */
    float padX();

    /**
     * The pad's surface.
     *
     * @return metres
     */
    float padY();

    /**
     * The lander's centre of mass, across.
     *
     * @return metres
     */
    float x();

    /**
     * The lander's centre of mass, up and down.
     *
     * @return metres
     */
    float y();

    /**
     * Velocity across.
     *
     * @return metres a second, positive to the right
     */
    float velocityX();

    /**
     * Velocity up and down.
     *
     * @return metres a second, positive upwards
     */
    float velocityY();

    /**
     * How far the lander is tilted.
     *
     * @return radians, 0 upright, positive to the left (counter-clockwise); beyond ±π after a whole turn
     */
    float angle();

    /**
     * How fast it turns.
     *
     * @return radians a second, positive to the left
     */
    float angularVelocity();

    /**
     * Whether the left leg touches the ground, on the pad or beside it.
     *
     * @return as of the last tick
     */
    boolean leftLegTouches();

    /**
     * Whether the right leg touches the ground, on the pad or beside it.
     *
     * @return as of the last tick
     */
    boolean rightLegTouches();

    /**
     * What the main engine gave in the last tick.
     *
     * @return 0 to 1; 0 without fuel
     */
    float mainThrust();

    /**
     * What the thrusters at the sides gave in the last tick.
     *
     * @return −1 (push to the left) to 1 (push to the right); 0 without fuel
     */
    float sideThrust();

    /**
     * Fuel burned since the start.
     *
     * @return in seconds of the main engine fully on, 0 to {@link LanderSpec#fuelSeconds()}
     */
    float fuelUsed();

    /**
     * Ticks since the start.
     *
     * @return 0 or more
     */
    int ticks();

    /**
     * What has become of the flight.
     *
     * @return as of the last tick
     */
    LanderStatus status();

    /**
     * How far the lander is from the middle of the pad, across.
     *
     * @return metres, positive where it is to the right of the pad
     */
    default float distance() {
        return x() - padX();
    }

    /**
     * How high the feet of an upright lander are above the pad.
     *
     * @return metres, 0 where it stands on the pad
     */
    default float altitude() {
        return y() - padY() - LanderPart.STANDING_HEIGHT;
    }

    /**
     * Whether the flight still goes on but has had its time; it is the caller's to end it.
     *
     * @return whether {@link LanderSpec#mostTicks()} have passed
     */
    default boolean timeUp() {
        return status() == LanderStatus.FLYING && ticks() >= spec().mostTicks();
    }
}
