package io.github.gdxagents.pong.vision;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One screen of an Atari 2600: {@code [210 rows × 160 columns]}, row-major, one byte a pixel, each byte an index into the
 * console's palette (0 to 254, even numbers only; read it with {@code & 0xFF}).
 *
 * <p>The screens of the emulator, of the built-in court and of a painted match all meet in this class, so that there is one
 * preprocessing to trust. Mutable, meant to be made once and filled again and again; not for sharing between threads.
 */
public final class Frame {

    /** Rows of a screen, in pixels. */
    public static final int ROWS = 210;

    /** Columns of a screen, in pixels. */
    public static final int COLUMNS = 160;

    private final byte[] pixels = new byte[ROWS * COLUMNS];
    private final ByteBuffer buffer = ByteBuffer.wrap(pixels).order(ByteOrder.LITTLE_ENDIAN);

    /**
     * The pixels themselves, not a copy: {@code [210 × 160]}, row-major. Whoever fills the frame writes here.
     *
     * @return the frame's own array
     */
    public byte[] pixels() {
        return pixels;
    }

    /** The same pixels as a buffer, for reading eight at a time. */
    ByteBuffer buffer() {
        return buffer;
    }

    /**
     * The palette index of one pixel.
     *
     * @param row 0 (top) to 209
     * @param column 0 (left) to 159
     * @return 0 to 255
     */
    public int at(int row, int column) {
        return pixels[row * COLUMNS + column] & 0xFF;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame frame && Arrays.equals(pixels, frame.pixels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "Frame[" + ROWS + " x " + COLUMNS + ", hash " + Integer.toHexString(hashCode()) + "]";
    }
}
