package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;

/** A picture as it is: one number for each pixel, {@code [80 rows × 80 columns]} row-major, the pixel's weight if it counts. */
record WholePicture(PixelWeights weights) implements PictureMap {

    @Override
    public int size() {
        return BinaryImage.PIXELS;
    }

    @Override
    public void write(BinaryImage picture, SparseVector into, int offset) {
        int count = weights.count(picture);
        for (int i = 0; i < count; i++) {
            into.add(offset + weights.pixel(picture, i), weights.weight(picture, i));
        }
    }
}
