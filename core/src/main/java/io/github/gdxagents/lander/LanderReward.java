package io.github.gdxagents.lander;

/**
 * What a flight is worth, in points: each step gives what the lander's state has gained, less the fuel, and the end gives more.
 *
 * <pre>
 * reward    = potential after − potential before − 3 × fuel burned + end
 * potential = −15 × √(distance² + altitude²) − 15 × √(velocityX² + velocityY²) − 50 × |angle| + 5 × legs that touch
 * end       = 100 landed, −100 crashed or out of bounds, 0 otherwise
 * </pre>
 *
 * <p>Metres, metres a second, radians; fuel in seconds of the main engine fully on. The form is that of OpenAI Gym's LunarLander, which
 * measures lengths and speeds in parts of a screen; ours are weighed so that a flight gains about as much. A potential cannot be
 * collected twice by going round in circles (Ng, Harada and Russell, "Policy invariance under reward transformations", ICML 1999). A
 * good landing brings 220 to 290 in all; who has a mean of {@value #SOLVED} or more over 100 flights has solved the game.
 *
 * <p>Keeps the state before the step: one for each lander. One thread at a time; nothing is allocated after construction.
 */
public final class LanderReward {

    /** Mean score of 100 flights from which on the game counts as solved. */
    public static final double SOLVED = 230;

    private static final double LENGTH = 15;
    private static final double SPEED = 15;
    private static final double TILT = 50;
    private static final double LEG = 5;
    private static final double FUEL = 3;
    private static final double END = 100;

    private double potential;
    private double fuelUsed;

    /** Knows no flight yet. */
    public LanderReward() {
        // reset comes first.
    }

    /**
     * The beginning of a flight.
     *
     * @param view as it is before the first tick
     */
    public void reset(LanderView view) {
        potential = potential(view);
        fuelUsed = view.fuelUsed();
    }

    /**
     * What has been gained since the last call, or since {@link #reset}: call it once after each step or after several.
     *
     * @param view as it is now
     * @return points
     */
    public double gained(LanderView view) {
        double now = potential(view);
        double gained = now - potential - FUEL * (view.fuelUsed() - fuelUsed) + end(view.status());
        potential = now;
        fuelUsed = view.fuelUsed();
        return gained;
    }

    private static double end(LanderStatus status) {
        return switch (status) {
            case FLYING -> 0;
            case LANDED -> END;
            case CRASHED, OUT_OF_BOUNDS -> -END;
        };
    }

    /**
     * How good a state is, see the formula above.
     *
     * @param view the state
     * @return points, at most 10
     */
    public static double potential(LanderView view) {
        double legs = (view.leftLegTouches() ? 1 : 0) + (view.rightLegTouches() ? 1 : 0);
        return -LENGTH * length(view.distance(), view.altitude())
                - SPEED * length(view.velocityX(), view.velocityY())
                - TILT * Math.abs(view.angle())
                + LEG * legs;
    }

    private static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }
}
