package io.github.gdxagents.pong.film;

import io.github.gdxagents.pong.vision.BinaryImage;
import java.util.Arrays;

/**
 * What a network sees of the court, 80 × 80 in black and white. One thread at a time; nothing is allocated after construction.
 */
public final class InputPicture {

    private static final byte GREY = 0;
    private static final byte BLACK = 1;
    private static final byte WHITE = 2;

    private final Picture picture = new Picture(BinaryImage.ROWS, BinaryImage.COLUMNS, 0x808080, 0x000000, 0xFFFFFF);

    /** A picture of nothing yet. */
    public InputPicture() {
        // Nothing to set up.
    }

    /**
     * Shows a difference, this image minus the one before: 1 is white (lit now), −1 black (went dark), 0 grey.
     *
     * @param now left as it is
     * @param before left as it is; {@code now} itself where there was none, which is grey all over
     * @return the picture, the same object each time
     */
    public Picture showDifference(BinaryImage now, BinaryImage before) {
        byte[] pixels = picture.pixels();
        Arrays.fill(pixels, GREY);
        for (int position = 0; position < before.count(); position++) {
            pixels[before.lit(position)] = BLACK;
        }
        for (int position = 0; position < now.count(); position++) {
            int pixel = now.lit(position);
            pixels[pixel] = pixels[pixel] == BLACK ? GREY : WHITE;
        }
        return picture;
    }

    /**
     * Shows an image: lit pixels are white, the others black.
     *
     * @param image left as it is
     * @return the picture, the same object each time
     */
    public Picture show(BinaryImage image) {
        byte[] pixels = picture.pixels();
        Arrays.fill(pixels, BLACK);
        for (int position = 0; position < image.count(); position++) {
            pixels[image.lit(position)] = WHITE;
        }
        return picture;
    }
}
