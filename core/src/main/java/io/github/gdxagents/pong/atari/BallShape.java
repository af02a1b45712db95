package io.github.gdxagents.pong.atari;

import io.github.gdxagents.pong.vision.Frame;

/**
 * Which screen rows the ball covers in a column: four, but on the right the console is late with its drawing, and the ball's
 * upper and lower edges may stand one row higher (docs/atari-pong.md §2). Stateless.
 */
final class BallShape {

    /** Left of this column the console is always in time. */
    private static final int FIRST_LATE_COLUMN = 127;

    private BallShape() {}

    /** The screen column of the ball's left (0) or right (1) half; behind the last column comes the first. */
    static int column(AtariCourt court, int half) {
        int column = court.ballX() - 49 + half;
        return column == Frame.COLUMNS ? 0 : column;
    }

    /** The first row of the ball in a column. */
    static int top(AtariCourt court, int column) {
        return court.ballY() - (isLate(court, column, 0) ? 15 : 14);
    }

    /** The row below the ball in a column. */
    static int end(AtariCourt court, int column) {
        return court.ballY() - (isLate(court, column, AtariCourt.BALL_ROWS) ? 11 : 10);
    }

    /**
     * §2: whether an edge stands one row higher in this column: from some column on, which depends on what the console is
     * busy with in this row. An edge is 0 (upper) or 4 (lower) rows below the top.
     */
    private static boolean isLate(AtariCourt court, int column, int edge) {
        if (column < FIRST_LATE_COLUMN) {
            return false;
        }
        int y = court.ballY();
        boolean odd = (y & 1) != 0;
        int row = y - 15 + edge;
        int from = odd ? 133 : 152;
        if ((y & ~1) + edge <= court.reading()) {
            from += 6;
        }
        if (covers(court.rightTop(), odd ? row : row + 1)) {
            from -= 3;
        }
        if (odd && covers(court.leftTop(), row + 1)) {
            from -= 3;
        }
        return column >= from;
    }

    private static boolean covers(int paddleTop, int row) {
        return paddleTop <= row && row < paddleTop + AnaloguePaddle.ROWS;
    }
}
