package io.github.gdxagents.pong.film;

/**
 * How large a pixel is drawn: as a block of equal pixels, so that edges stay sharp.
 *
 * @param across width of the block, 1 to {@value #MOST}
 * @param down height of the block, 1 to {@value #MOST}
 */
public record PixelSize(int across, int down) {

    /** The largest width and height. */
    public static final int MOST = 32;

    /**
     * Checks the ranges.
     *
     * @param across width of the block, 1 to {@value #MOST}
     * @param down height of the block, 1 to {@value #MOST}
     */
    public PixelSize {
        if (across < 1 || across > MOST || down < 1 || down > MOST) {
            throw new IllegalArgumentException("a pixel must be drawn as 1 to " + MOST
                    + " pixels across and down, but was " + across + " and " + down);
        }
    }

    /**
     * Blocks as wide as high.
     *
     * @param scale 1 to {@value #MOST}
     * @return the size
     */
    public static PixelSize square(int scale) {
        return new PixelSize(scale, scale);
    }

    /**
     * Blocks twice as wide as high, as a television shows Atari's pixels: with scale 1 a screen is 320 × 210, the size in which the
     * emulator saves its screens.
     *
     * @param scale 1 to 16
     * @return the size
     */
    public static PixelSize wide(int scale) {
        return new PixelSize(2 * scale, scale);
    }
}
