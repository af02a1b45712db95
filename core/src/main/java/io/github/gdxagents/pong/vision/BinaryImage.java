package io.github.gdxagents.pong.vision;

/**
 * A small black-and-white picture of the court, {@code [80 rows × 80 columns]}, kept as the ascending list of its lit pixels,
 * each with what it belongs to: in play only the two paddles and the ball are lit, about 18 to 34 of 6,400.
 *
 * <p>Mutable, meant to be made once and filled again and again; not for sharing between threads.
 */
public final class BinaryImage {

    /** Rows, in pixels. */
    public static final int ROWS = 80;

    /** Columns, in pixels. */
    public static final int COLUMNS = 80;

    /** Pixels in all. */
    public static final int PIXELS = ROWS * COLUMNS;

    /** Low bits of a listed pixel that say which one it is; the bits above say its kind. */
    private static final int PIXEL_BITS = 13;

    private static final int PIXEL_MASK = (1 << PIXEL_BITS) - 1;

    private final short[] lit = new short[PIXELS];
    private int count;

    /** The ball's pixels once more: whoever looks for the ball alone need not look through the paddles. */
    private final short[] ball = new short[PIXELS];

    private int ballCount;

    /** Makes every pixel dark. */
    public void clear() {
        count = 0;
        ballCount = 0;
    }

    /**
     * Lights one more pixel. Pixels are lit in ascending order, each at most once.
     *
     * @param pixel {@code row · 80 + column}, above every pixel lit before
     * @param kind what the pixel belongs to
     * @throws IllegalArgumentException if the pixel is outside the picture or not above the last one
     */
    public void light(int pixel, PixelKind kind) {
        if (pixel >= PIXELS || (count == 0 ? pixel < 0 : pixel <= lit(count - 1))) {
            throw new IllegalArgumentException("pixel must be under " + PIXELS + " and above the last one lit, but was "
                    + pixel + (count == 0 ? "" : " after " + lit(count - 1)));
        }
        lit[count++] = (short) (pixel | kind.code() << PIXEL_BITS);
        if (kind == PixelKind.BALL) {
            ball[ballCount++] = (short) pixel;
        }
    }

    /**
     * How many pixels are lit.
     *
     * @return 0 to 6,400
     */
    public int count() {
        return count;
    }

    /**
     * One lit pixel.
     *
     * @param position 0 (inclusive) to {@link #count()} (exclusive)
     * @return {@code row · 80 + column}
     */
    public int lit(int position) {
        return lit[position] & PIXEL_MASK;
    }

    /**
     * Whether a lit pixel belongs to something.
     *
     * @param position 0 (inclusive) to {@link #count()} (exclusive)
     * @param kind what it may belong to
     * @return whether it does
     */
    public boolean is(int position, PixelKind kind) {
        return lit[position] >> PIXEL_BITS == kind.code();
    }

    /**
     * How many of the lit pixels are the ball's.
     *
     * @return 0 to {@link #count()}
     */
    public int ballCount() {
        return ballCount;
    }

    /**
     * One of the ball's pixels, in ascending order.
     *
     * @param position 0 (inclusive) to {@link #ballCount()} (exclusive)
     * @return {@code row · 80 + column}
     */
    public int ball(int position) {
        return ball[position];
    }

    /**
     * Makes this picture equal to another one.
     *
     * @param other the picture to copy
     */
    public void copyFrom(BinaryImage other) {
        System.arraycopy(other.lit, 0, lit, 0, other.count);
        count = other.count;
        System.arraycopy(other.ball, 0, ball, 0, other.ballCount);
        ballCount = other.ballCount;
    }

    /**
     * Makes this picture equal to another one in which one lit pixel is dark.
     *
     * @param other the picture to copy; another one than this
     * @param leftOut the pixel that is not copied, 0 (inclusive) to the other picture's {@link #count()} (exclusive)
     */
    public void copyWithout(BinaryImage other, int leftOut) {
        clear();
        for (int position = 0; position < other.count; position++) {
            if (position != leftOut) {
                light(other.lit(position), PixelKind.ofCode(other.lit[position] >> PIXEL_BITS));
            }
        }
    }

    /**
     * Makes this picture the mirror image of another one, left for right: what a player on the left sees as if it stood on the
     * right. The paddles change their kinds with their sides.
     *
     * @param other the picture to mirror; another one than this
     */
    public void mirrorOf(BinaryImage other) {
        clear();
        int from = 0;
        while (from < other.count) {
            int row = other.lit(from) / COLUMNS;
            int end = from + 1;
            while (end < other.count && other.lit(end) / COLUMNS == row) {
                end++;
            }
            // Within a row the order turns round.
            for (int position = end - 1; position >= from; position--) {
                int column = other.lit(position) - row * COLUMNS;
                light(
                        row * COLUMNS + COLUMNS - 1 - column,
                        PixelKind.ofCode(other.lit[position] >> PIXEL_BITS).mirrored());
            }
            from = end;
        }
    }
}
