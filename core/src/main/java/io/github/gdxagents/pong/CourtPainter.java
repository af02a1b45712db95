package io.github.gdxagents.pong;

import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.CourtBrush;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.PixelKind;

/**
 * Paints any court in the look of Atari's, positions rounded to whole pixels, so that an agent who knows one understands the other.
 * The small picture is made straight from the positions and equals the painted screen put through
 * {@link io.github.gdxagents.pong.vision.FramePreprocessor}. Stateless.
 */
public final class CourtPainter {

    // The colours of a running game, as the console shows them from its third frame on.
    private static final int BACKGROUND = 34;
    private static final int WALL = 14;
    private static final int LEFT = 56;
    private static final int RIGHT = 200;

    /** Screen columns and rows of one pixel of the small picture. */
    private static final int PIXEL = 2;

    private static final int PADDLE_COLUMNS = CourtView.PADDLE_WIDTH / PIXEL;
    private static final int LEFT_COLUMN = CourtView.LEFT_PADDLE_X / PIXEL;
    private static final int RIGHT_COLUMN = CourtView.RIGHT_PADDLE_X / PIXEL;

    private CourtPainter() {}

    /**
     * Paints the whole screen.
     *
     * @param court what is shown
     * @param into overwritten, all 33,600 pixels
     */
    public static void screen(CourtView court, Frame into) {
        CourtBrush.paintEmpty(into, BACKGROUND, WALL);
        CourtBrush.paintLeftScore(into, court.score(Side.LEFT), LEFT);
        CourtBrush.paintRightScore(into, court.score(Side.RIGHT), RIGHT);
        paintPaddle(into, paddleTop(court, Side.LEFT), CourtView.LEFT_PADDLE_X, LEFT);
        paintPaddle(into, paddleTop(court, Side.RIGHT), CourtView.RIGHT_PADDLE_X, RIGHT);
        if (court.ballInPlay()) {
            CourtBrush.fillCourt(
                    into,
                    CourtBrush.FIRST_COURT_ROW + ballTop(court),
                    CourtView.BALL_HEIGHT,
                    ballLeft(court),
                    CourtView.BALL_WIDTH,
                    WALL);
        }
    }

    private static void paintPaddle(Frame into, int top, int column, int colour) {
        CourtBrush.fillCourt(
                into,
                CourtBrush.FIRST_COURT_ROW + top,
                CourtView.PADDLE_HEIGHT,
                column,
                CourtView.PADDLE_WIDTH,
                colour);
    }

    /**
     * Makes the small picture.
     *
     * @param court what is shown
     * @param into overwritten
     */
    public static void picture(CourtView court, BinaryImage into) {
        into.clear();
        int left = firstRow(paddleTop(court, Side.LEFT));
        int leftEnd = firstRow(paddleTop(court, Side.LEFT) + CourtView.PADDLE_HEIGHT);
        int right = firstRow(paddleTop(court, Side.RIGHT));
        int rightEnd = firstRow(paddleTop(court, Side.RIGHT) + CourtView.PADDLE_HEIGHT);
        // Of the ball's two columns the even one is seen.
        int ballColumn = court.ballInPlay() ? Math.floorDiv(ballLeft(court) + 1, PIXEL) : -1;
        boolean ballInSight = ballColumn >= 0 && ballColumn < BinaryImage.COLUMNS;
        int ball = ballInSight ? firstRow(ballTop(court)) : BinaryImage.ROWS;
        int ballEnd = ballInSight ? firstRow(ballTop(court) + CourtView.BALL_HEIGHT) : BinaryImage.ROWS;
        int end = Math.max(Math.max(leftEnd, rightEnd), ballInSight ? ballEnd : 0);
        for (int row = Math.min(Math.min(left, right), ball); row < end; row++) {
            int ballHere = ball <= row && row < ballEnd ? ballColumn : -1;
            int drawn = 0;
            if (left <= row && row < leftEnd) {
                drawn = lightUpTo(row, LEFT_COLUMN, ballHere, drawn, PixelKind.LEFT_PADDLE, into);
            }
            if (right <= row && row < rightEnd) {
                drawn = lightUpTo(row, RIGHT_COLUMN, ballHere, drawn, PixelKind.RIGHT_PADDLE, into);
            }
            if (ballHere >= drawn) {
                into.light(row * BinaryImage.COLUMNS + ballHere, PixelKind.BALL);
            }
        }
    }

    /** Lights a paddle's part of a row, the ball before or in it as well; gives the column from which on nothing is lit yet. */
    private static int lightUpTo(int row, int first, int ball, int drawn, PixelKind kind, BinaryImage into) {
        int start = row * BinaryImage.COLUMNS;
        if (ball >= drawn && ball < first) {
            into.light(start + ball, PixelKind.BALL);
        }
        for (int column = first; column < first + PADDLE_COLUMNS; column++) {
            into.light(start + column, column == ball ? PixelKind.BALL : kind);
        }
        return first + PADDLE_COLUMNS;
    }

    /** The first picture row at or below a court row: picture row {@code i} shows court row {@code 2i + 1}. */
    private static int firstRow(int courtRow) {
        return Math.max(0, Math.min(BinaryImage.ROWS, Math.floorDiv(courtRow, PIXEL)));
    }

    private static int paddleTop(CourtView court, Side side) {
        return (int) Math.round(court.paddleY(side) - CourtView.PADDLE_HEIGHT / 2.0);
    }

    private static int ballTop(CourtView court) {
        return (int) Math.round(court.ballY() - CourtView.BALL_HEIGHT / 2.0);
    }

    private static int ballLeft(CourtView court) {
        return (int) Math.round(court.ballX() - CourtView.BALL_WIDTH / 2.0);
    }
}
