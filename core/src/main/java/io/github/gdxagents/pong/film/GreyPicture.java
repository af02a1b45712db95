package io.github.gdxagents.pong.film;

import java.util.Arrays;

/** An image of any game, in sixteen greys. One thread at a time; nothing is allocated after construction. */
public final class GreyPicture {

    private final Picture picture;

    /**
     * A black picture.
     *
     * @param rows height in pixels, 1 or more
     * @param columns width in pixels, 1 or more
     */
    public GreyPicture(int rows, int columns) {
        int[] greys = new int[Picture.MOST_COLOURS];
        Arrays.setAll(greys, grey -> 0x111111 * grey);
        this.picture = new Picture(rows, columns, greys);
    }

    /**
     * Shows an image.
     *
     * @param image {@code [rows × columns]}, row-major; left as it is
     * @param black the number that is black, and all below it
     * @param white the number that is white, and all above it; above {@code black}
     * @return the picture, the same object each time
     * @throws IllegalArgumentException if the image has another size
     */
    public Picture show(float[] image, float black, float white) {
        byte[] pixels = picture.pixels();
        if (image.length != pixels.length) {
            throw new IllegalArgumentException("image must have " + pixels.length + " pixels, but had " + image.length);
        }
        float brightest = Picture.MOST_COLOURS - 1;
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            float part = (image[pixel] - black) / (white - black);
            pixels[pixel] = (byte) Math.round(brightest * Math.max(0, Math.min(1, part)));
        }
        return picture;
    }
}
