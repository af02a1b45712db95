package io.github.gdxagents.desktop.play;

import io.github.gdxagents.lander.LanderView;

/** Where a lander was at one tick, so that what is drawn can lie between two ticks. Mutable; one thread at a time. */
public final class LanderSnapshot {

    private float x;
    private float y;
    private float angle;

    /** A lander at the origin. */
    public LanderSnapshot() {
        // Filled by copyFrom.
    }

    /**
     * Takes a lander as it is now.
     *
     * @param view to look at
     */
    public void copyFrom(LanderView view) {
        x = view.x();
        y = view.y();
        angle = view.angle();
    }

    /**
     * Where the lander is on its way from here to its next tick, across.
     *
     * @param now one tick later
     * @param fraction 0 (here) to 1 (there)
     * @return metres
     */
    public float x(LanderView now, double fraction) {
        return between(x, now.x(), fraction);
    }

    /**
     * Where it is up and down.
     *
     * @param now one tick later
     * @param fraction 0 (here) to 1 (there)
     * @return metres
     */
    public float y(LanderView now, double fraction) {
        return between(y, now.y(), fraction);
    }

    /**
     * How far it is tilted.
     *
     * @param now one tick later
     * @param fraction 0 (here) to 1 (there)
     * @return radians, positive to the left
     */
    public float angle(LanderView now, double fraction) {
        return between(angle, now.angle(), fraction);
    }

    private static float between(float here, float there, double fraction) {
        return (float) (here + (there - here) * fraction);
    }
}
