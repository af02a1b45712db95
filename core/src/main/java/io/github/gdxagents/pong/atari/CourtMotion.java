package io.github.gdxagents.pong.atari;

import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.pong.vision.BinaryImage;

/**
 * What moved on a court, without painting it: equal to what the observation {@code difference}
 * ({@link io.github.gdxagents.pong.vision.PictureObservationSpec}) makes of the preprocessed screens, but from the states alone, at the cost of the 8 or 9 pixels that change. One thread at a time;
 * nothing is allocated after construction.
 */
public final class CourtMotion {

    private Silhouette before = new Silhouette();
    private Silhouette now = new Silhouette();

    /**
     * Begins an episode, or begins anew from another court.
     *
     * @param court what the next state is compared with; read, not kept
     */
    public void start(AtariCourt court) {
        now.read(court);
    }

    /**
     * Goes on to the next state.
     *
     * @param court the state now; read, not kept
     * @param into of size 6,400, overwritten: 1 where a pixel of the small picture was lit since the last call, −1 where one went
     *     dark; {@code row · 80 + column}
     */
    public void next(AtariCourt court, SparseVector into) {
        Silhouette last = now;
        now = before;
        before = last;
        now.read(court);
        into.clear();
        for (int lane = 0; lane < Silhouette.LANES; lane++) {
            long rows = now.changedRows(before, lane);
            while (rows != 0) {
                int row = lane * Long.SIZE + Long.numberOfTrailingZeros(rows);
                int pixel = row * BinaryImage.COLUMNS;
                add(pixel, before.litColumns(row, 0), now.litColumns(row, 0), into);
                add(pixel + Long.SIZE, before.litColumns(row, 1), now.litColumns(row, 1), into);
                rows &= rows - 1;
            }
        }
    }

    private static void add(int firstPixel, long litBefore, long litNow, SparseVector into) {
        long changed = litBefore ^ litNow;
        while (changed != 0) {
            int column = Long.numberOfTrailingZeros(changed);
            into.add(firstPixel + column, (litNow >>> column & 1) != 0 ? 1 : -1);
            changed &= changed - 1;
        }
    }
}
