package io.github.gdxagents.pong.film;

import java.util.Arrays;

/**
 * A picture in a few colours: {@code [rows × columns]}, row-major, one byte a pixel, each byte a place in the list of colours.
 * Mutable, meant to be made once and filled again and again; not for sharing between threads.
 */
public final class Picture {

    /** The most colours of a picture: as many as fit into half a byte. */
    public static final int MOST_COLOURS = 16;

    private final int rows;
    private final int columns;
    private final int[] colours;
    private final byte[] pixels;

    /**
     * A picture in its first colour.
     *
     * @param rows height in pixels, 1 or more
     * @param columns width in pixels, 1 or more
     * @param colours 1 to {@value #MOST_COLOURS} colours, each {@code 0xRRGGBB}; copied
     */
    Picture(int rows, int columns, int... colours) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "rows and columns must be 1 or more, but were " + rows + " and " + columns);
        }
        if (colours.length < 1 || colours.length > MOST_COLOURS) {
            throw new IllegalArgumentException(
                    "colours must be 1 to " + MOST_COLOURS + ", but there were " + colours.length);
        }
        this.rows = rows;
        this.columns = columns;
        this.colours = colours.clone();
        this.pixels = new byte[rows * columns];
    }

    /**
     * Height.
     *
     * @return pixels, 1 or more
     */
    public int rows() {
        return rows;
    }

    /**
     * Width.
     *
     * @return pixels, 1 or more
     */
    public int columns() {
        return columns;
    }

    /**
     * The colour of one pixel.
     *
     * @param row 0 (top) to {@link #rows()} (exclusive)
     * @param column 0 (left) to {@link #columns()} (exclusive)
     * @return {@code 0xRRGGBB}
     */
    public int colourAt(int row, int column) {
        return colours[pixels[row * columns + column]];
    }

    /** The pixels themselves, not a copy. */
    byte[] pixels() {
        return pixels;
    }

    /** The colours themselves, not a copy. */
    int[] colours() {
        return colours;
    }

    /** Whether another picture fits into the same film. */
    boolean isLike(Picture other) {
        return rows == other.rows && columns == other.columns && Arrays.equals(colours, other.colours);
    }

    /** A new picture that looks the same. */
    Picture copy() {
        Picture copy = new Picture(rows, columns, colours);
        copy.copyFrom(this);
        return copy;
    }

    /** Looks like another one from now on. */
    void copyFrom(Picture other) {
        System.arraycopy(other.pixels, 0, pixels, 0, pixels.length);
    }
}
