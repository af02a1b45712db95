package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;

/**
 * What moved: the picture of now minus the picture of the decision before, {@code [80 rows × 80 columns]} row-major, each entry
 * −1, 0 or 1. Zeros at the first decision of an episode. About 22 entries are not zero.
 */
final class Difference implements ObservationPart {

    @Override
    public int size() {
        return BinaryImage.PIXELS;
    }

    @Override
    public int pictures() {
        return 2;
    }

    @Override
    public void write(PictureHistory history, SparseVector into, int offset) {
        BinaryImage before = history.at(1);
        BinaryImage now = history.at(0);
        int oldAt = 0;
        int newAt = 0;
        while (oldAt < before.count() || newAt < now.count()) {
            int oldPixel = oldAt < before.count() ? before.lit(oldAt) : BinaryImage.PIXELS;
            int newPixel = newAt < now.count() ? now.lit(newAt) : BinaryImage.PIXELS;
            if (newPixel < oldPixel) {
                into.add(offset + newPixel, 1);
                newAt++;
            } else if (oldPixel < newPixel) {
                into.add(offset + oldPixel, -1);
                oldAt++;
            } else {
                oldAt++;
                newAt++;
            }
        }
    }
}
