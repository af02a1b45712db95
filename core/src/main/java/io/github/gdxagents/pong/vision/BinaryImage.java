package io.github.gdxagents.pong.vision;

/**
 * A small black-and-white picture of the court, {@code [80 rows × 80 columns]}, kept as the ascending list of its lit pixels:
 * in play only the two paddles and the ball are lit, about 18 to 34 of 6,400.
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

    private final short[] lit = new short[PIXELS];
    private int count;

    /** Makes every pixel dark. */
    public void clear() {
        count = 0;
    }

    /**
     * Lights one more pixel. Pixels are lit in ascending order, each at most once.
     *
     * @param pixel {@code row · 80 + column}, above every pixel lit before
     * @throws IllegalArgumentException if the pixel is outside the picture or not above the last one
     */
    public void light(int pixel) {
        if (pixel >= PIXELS || (count == 0 ? pixel < 0 : pixel <= lit[count - 1])) {
            throw new IllegalArgumentException("pixel must be under " + PIXELS + " and above the last one lit, but was "
                    + pixel + (count == 0 ? "" : " after " + lit[count - 1]));
        }
        lit[count++] = (short) pixel;
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
        return lit[position];
    }

    /**
     * Makes this picture equal to another one.
     *
     * @param other the picture to copy
     */
    public void copyFrom(BinaryImage other) {
        System.arraycopy(other.lit, 0, lit, 0, other.count);
        count = other.count;
    }
}
