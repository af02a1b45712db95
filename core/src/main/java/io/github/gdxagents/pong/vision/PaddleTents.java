package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;

/** In which rows the paddles are, softly: first the left one, then the right one, on {@link Tents}, a quarter for each lit row. */
final class PaddleTents implements PictureMap {

    private static final float WEIGHT = 0.25f;

    private final Tents tents;
    private final LitRows rows = new LitRows();

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
        rows.read(picture, paddle);
        for (int i = 0; i < rows.count(); i++) {
            tents.add(rows.row(i), WEIGHT);
        }
        tents.flush(into, offset);
    }
}
