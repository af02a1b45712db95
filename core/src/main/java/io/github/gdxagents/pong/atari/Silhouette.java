package io.github.gdxagents.pong.atari;

import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.FramePreprocessor;
import io.github.gdxagents.pong.vision.PixelKind;

/**
 * What the agents' small picture shows of a court, as three rectangles: left paddle, right paddle, ball, in rows and columns of
 * {@link BinaryImage}. Row {@code i} of the picture is screen row {@code 35 + 2i}, column {@code j} screen column {@code 2j}.
 *
 * <p>Sets of rows and parts of a row are handled 64 at a time, in two "lanes": lane 0 holds numbers 0 to 63 as bits of a
 * {@code long}, lane 1 numbers 64 to 79. One thread at a time.
 */
final class Silhouette {

    /** Lanes that hold 80 rows or 80 columns. */
    static final int LANES = 2;

    private static final int LANE = Long.SIZE;

    /** Columns 8 and 9, in lane 0: screen columns 16 to 19. */
    private static final long LEFT_COLUMNS = 0b11L << 8;

    /** Columns 70 and 71, in lane 1: screen columns 140 to 143. */
    private static final long RIGHT_COLUMNS = 0b11L << (70 - LANE);

    private static final int FIRST_SCREEN_ROW = 34;
    private static final int STALE_COLUMN = 1;
    private static final int STALE_TOP = 45;

    private int leftFrom;
    private int leftTo;
    private int rightFrom;
    private int rightTo;
    private int ballFrom;
    private int ballTo;
    private int ballColumn;
    private boolean backgroundLit;
    private boolean leftLit;
    private boolean rightLit;
    private PixelKind backgroundKind = PixelKind.OTHER;
    private PixelKind leftKind = PixelKind.LEFT_PADDLE;
    private PixelKind rightKind = PixelKind.RIGHT_PADDLE;

    /** Looks at a court. */
    void read(AtariCourt court) {
        leftFrom = row(court.leftTop());
        leftTo = row(court.leftTop() + AnaloguePaddle.ROWS);
        rightFrom = row(court.rightTop());
        rightTo = row(court.rightTop() + AnaloguePaddle.ROWS);
        readBall(court);
        readColours(court);
    }

    private void readBall(AtariCourt court) {
        if (court.ballY() != 0) {
            int column = BallShape.column(court, (court.ballX() + 1) & 1);
            ballColumn = column / 2;
            ballFrom = row(BallShape.top(court, column));
            ballTo = row(BallShape.end(court, column));
        } else {
            // §2: the picture after a reset shows a ball that is none.
            ballColumn = STALE_COLUMN;
            ballFrom = row(STALE_TOP);
            ballTo = court.frames() == 0 ? row(STALE_TOP + AtariCourt.BALL_ROWS) : ballFrom;
        }
    }

    /** The colours of a running game are all clear; those of title mode may hide a paddle, or light the background. */
    private void readColours(AtariCourt court) {
        backgroundLit = false;
        leftLit = true;
        rightLit = true;
        leftKind = PixelKind.LEFT_PADDLE;
        rightKind = PixelKind.RIGHT_PADDLE;
        if (CourtColours.wander(court)) {
            backgroundKind = PixelKind.ofColour(CourtColours.background(court));
            leftKind = PixelKind.ofColour(CourtColours.left(court));
            rightKind = PixelKind.ofColour(CourtColours.right(court));
            backgroundLit = !FramePreprocessor.isBackground(CourtColours.background(court));
            leftLit = !FramePreprocessor.isBackground(CourtColours.left(court));
            rightLit = !FramePreprocessor.isBackground(CourtColours.right(court));
        }
    }

    /** The first picture row at or below a screen row. */
    private static int row(int screenRow) {
        return Math.max(0, Math.min(BinaryImage.ROWS, (screenRow - FIRST_SCREEN_ROW) >> 1));
    }

    /** The lane of rows in which anything is lit. */
    long litRows(int lane) {
        return backgroundLit
                ? rows(0, BinaryImage.ROWS, lane)
                : rows(leftFrom, leftTo, lane) | rows(rightFrom, rightTo, lane) | rows(ballFrom, ballTo, lane);
    }

    /** The lane of rows in which this silhouette and another may differ; in all others they do not. */
    long changedRows(Silhouette other, int lane) {
        if (backgroundLit != other.backgroundLit || leftLit != other.leftLit || rightLit != other.rightLit) {
            return rows(0, BinaryImage.ROWS, lane);
        }
        long changed = rows(leftFrom, leftTo, lane) ^ rows(other.leftFrom, other.leftTo, lane);
        changed |= rows(rightFrom, rightTo, lane) ^ rows(other.rightFrom, other.rightTo, lane);
        long ball = rows(ballFrom, ballTo, lane);
        long otherBall = rows(other.ballFrom, other.ballTo, lane);
        return changed | (ballColumn == other.ballColumn ? ball ^ otherBall : ball | otherBall);
    }

    /** The lit pixels of a lane of columns of a row. */
    long litColumns(int row, int lane) {
        long lit = backgroundLit ? rows(0, BinaryImage.COLUMNS, lane) : 0;
        if (paddleLit(lane) != backgroundLit) {
            lit ^= paddleColumns(row, lane);
        }
        return lit | ballColumns(row, lane);
    }

    /** The ball's part of a lane of columns of a row, which hides what is behind it. There is no ball in title mode. */
    long ballColumns(int row, int lane) {
        return ballColumn / LANE == lane && ballFrom <= row && row < ballTo ? 1L << ballColumn : 0;
    }

    /** A paddle's part of a lane of columns of a row: the left paddle is in lane 0, the right one in lane 1. */
    long paddleColumns(int row, int lane) {
        if (lane == 0) {
            return leftFrom <= row && row < leftTo ? LEFT_COLUMNS : 0;
        }
        return rightFrom <= row && row < rightTo ? RIGHT_COLUMNS : 0;
    }

    private boolean paddleLit(int lane) {
        return lane == 0 ? leftLit : rightLit;
    }

    /** What the colour of a lane's paddle belongs to; only in title mode it may be another's. */
    PixelKind paddleKind(int lane) {
        return lane == 0 ? leftKind : rightKind;
    }

    /** What the colour of the background belongs to; has a meaning where the background is lit. */
    PixelKind backgroundKind() {
        return backgroundKind;
    }

    /** The numbers from (inclusive) to (exclusive), as far as they are in a lane. */
    private static long rows(int from, int to, int lane) {
        return below(to - LANE * lane) & ~below(from - LANE * lane);
    }

    /** So many low bits. */
    private static long below(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= LANE ? -1L : (1L << bits) - 1;
    }
}
