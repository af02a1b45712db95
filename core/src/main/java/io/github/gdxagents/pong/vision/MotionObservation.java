package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.network.SparseVector;

/**
 * What moved: the picture of now minus the picture of the decision before, {@code [80 rows × 80 columns]} row-major, each entry
 * −1, 0 or 1. Zeros at the first decision of an episode. About 22 entries are not zero. One thread at a time.
 */
public final class MotionObservation {

    /** Length of the observation. */
    public static final int SIZE = BinaryImage.PIXELS;

    private final BinaryImage before = new BinaryImage();
    private final SparseVector motion = new SparseVector(SIZE);

    /**
     * Begins an episode.
     *
     * @param first the first picture; copied
     */
    public void start(BinaryImage first) {
        motion.clear();
        before.copyFrom(first);
    }

    /**
     * Goes on to the next picture.
     *
     * @param now the picture of this decision; copied
     */
    public void next(BinaryImage now) {
        motion.clear();
        int oldAt = 0;
        int newAt = 0;
        while (oldAt < before.count() || newAt < now.count()) {
            int oldPixel = oldAt < before.count() ? before.lit(oldAt) : SIZE;
            int newPixel = newAt < now.count() ? now.lit(newAt) : SIZE;
            if (newPixel < oldPixel) {
                motion.add(newPixel, 1);
                newAt++;
            } else if (oldPixel < newPixel) {
                motion.add(oldPixel, -1);
                oldAt++;
            } else {
                oldAt++;
                newAt++;
            }
        }
        before.copyFrom(now);
    }

    /**
     * The present observation.
     *
     * @param into {@value #SIZE} long, overwritten
     */
    public void observe(SparseVector into) {
        into.copyFrom(motion);
    }
}
