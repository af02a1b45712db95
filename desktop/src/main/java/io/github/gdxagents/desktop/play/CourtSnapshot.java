package io.github.gdxagents.desktop.play;

import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Side;

/** Where things were on a court at one tick, so that what is drawn can lie between two ticks. Mutable; one thread at a time. */
public final class CourtSnapshot {

    private boolean ball;
    private double ballX;
    private double ballY;
    private double left;
    private double right;

    /** An empty court. */
    public CourtSnapshot() {
        // Filled by copyFrom.
    }

    /**
     * Takes a court as it is now.
     *
     * @param court to look at
     */
    public void copyFrom(CourtView court) {
        ball = court.ballInPlay();
        ballX = court.ballX();
        ballY = court.ballY();
        left = court.paddleY(Side.LEFT);
        right = court.paddleY(Side.RIGHT);
    }

    /**
     * Where the ball is on its way from here to a court.
     *
     * @param now the court one tick later
     * @param fraction 0 (here) to 1 (there)
     * @return x in court units; where there was no ball here, that of the court
     */
    public double ballX(CourtView now, double fraction) {
        return ball ? between(ballX, now.ballX(), fraction) : now.ballX();
    }

    /**
     * How high the ball is on its way from here to a court.
     *
     * @param now the court one tick later
     * @param fraction 0 (here) to 1 (there)
     * @return y in court units
     */
    public double ballY(CourtView now, double fraction) {
        return ball ? between(ballY, now.ballY(), fraction) : now.ballY();
    }

    /**
     * How high a paddle is on its way from here to a court.
     *
     * @param now the court one tick later
     * @param side whose paddle
     * @param fraction 0 (here) to 1 (there)
     * @return y in court units
     */
    public double paddleY(CourtView now, Side side, double fraction) {
        double then = now.paddleY(side);
        double here = side == Side.LEFT ? left : right;
        // A paddle that is put somewhere else, as Atari's is at a serve, does not slide there.
        return Math.abs(then - here) > 4 * now.paddleSpeed() ? then : between(here, then, fraction);
    }

    private static double between(double here, double there, double fraction) {
        return here + (there - here) * fraction;
    }
}
