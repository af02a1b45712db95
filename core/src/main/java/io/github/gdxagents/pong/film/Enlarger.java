package io.github.gdxagents.pong.film;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;

/**
 * Makes images for the JDK's writers of parts of pictures, each pixel a block. Two pixels share a byte: the writers take the bits of
 * a pixel from there, and half as many make smaller files. Stateless.
 */
final class Enlarger {

    private static final int BITS = 4;

    private final PixelSize size;
    private final IndexColorModel model;

    Enlarger(int[] colours, PixelSize size) {
        this.size = size;
        byte[] red = new byte[Picture.MOST_COLOURS];
        byte[] green = new byte[Picture.MOST_COLOURS];
        byte[] blue = new byte[Picture.MOST_COLOURS];
        for (int i = 0; i < colours.length; i++) {
            red[i] = (byte) (colours[i] >> 16);
            green[i] = (byte) (colours[i] >> 8);
            blue[i] = (byte) colours[i];
        }
        this.model = new IndexColorModel(BITS, Picture.MOST_COLOURS, red, green, blue);
    }

    /** A part of a picture, enlarged. */
    BufferedImage enlarge(Picture picture, Part part) {
        int width = part.columns() * size.across();
        int stride = (width + 1) / 2;
        BufferedImage image =
                new BufferedImage(width, part.rows() * size.down(), BufferedImage.TYPE_BYTE_BINARY, model);
        byte[] into = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        byte[] from = picture.pixels();
        for (int row = 0; row < part.rows(); row++) {
            int start = row * size.down() * stride;
            int source = (part.firstRow() + row) * picture.columns() + part.firstColumn();
            int x = 0;
            for (int column = 0; column < part.columns(); column++) {
                byte colour = from[source + column];
                for (int end = x + size.across(); x < end; x++) {
                    // The left one of two pixels has the upper half of their byte.
                    into[start + x / 2] |= (byte) (x % 2 == 0 ? colour << BITS : colour);
                }
            }
            for (int copy = 1; copy < size.down(); copy++) {
                System.arraycopy(into, start, into, start + copy * stride, stride);
            }
        }
        return image;
    }

    /**
     * A rectangle of a picture, in its pixels.
     *
     * @param firstRow its upper row
     * @param firstColumn its left column
     * @param rows how high, 1 or more
     * @param columns how wide, 1 or more
     */
    record Part(int firstRow, int firstColumn, int rows, int columns) {

        static Part whole(Picture picture) {
            return new Part(0, 0, picture.rows(), picture.columns());
        }

        /** The smallest rectangle outside of which two pictures are equal; a single pixel where they are equal all over. */
        static Part ofChanges(Picture picture, Picture before) {
            int top = picture.rows();
            int bottom = -1;
            int left = picture.columns();
            int right = -1;
            byte[] now = picture.pixels();
            byte[] old = before.pixels();
            int pixel = 0;
            for (int row = 0; row < picture.rows(); row++) {
                for (int column = 0; column < picture.columns(); column++, pixel++) {
                    if (now[pixel] != old[pixel]) {
                        top = Math.min(top, row);
                        bottom = row;
                        left = Math.min(left, column);
                        right = Math.max(right, column);
                    }
                }
            }
            return bottom < 0 ? new Part(0, 0, 1, 1) : new Part(top, left, bottom - top + 1, right - left + 1);
        }
    }
}
