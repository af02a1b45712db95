package io.github.gdxagents.pong.box2d;

import io.github.gdxagents.pong.CourtView;

/**
 * How a ball leaves a paddle. Angles are those between its flight and the straight way across the court, positive downwards, so that
 * both sides have the same formulas. Pure functions of a specification; may be shared between threads.
 */
public final class PaddleBounce {

    private final PhysicsSpec spec;

    /**
     * The bounces of a court.
     *
     * @param spec its numbers
     */
    public PaddleBounce(PhysicsSpec spec) {
        this.spec = spec;
    }

    /**
     * The angle of the ball's flight after a hit: {@code clamp(edgeAngle · place + angleKept · incoming, ± steepestHit)}, where the
     * place is −1 at the paddle's upper and 1 at its lower end.
     *
     * @param distance how far below the paddle's centre the ball's is, in court units
     * @param incoming the angle before, positive downwards
     * @return radians, positive downwards, at most {@link PhysicsSpec#steepestHit} to either side
     */
    public double angle(double distance, double incoming) {
        double reach = CourtView.PADDLE_HEIGHT / 2.0 + spec.ballRadius();
        double place = clamp(distance / reach, 1);
        return clamp(spec.edgeAngle() * place + spec.angleKept() * incoming, spec.steepestHit());
    }

    /**
     * The rally's speed after a hit: it grows by a part of itself up to its limit.
     *
     * @param pace the rally's speed before, in units a tick
     * @return units a tick
     */
    public double pace(double pace) {
        return Math.min(spec.topSpeed(), pace * spec.speedGrowth());
    }

    /**
     * The ball's speed after a hit.
     *
     * @param pace the rally's speed after the hit, in units a tick
     * @param fire whether the player holds the button
     * @return units a tick
     */
    public double speed(double pace, boolean fire) {
        return fire ? pace * spec.smash() : pace;
    }

    /**
     * The ball's spin after a hit: the paddle drags the side of the ball that it touches along.
     *
     * @param paddleVelocity the paddle's velocity at the contact in units a tick, positive downwards
     * @param direction where the ball flies now: 1 to the right, −1 to the left
     * @return what the flight turns by, in radians a tick; positive from the right to downwards
     */
    public double spin(double paddleVelocity, int direction) {
        return clamp(-direction * spec.spinGain() * paddleVelocity, spec.mostSpin());
    }

    private static double clamp(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }
}
