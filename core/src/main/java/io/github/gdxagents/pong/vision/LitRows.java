package io.github.gdxagents.pong.vision;

/** The rows in which something is lit, each once, in ascending order. Made once and filled again and again. */
final class LitRows {

    private final int[] rows = new int[BinaryImage.ROWS];
    private int count;

    /** Finds the rows of one kind of pixel. */
    void read(BinaryImage picture, PixelKind kind) {
        count = 0;
        for (int i = 0; i < picture.count(); i++) {
            if (picture.is(i, kind)) {
                int row = picture.lit(i) / BinaryImage.COLUMNS;
                if (count == 0 || row != rows[count - 1]) {
                    rows[count++] = row;
                }
            }
        }
    }

    /** How many rows there are. */
    int count() {
        return count;
    }

    /** One of the rows. */
    int row(int position) {
        return rows[position];
    }
}
