package io.github.gdxagents.pong.atari;

import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.PixelKind;
import java.util.Arrays;

/**
 * Paints a court as the console shows it, pixel for pixel (docs/atari-pong.md §2), or the small picture that agents see of it,
 * straight from the state. One thread at a time; nothing is allocated after construction.
 */
public final class AtariPainter {

    private static final int FIRST_COURT_ROW = 34;
    private static final int END_COURT_ROW = 194;
    private static final int FIRST_WALL_ROW = 24;
    private static final int LEFT_COLUMN = 16;
    private static final int RIGHT_COLUMN = 140;
    private static final int PADDLE_COLUMNS = 4;
    private static final int LEFT_SCORE_COLUMN = 20;
    private static final int RIGHT_SCORE_COLUMN = 100;

    /** Columns from the tens to the ones of a score. */
    private static final int DIGIT_STEP = 16;

    /** Score digits are made of square cells of so many pixels, from this row on. */
    private static final int CELL = 4;

    private static final int FIRST_DIGIT_ROW = 1;
    private static final int CELL_ROWS = 5;
    private static final int CELL_COLUMNS = 3;

    /** The digits 0 to 9, each five rows of three cells. */
    private static final String DIGITS = "####.##.##.####" // 0
            + ".#..#..#..#..#." // 1
            + "###..#####..###" // 2
            + "###..#.##..####" // 3
            + "#.##.####..#..#" // 4
            + "####..###..####" // 5
            + "#..#..####.####" // 6
            + "###..#..#..#..#" // 7
            + "####.#####.####" // 8
            + "####.####..#..#"; // 9

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
        byte[] pixels = into.pixels();
        int wall = CourtColours.wall(court);
        int left = CourtColours.left(court);
        int right = CourtColours.right(court);
        Arrays.fill(pixels, (byte) CourtColours.background(court));
        fill(pixels, FIRST_WALL_ROW, FIRST_COURT_ROW, 0, Frame.COLUMNS, wall);
        fill(pixels, END_COURT_ROW, Frame.ROWS, 0, Frame.COLUMNS, wall);
        // The console's own blank in its first line.
        fill(pixels, 0, 1, 0, 8, 0);
        paintScore(pixels, court.shownLeftScore(), LEFT_SCORE_COLUMN, left);
        if (!court.showsTitle()) {
            paintScore(pixels, court.shownRightScore(), RIGHT_SCORE_COLUMN, right);
        }
        fillCourt(pixels, court.leftTop(), AnaloguePaddle.ROWS, LEFT_COLUMN, PADDLE_COLUMNS, left);
        fillCourt(pixels, court.rightTop(), AnaloguePaddle.ROWS, RIGHT_COLUMN, PADDLE_COLUMNS, right);
        paintBall(pixels, court, wall);
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

    private static void paintBall(byte[] pixels, AtariCourt court, int colour) {
        if (court.ballY() != 0) {
            for (int half = 0; half < 2; half++) {
                int column = BallShape.column(court, half);
                int top = BallShape.top(court, column);
                fillCourt(pixels, top, BallShape.end(court, column) - top, column, 1, colour);
            }
        } else if (court.frames() == 0) {
            // After a reset a ball is shown that is none.
            fillCourt(pixels, 45, AtariCourt.BALL_ROWS, 2, 2, colour);
        }
    }

    private static void paintScore(byte[] pixels, int score, int column, int colour) {
        if (score >= 10) {
            paintDigit(pixels, score / 10, column, colour);
        }
        paintDigit(pixels, score % 10, column + DIGIT_STEP, colour);
    }

    private static void paintDigit(byte[] pixels, int digit, int column, int colour) {
        for (int cell = 0; cell < CELL_ROWS * CELL_COLUMNS; cell++) {
            if (DIGITS.charAt(digit * CELL_ROWS * CELL_COLUMNS + cell) == '#') {
                int top = FIRST_DIGIT_ROW + cell / CELL_COLUMNS * CELL;
                int start = column + cell % CELL_COLUMNS * CELL;
                fill(pixels, top, top + CELL, start, start + CELL, colour);
            }
        }
    }

    /** Fills a rectangle as far as it lies between the walls. */
    private static void fillCourt(byte[] pixels, int top, int rows, int column, int columns, int colour) {
        int from = Math.max(FIRST_COURT_ROW, top);
        int to = Math.min(END_COURT_ROW, top + rows);
        fill(pixels, from, to, column, column + columns, colour);
    }

    private static void fill(byte[] pixels, int fromRow, int toRow, int fromColumn, int toColumn, int colour) {
        for (int row = fromRow; row < toRow; row++) {
            int start = row * Frame.COLUMNS;
            Arrays.fill(pixels, start + fromColumn, start + toColumn, (byte) colour);
        }
    }
}
