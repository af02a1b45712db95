package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;

/**
 * Where the paddles begin and end: for the left one and then the right one 81 numbers, each row's lit pixel less that of the row above
 * it: 1 at the paddle's first row, −1 behind its last.
 */
final class PaddleEdges implements PictureMap {

    private static final int EDGES = BinaryImage.ROWS + 1;

    private final LitRows rows = new LitRows();

    @Override
    public int size() {
        return 2 * EDGES;
    }

    @Override
    public void write(BinaryImage picture, SparseVector into, int offset) {
        write(picture, PixelKind.LEFT_PADDLE, into, offset);
        write(picture, PixelKind.RIGHT_PADDLE, into, offset + EDGES);
    }

    private void write(BinaryImage picture, PixelKind paddle, SparseVector into, int offset) {
        int before = Integer.MIN_VALUE;
        rows.read(picture, paddle);
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.row(i);
            if (row > before + 1) {
                if (before >= 0) {
                    into.add(offset + before + 1, -1);
                }
                into.add(offset + row, 1);
            }
            before = row;
        }
        if (before >= 0) {
            into.add(offset + before + 1, -1);
        }
    }
}
