package io.github.gdxagents.pong.player;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;

/**
 * A player who follows the ball: it goes towards the ball's height at no more than a stated speed, and rests while the ball is near
 * enough. When the ball has been served or hit by the other side, it needs some ticks to see so, in which it stays where it is.
 * After each of its hits and at each serve it draws anew which part of the paddle it wants the next ball on, so that its returns differ. It never
 * presses the button. One thread at a time; {@link #move} allocates nothing.
 */
public final class BallTracker implements Player {

    /** Which part of the way to the ball it goes in a tick, at most: paddles lag, and more would make it swing. */
    private static final double EAGERNESS = 0.5;

    private final Side side;
    private final TrackerStrength strength;
    private final RandomStream random;

    private int ticksToSee;
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
    }

    @Override
    public void start(CourtView court) {
        ticksToSee = 0;
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
        if (court.hitBy(side.other()) || court.served()) {
            ticksToSee = strength.delayTicks();
        }
        if (ticksToSee > 0) {
            ticksToSee--;
            return Move.STAY;
        }
        double way = court.ballY() + aim - court.paddleY(side);
        if (!court.ballInPlay() || Math.abs(way) <= strength.deadZone()) {
            return Move.STAY;
        }
        double speed = Math.max(-strength.speed(), Math.min(strength.speed(), EAGERNESS * way));
        return Move.atSpeed(speed / court.paddleSpeed(), false);
    }
}
