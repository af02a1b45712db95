package io.github.gdxagents.pong.vision;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Turns a screen into the picture that the agents see: rows 35, 37 … 193 and columns 0, 2 … 158; the two background colours
 * become dark, everything else lit, and each lit pixel's colour tells what it belongs to.
 *
 * <p>This is the preprocessing of "Pong from Pixels" (A. Karpathy, 2016) and of the programs that followed it: there a pixel is
 * dark where its red channel is 144 or 109. In the console's palette four indices have such a red channel: 34 and 206 and 48
 * (144), and 228 (109). Stateless, so threads may share it.
 */
public final class FramePreprocessor {

    /** First screen row of the picture; every second row from here on is kept. */
    public static final int FIRST_ROW = 35;

    /** The even columns of eight pixels in a row. */
    private static final long EVEN_COLUMNS = 0x00FF_00FF_00FF_00FFL;

    /** Four kept pixels of the background of a running game, which nearly all of them are. */
    private static final long PLAIN_BACKGROUND = 34 * 0x0001_0001_0001_0001L;

    private FramePreprocessor() {}

    /**
     * Reads a screen into a picture.
     *
     * @param frame the screen, left as it is
     * @param into the picture, overwritten
     */
    public static void read(Frame frame, BinaryImage into) {
        read(frame.buffer(), into);
    }

    /**
     * Reads a screen, wherever it lies in memory, into a picture.
     *
     * @param pixels palette indices as in {@link Frame#pixels()}, in little-endian order; left as they are
     * @param into the picture, overwritten
     */
    public static void read(ByteBuffer pixels, BinaryImage into) {
        if (pixels.order() != ByteOrder.LITTLE_ENDIAN || pixels.limit() != Frame.ROWS * Frame.COLUMNS) {
            throw new IllegalArgumentException("pixels must be " + Frame.ROWS * Frame.COLUMNS
                    + " bytes in little-endian order, but are " + pixels.limit() + " in " + pixels.order());
        }
        into.clear();
        for (int row = 0; row < BinaryImage.ROWS; row++) {
            int rowStart = (FIRST_ROW + 2 * row) * Frame.COLUMNS;
            for (int column = 0; column < Frame.COLUMNS; column += Long.BYTES) {
                long four = pixels.getLong(rowStart + column) & EVEN_COLUMNS;
                if (four != PLAIN_BACKGROUND) {
                    lightFour(four, row * BinaryImage.COLUMNS + column / 2, into);
                }
            }
        }
    }

    /**
     * Whether a colour counts as background.
     *
     * @param paletteIndex 0 to 255
     * @return whether a pixel of this colour is dark in the picture
     */
    public static boolean isBackground(int paletteIndex) {
        return paletteIndex == 34 || paletteIndex == 228 || paletteIndex == 206 || paletteIndex == 48;
    }

    private static void lightFour(long four, int firstPixel, BinaryImage into) {
        for (int i = 0; i < 4; i++) {
            int colour = (int) (four >>> (16 * i)) & 0xFF;
            if (!isBackground(colour)) {
                into.light(firstPixel + i, PixelKind.ofColour(colour));
            }
        }
    }
}
