package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;

/**
 * Where the ball is, softly: its pixels' rows, then their columns, each on a row of tents that are so many pixels wide and half
 * overlap. A pixel between two tents' tops counts in both, more in the nearer one, so positions in between are known exactly by few
 * numbers, and near positions look alike.
 */
final class BallTents implements PictureMap {

    private final Tents tents;

    BallTents(int width) {
        this.tents = new Tents(width);
    }

    @Override
    public int size() {
        return 2 * tents.size();
    }

    @Override
    public void write(BinaryImage picture, SparseVector into, int offset) {
        for (int i = 0; i < picture.ballCount(); i++) {
            tents.add(picture.ball(i) / BinaryImage.COLUMNS, 1);
        }
        tents.flush(into, offset);
        for (int i = 0; i < picture.ballCount(); i++) {
            tents.add(picture.ball(i) % BinaryImage.COLUMNS, 1);
        }
        tents.flush(into, offset + tents.size());
    }
}
