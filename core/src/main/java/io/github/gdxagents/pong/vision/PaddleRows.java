package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.network.SparseVector;

/** Where the paddles stand: 80 rows of the left one, then 80 rows of the right one, 1 where a pixel of it is lit. */
final class PaddleRows implements PictureMap {

    @Override
    public int size() {
        return 2 * BinaryImage.ROWS;
    }

    @Override
    public void write(BinaryImage picture, SparseVector into, int offset) {
        write(picture, PixelKind.LEFT_PADDLE, into, offset);
        write(picture, PixelKind.RIGHT_PADDLE, into, offset + BinaryImage.ROWS);
    }

    private static void write(BinaryImage picture, PixelKind paddle, SparseVector into, int offset) {
        int last = -1;
        for (int i = 0; i < picture.count(); i++) {
            if (picture.is(i, paddle)) {
                int row = picture.lit(i) / BinaryImage.COLUMNS;
                if (row != last) {
                    into.add(offset + row, 1);
                    last = row;
                }
            }
        }
    }
}
