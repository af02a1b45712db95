package io.github.gdxagents.headless.verify;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.atari.AtariCourt;
import io.github.gdxagents.pong.atari.ConsoleAction;

/**
 * Follows the ball so that it meets the paddle at a place chosen anew for each hit. A paddle coasts, so this player tries each
 * action on a copy of the court, and takes the one after which the paddle comes to rest best.
 */
final class TrackingPlayer implements FramePlayer {

    /** When the button is held. */
    enum Fire {
        /** For about half of the hits. */
        AT_HITS,
        /** All the time. */
        ALWAYS,
        /** Not at all: the ball stays slow, and rallies are long. */
        NEVER
    }

    /** The ball's height less the paddle's, at a hit in the paddle's middle. */
    private static final int MIDDLE = 6;

    /** The same as far up and down as one may aim without missing too often. */
    private static final int HIGHEST = -1;

    private static final int LOWEST = 14;

    /** From here on a ball is about to be hit. */
    private static final int HIT_X = 180;

    /** Here the ball meets the paddle. */
    private static final int FACE_X = 188;

    /** Frames in which a paddle that is let go comes to rest. */
    private static final int COASTING_FRAMES = 5;

    private final AtariCourt trial = new AtariCourt();
    private final RandomStream random;
    private final Fire fire;
    private final boolean aimsForEdges;
    private int aim;
    private int lastVelocity;
    private boolean fires;

    TrackingPlayer(RandomStream random, Fire fire, boolean aimsForEdges) {
        this.random = random;
        this.fire = fire;
        this.aimsForEdges = aimsForEdges;
    }

    @Override
    public void start() {
        aim = MIDDLE;
        lastVelocity = 0;
        fires = false;
    }

    @Override
    public ConsoleAction next(AtariCourt court) {
        if (court.ballVelocityX() != lastVelocity) {
            lastVelocity = court.ballVelocityX();
            chooseHit();
        }
        boolean button = fire == Fire.ALWAYS || (fires && court.ballX() >= HIT_X);
        ConsoleAction best = button ? ConsoleAction.FIRE : ConsoleAction.NOOP;
        if (court.ballY() != 0) {
            ConsoleAction up = button ? ConsoleAction.RIGHT_FIRE : ConsoleAction.RIGHT;
            ConsoleAction down = button ? ConsoleAction.LEFT_FIRE : ConsoleAction.LEFT;
            int stay = errorAfter(court, best);
            int upError = errorAfter(court, up);
            int downError = errorAfter(court, down);
            if (Math.min(upError, downError) < stay) {
                best = upError < downError ? up : down;
            }
        }
        return best;
    }

    /** The most that may be wrong when the paddle, after this action, is let go. */
    private int errorAfter(AtariCourt court, ConsoleAction action) {
        trial.copyFrom(court);
        trial.step(action);
        for (int i = 0; i < COASTING_FRAMES && trial.ballX() < FACE_X; i++) {
            trial.step(ConsoleAction.NOOP);
        }
        return Math.abs(trial.ballY() - trial.rightPaddle() - aim);
    }

    /** The edges send the ball off at its steepest, which is how points are won. */
    private void chooseHit() {
        fires = random.below(2) == 0 && fire == Fire.AT_HITS;
        int place = random.below(8);
        if (!aimsForEdges) {
            aim = MIDDLE;
        } else if (place < 6) {
            aim = place < 3 ? HIGHEST + place : LOWEST + 3 - place;
        } else {
            aim = HIGHEST + random.below(LOWEST - HIGHEST + 1);
        }
    }
}
