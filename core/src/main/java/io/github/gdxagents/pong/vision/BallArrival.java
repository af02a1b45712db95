package io.github.gdxagents.pong.vision;

/**
 * Where the ball reaches the column of a paddle, as seen in two pictures that follow each other: the event that an agent may learn to
 * foresee. Between the pictures the ball has come near a paddle; the line through both its places is drawn on to the paddle's own
 * column, and folded at the walls. Made of pixels only. Stateless.
 */
public final class BallArrival {

    /** Bands of two rows each in which the ball can arrive, on either side. */
    private static final int BANDS = BinaryImage.ROWS / 2;

    /** Kinds of arrival: 40 bands on the left, then 40 on the right. */
    public static final int KINDS = 2 * BANDS;

    /** No arrival. */
    public static final int NONE = -1;

    private static final int NEAR_LEFT = 16;
    private static final int NEAR_RIGHT = 63;
    private static final int LEFT_PADDLE = 10;
    private static final int RIGHT_PADDLE = 69;

    /** Where the centre of a ball of two rows turns at the walls. */
    private static final double HIGHEST = 0.5;

    private static final double LOWEST = 77.5;

    private BallArrival() {}

    /**
     * What happened between two pictures.
     *
     * @param before the earlier one
     * @param now the later one
     * @return 0 (inclusive) to {@link #KINDS} (exclusive), or {@link #NONE}
     */
    public static int between(BinaryImage before, BinaryImage now) {
        if (before.ballCount() == 0 || now.ballCount() == 0) {
            return NONE;
        }
        int column = now.ball(0) % BinaryImage.COLUMNS;
        int columnBefore = before.ball(0) % BinaryImage.COLUMNS;
        double row = row(now);
        double rise = row - row(before);
        if (column >= NEAR_RIGHT && columnBefore < NEAR_RIGHT) {
            return BANDS + band(row + rise / (column - columnBefore) * (RIGHT_PADDLE - column));
        }
        if (column <= NEAR_LEFT && columnBefore > NEAR_LEFT) {
            return band(row + rise / (columnBefore - column) * (column - LEFT_PADDLE));
        }
        return NONE;
    }

    private static double row(BinaryImage picture) {
        int first = picture.ball(0) / BinaryImage.COLUMNS;
        int last = picture.ball(picture.ballCount() - 1) / BinaryImage.COLUMNS;
        return (first + last) / 2.0;
    }

    private static int band(double row) {
        double folded = row;
        // Between two pictures the ball meets a wall at most a few times.
        for (int fold = 0; fold < 4; fold++) {
            folded = folded < HIGHEST ? 2 * HIGHEST - folded : folded;
            folded = folded > LOWEST ? 2 * LOWEST - folded : folded;
        }
        return (int) Math.max(0, Math.min(BANDS - 1, folded / 2));
    }
}
