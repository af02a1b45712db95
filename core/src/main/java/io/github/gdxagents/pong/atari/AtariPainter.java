package io.github.gdxagents.pong.atari;

import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.CourtBrush;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.PixelKind;

/**
 * Paints a court as the console shows it, pixel for pixel (docs/atari-pong.md §2), or the small picture that agents see of it,
 * straight from the state. One thread at a time; nothing is allocated after construction.
 */
public final class AtariPainter {

    private static final int LEFT_COLUMN = 16;
    private static final int RIGHT_COLUMN = 140;
    private static final int PADDLE_COLUMNS = 4;

    private final Silhouette silhouette = new Silhouette();

    /** A painter. */
    public AtariPainter() {
        // Nothing to set up.
    }

    /**
     * Paints the whole screen.
     *
     * @param court what is shown
     * @param into overwritten, all 33,600 pixels
     */
    public void paint(AtariCourt court, Frame into) {
        int wall = CourtColours.wall(court);
        int left = CourtColours.left(court);
        int right = CourtColours.right(court);
        CourtBrush.paintEmpty(into, CourtColours.background(court), wall);
        CourtBrush.paintLeftScore(into, court.shownLeftScore(), left);
        if (!court.showsTitle()) {
            CourtBrush.paintRightScore(into, court.shownRightScore(), right);
        }
        CourtBrush.fillCourt(into, court.leftTop(), AnaloguePaddle.ROWS, LEFT_COLUMN, PADDLE_COLUMNS, left);
        CourtBrush.fillCourt(into, court.rightTop(), AnaloguePaddle.ROWS, RIGHT_COLUMN, PADDLE_COLUMNS, right);
        paintBall(into, court, wall);
    }

    /**
     * Makes the small picture, equal to what {@link io.github.gdxagents.pong.vision.FramePreprocessor} reads from the painted
     * screen, without painting it.
     *
     * @param court what is shown
     * @param into overwritten
     */
    public void picture(AtariCourt court, BinaryImage into) {
        silhouette.read(court);
        into.clear();
        for (int lane = 0; lane < Silhouette.LANES; lane++) {
            long rows = silhouette.litRows(lane);
            while (rows != 0) {
                int row = lane * Long.SIZE + Long.numberOfTrailingZeros(rows);
                light(row, 0, into);
                light(row, 1, into);
                rows &= rows - 1;
            }
        }
    }

    /** Lights a lane of columns of a row. */
    private void light(int row, int lane, BinaryImage into) {
        int firstPixel = row * BinaryImage.COLUMNS + lane * Long.SIZE;
        long ball = silhouette.ballColumns(row, lane);
        long paddle = silhouette.paddleColumns(row, lane);
        for (long left = silhouette.litColumns(row, lane); left != 0; left &= left - 1) {
            long pixel = Long.lowestOneBit(left);
            PixelKind kind = (pixel & ball) != 0
                    ? PixelKind.BALL
                    : (pixel & paddle) != 0 ? silhouette.paddleKind(lane) : silhouette.backgroundKind();
            into.light(firstPixel + Long.numberOfTrailingZeros(left), kind);
        }
    }

    private static void paintBall(Frame into, AtariCourt court, int colour) {
        if (court.ballY() != 0) {
            for (int half = 0; half < 2; half++) {
                int column = BallShape.column(court, half);
                int top = BallShape.top(court, column);
                CourtBrush.fillCourt(into, top, BallShape.end(court, column) - top, column, 1, colour);
            }
        } else if (court.frames() == 0) {
            // After a reset a ball is shown that is none.
            CourtBrush.fillCourt(into, 45, AtariCourt.BALL_ROWS, 2, 2, colour);
        }
    }
}
