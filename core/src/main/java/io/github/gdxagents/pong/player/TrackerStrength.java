package io.github.gdxagents.pong.player;

import java.util.Locale;

/** How good a {@link BallTracker} is. */
public enum TrackerStrength {
    /** Slow to see and slow to go. */
    EASY(1.0, 3, 30, 6),
    /** Returns two of three balls of another tracker; Atari's own player beats it. */
    MIDDLE(1.5, 3, 20, 6),
    /** Quick: agents trained against Atari's own player alone lose to it. */
    HARD(2.2, 2, 12, 6);

    private final double speed;
    private final double deadZone;
    private final int delayTicks;
    private final double aim;

    TrackerStrength(double speed, double deadZone, int delayTicks, double aim) {
        this.speed = speed;
        this.deadZone = deadZone;
        this.delayTicks = delayTicks;
        this.aim = aim;
    }

    /**
     * How fast it goes at most.
     *
     * @return court units a tick
     */
    public double speed() {
        return speed;
    }

    /**
     * How far the ball may be from where it wants it before it moves at all.
     *
     * @return court units, to either side
     */
    public double deadZone() {
        return deadZone;
    }

    /**
     * How long it needs to see that the ball comes towards it.
     *
     * @return ticks
     */
    public int delayTicks() {
        return delayTicks;
    }

    /**
     * How far from the paddle's middle it likes to take the ball: drawn anew after each of its hits and at each serve.
     *
     * @return at most so many court units, to either side
     */
    public double aim() {
        return aim;
    }

    /**
     * The word for it on the command line and on screen.
     *
     * @return for example {@code middle}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
