package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;

/** Where the paddles stand: 80 rows of the left one, then 80 rows of the right one, 1 where a pixel of it is lit. */
final class PaddleRows implements PictureMap {

    private final LitRows rows = new LitRows();

    @Override
    public int size() {
        return 2 * BinaryImage.ROWS;
    }

    @Override
    public void write(BinaryImage picture, SparseVector into, int offset) {
        write(picture, PixelKind.LEFT_PADDLE, into, offset);
        write(picture, PixelKind.RIGHT_PADDLE, into, offset + BinaryImage.ROWS);
    }

    private void write(BinaryImage picture, PixelKind paddle, SparseVector into, int offset) {
        rows.read(picture, paddle);
        for (int i = 0; i < rows.count(); i++) {
            into.add(offset + rows.row(i), 1);
        }
    }
}
