package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;

/** A line of 80 pixels on tents: linear interpolation between points that are so many pixels apart, the first at pixel 0. */
final class Tents {

    private final int width;
    private final float[] sums;

    /** Tents of so many pixels from top to top, which must divide 80. */
    Tents(int width) {
        this.width = width;
        this.sums = new float[BinaryImage.ROWS / width + 1];
    }

    int size() {
        return sums.length;
    }

    /** Adds a weight at a pixel, 0 to 79. */
    void add(int pixel, float weight) {
        int left = pixel / width;
        float right = (float) (pixel % width) / width;
        sums[left] += weight * (1 - right);
        sums[left + 1] += weight * right;
    }

    /** Writes the sums and forgets them. */
    void flush(SparseVector into, int offset) {
        for (int i = 0; i < sums.length; i++) {
            into.add(offset + i, sums[i]);
            sums[i] = 0;
        }
    }
}
