package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.network.SparseVector;

/** In which rows the paddles are, softly: first the left one, then the right one, on {@link Tents}, a quarter for each lit row. */
final class PaddleTents implements PictureMap {

    private static final float WEIGHT = 0.25f;

    private final Tents tents;

    PaddleTents(int width) {
        this.tents = new Tents(width);
    }

    @Override
    public int size() {
        return 2 * tents.size();
    }

    @Override
    public void write(BinaryImage picture, SparseVector into, int offset) {
        write(picture, PixelKind.LEFT_PADDLE, into, offset);
        write(picture, PixelKind.RIGHT_PADDLE, into, offset + tents.size());
    }

    private void write(BinaryImage picture, PixelKind paddle, SparseVector into, int offset) {
        int last = -1;
        for (int i = 0; i < picture.count(); i++) {
            if (picture.is(i, paddle)) {
                int row = picture.lit(i) / BinaryImage.COLUMNS;
                if (row != last) {
                    tents.add(row, WEIGHT);
                    last = row;
                }
            }
        }
        tents.flush(into, offset);
    }
}
