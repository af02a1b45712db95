package io.github.gdxagents.pong.atari;

/**
 * The paddle of the built-in opponent (docs/atari-pong.md §5): it runs after the ball at 2 units a frame, 7 frames of 8, and
 * looks neither ahead nor at the ball's direction. That is how it is beaten: a ball may climb or fall by 3.
 */
final class CpuPaddle {

    private static final int START_POSITION = 22;
    private static final int SERVE_POSITION = 128;
    private static final int SPEED = 2;

    private int position;

    /** §9: after a reset the paddle is out of sight above the court. */
    void reset() {
        position = START_POSITION;
    }

    /** §8: a serve puts the paddle at the height of the middle. */
    void serve() {
        position = SERVE_POSITION;
    }

    /** §5: in 7 frames of 8 it goes 2 units towards the ball; without a ball, towards height 0, out of sight. */
    void follow(int ballY, int counter) {
        if ((counter & 7) != 1) {
            position += SPEED * Integer.signum(ballY - position);
        }
    }

    /** Height of the paddle's last row, in court units: even, 0 to 208. */
    int position() {
        return position;
    }

    /** §2: the first screen row of the paddle; rows above 34 are hidden. */
    int top() {
        return position - 15;
    }

    /** §6: whether the rows of a ball at height y meet the paddle's rows. */
    boolean touches(int y) {
        return -4 <= y - position && y - position <= 14;
    }

    /** For copies and for saved states. */
    void moveTo(int newPosition) {
        position = newPosition;
    }
}
