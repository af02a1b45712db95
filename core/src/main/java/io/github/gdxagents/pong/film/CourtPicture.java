package io.github.gdxagents.pong.film;

import io.github.gdxagents.pong.vision.Frame;

/** The court as Atari's screen shows it, 160 × 210 in its colours. One thread at a time; nothing is allocated after construction. */
public final class CourtPicture {

    private final Picture picture = new Picture(Frame.ROWS, Frame.COLUMNS, AtariPalette.colours());
    private final byte[] places = AtariPalette.places();

    /** A picture of nothing yet. */
    public CourtPicture() {
        // Nothing to set up.
    }

    /**
     * Shows a screen.
     *
     * @param screen left as it is
     * @return the picture, the same object each time
     */
    public Picture show(Frame screen) {
        byte[] from = screen.pixels();
        byte[] into = picture.pixels();
        for (int pixel = 0; pixel < into.length; pixel++) {
            into[pixel] = places[from[pixel] & 0xFF];
        }
        return picture;
    }
}
