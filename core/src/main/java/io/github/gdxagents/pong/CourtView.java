package io.github.gdxagents.pong;

import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;

/**
 * A court to look at. Whoever draws or plays sees this and changes nothing.
 *
 * <p>All courts are {@value #WIDTH} court units wide and {@value #HEIGHT} high, and one unit is one pixel of Atari's screen. x grows
 * to the right, y downwards; (0, 0) is the upper left corner between the walls. Speeds are units a tick; a tick is 1/60 s.
 */
public interface CourtView {

    /** Ticks in a second. */
    int TICKS_PER_SECOND = 60;

    /** Width of a court in court units. */
    int WIDTH = 160;

    /** Height of a court between its walls, in court units. */
    int HEIGHT = 160;

    /** Width of a ball in court units. */
    int BALL_WIDTH = 2;

    /** Height of a ball in court units. */
    int BALL_HEIGHT = 4;

    /** Width of a paddle in court units. */
    int PADDLE_WIDTH = 4;

    /** Height of a paddle in court units. */
    int PADDLE_HEIGHT = 16;

    /** The left paddle's left edge, in court units. */
    int LEFT_PADDLE_X = 16;

    /** The right paddle's left edge, in court units. */
    int RIGHT_PADDLE_X = WIDTH - LEFT_PADDLE_X - PADDLE_WIDTH;

    /**
     * Whether there is a ball.
     *
     * @return false from the tick of a point, and before the first serve, until the next serve
     */
    boolean ballInPlay();

    /**
     * Where the ball's centre is. Without meaning while there is no ball.
     *
     * @return about 0 (left) to {@value #WIDTH}
     */
    double ballX();

    /**
     * How high the ball's centre is. Without meaning while there is no ball.
     *
     * @return about 0 (upper wall) to {@value #HEIGHT}
     */
    double ballY();

    /**
     * How fast the ball flies across the court.
     *
     * @return units a tick, positive to the right
     */
    double ballVelocityX();

    /**
     * How fast the ball falls.
     *
     * @return units a tick, positive downwards
     */
    double ballVelocityY();

    /**
     * How high a paddle's centre is.
     *
     * @param side whose paddle
     * @return units from the upper wall; beyond 0 or {@value #HEIGHT} where a paddle is out of sight
     */
    double paddleY(Side side);

    /**
     * How fast a paddle can go.
     *
     * @return units a tick, above 0
     */
    double paddleSpeed();

    /**
     * Points of a side.
     *
     * @param side whose
     * @return 0 or more
     */
    int score(Side side);

    /**
     * Ticks until the next serve.
     *
     * @return 0 while the ball is in play
     */
    int ticksToServe();

    /**
     * Whether the ball came into play in the last tick.
     *
     * @return whether there was a serve
     */
    boolean served();

    /**
     * Whether the ball bounced off a wall in the last tick.
     *
     * @return whether it did
     */
    boolean hitWall();

    /**
     * Whether a side's paddle hit the ball in the last tick.
     *
     * @param side whose paddle
     * @return whether it did
     */
    boolean hitBy(Side side);

    /**
     * Whether a side won a point in the last tick.
     *
     * @param side whose point
     * @return whether it did
     */
    boolean pointFor(Side side);

    /**
     * Whether the game has come to its end by the court's own rules: nothing changes any more.
     *
     * @return whether it has
     */
    boolean over();

    /**
     * The court as agents see it, 80 × 80 pixels.
     *
     * @param into overwritten
     */
    void picture(BinaryImage into);

    /**
     * The court as Atari's screen shows it. Put through {@link io.github.gdxagents.pong.vision.FramePreprocessor} it gives
     * {@link #picture}.
     *
     * @param into overwritten
     */
    void screen(Frame into);

    /**
     * A number that differs, as good as always, where two courts differ in anything that the next ticks depend on: the positions and
     * velocities of ball and paddles, the scores, and the clocks, those of the game and of the serve.
     *
     * @return the same for the same moves after the same {@link Court#reset}
     */
    long fingerprint();
}
