package io.github.gdxagents.pong.player;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;
import java.util.Arrays;

/**
 * A player who follows the ball: it sees the ball some ticks late, goes towards its height at no more than a stated speed, and rests
 * while the ball is near enough. After each of its hits it draws anew which part of the paddle it wants the next ball on, so that its
 * returns differ. It never presses the button. One thread at a time; {@link #move} allocates nothing.
 */
public final class BallTracker implements Player {

    /** Which part of the way to the ball it goes in a tick, at most: paddles lag, and more would make it swing. */
    private static final double EAGERNESS = 0.25;

    private final Side side;
    private final TrackerStrength strength;
    private final RandomStream random;
    /** Heights of the ball in the last ticks, a ring; NaN where there was none. */
    private final double[] heights;

    private int newest;
    private double aim;

    /**
     * A player.
     *
     * @param side where it plays
     * @param strength how good it is
     * @param random where its aims come from
     */
    public BallTracker(Side side, TrackerStrength strength, RandomStream random) {
        this.side = side;
        this.strength = strength;
        this.random = random;
        this.heights = new double[strength.delayTicks() + 1];
    }

    @Override
    public void start(CourtView court) {
        Arrays.fill(heights, Double.NaN);
        drawAim();
    }

    private void drawAim() {
        aim = strength.aim() * (2 * random.uniform() - 1);
    }

    @Override
    public Move move(CourtView court) {
        if (court.hitBy(side) || court.served()) {
            drawAim();
        }
        newest = (newest + 1) % heights.length;
        heights[newest] = court.ballInPlay() ? court.ballY() : Double.NaN;
        double height = heights[(newest + 1) % heights.length];
        double way = height + aim - court.paddleY(side);
        if (Double.isNaN(way) || Math.abs(way) <= strength.deadZone()) {
            return Move.STAY;
        }
        double speed = Math.max(-strength.speed(), Math.min(strength.speed(), EAGERNESS * way));
        return Move.atSpeed(speed / court.paddleSpeed(), false);
    }
}
