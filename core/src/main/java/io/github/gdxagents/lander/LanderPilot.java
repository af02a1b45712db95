package io.github.gdxagents.lander;

/**
 * Flies by a rule of thumb, as a springboard for those who learn and as a pilot to watch: it leans towards the pad, against its drift,
 * and sinks the slower the lower it is (proportional and differential control, as in the heuristic of OpenAI Gym's LunarLander).
 * Decides from what it sees alone; stateless, so threads may share it.
 */
public final class LanderPilot implements LanderPlayer {

    /** Radians of lean for a metre beside the pad, and for a metre a second of drift. */
    private static final double LEAN_FOR_DISTANCE = 0.2;

    private static final double LEAN_FOR_DRIFT = 0.45;
    private static final double MOST_LEAN = 0.4;

    /** Full thrust of the sides for so many radians of the wrong tilt, and for so many radians a second. */
    private static final double FULL_SIDE_TILT = 0.25;

    private static final double FULL_SIDE_TURN = 0.5;

    /** Metres a second to sink, near the pad, and more for each metre above it. */
    private static final double SINK = 0.35;

    private static final double SINK_FOR_ALTITUDE = 0.25;
    private static final double MOST_SINK = 1.8;

    /** Metres to stay above the pad for each metre beside it, once it is no longer below. */
    private static final double GLIDE = 0.8;

    private static final double OVER_THE_PAD = 0.6;

    /** Full main thrust for so many metres a second of sinking too fast. */
    private static final double FULL_MAIN_SPEED = 0.8;

    /** A pilot. */
    public LanderPilot() {
        // Nothing to set up.
    }

    @Override
    public float main(LanderView view) {
        if (view.leftLegTouches() && view.rightLegTouches()) {
            return 0;
        }
        double beside = Math.max(0, Math.abs(view.distance()) - OVER_THE_PAD);
        double above = view.altitude() - GLIDE * beside;
        double wanted = -Math.max(-MOST_SINK, Math.min(MOST_SINK, SINK + SINK_FOR_ALTITUDE * above));
        double thrust = view.spec().hoverThrust() + (wanted - view.velocityY()) / FULL_MAIN_SPEED;
        return (float) Math.max(0, Math.min(1, thrust));
    }

    @Override
    public float side(LanderView view) {
        double lean = LEAN_FOR_DISTANCE * view.distance() + LEAN_FOR_DRIFT * view.velocityX();
        boolean touches = view.leftLegTouches() || view.rightLegTouches();
        double wanted = touches ? 0 : Math.max(-MOST_LEAN, Math.min(MOST_LEAN, lean));
        double thrust = (view.angle() - wanted) / FULL_SIDE_TILT + view.angularVelocity() / FULL_SIDE_TURN;
        return (float) Math.max(-1, Math.min(1, thrust));
    }

    /**
     * The same pilot with one engine at a time: it turns where it is most wrong.
     *
     * @param view the flight
     * @return the control to hold for some ticks
     */
    public LanderControl control(LanderView view) {
        float main = main(view);
        float side = side(view);
        double enough = 0.5;
        if (Math.abs(side) > Math.max(main, enough)) {
            return side < 0 ? LanderControl.LEFT : LanderControl.RIGHT;
        }
        if (main > enough) {
            return LanderControl.MAIN;
        }
        return LanderControl.NONE;
    }
}
