package io.github.gdxagents.lander;

import io.github.gdxagents.agent.random.RandomStream;

/**
 * The line of the ground: a level pad, and from both its ends uneven ground to the edges of the world. Drawn anew for each flight.
 */
final class Ground {

    /** Pieces of the line on either side of the pad. */
    private static final int PIECES = 10;

    static final int POINTS = 2 * (PIECES + 1);

    /** The pad's edges are at least so far from the world's. */
    private static final double LEAST_BESIDE_PAD = 2.5;

    private static final double LOWEST = 0.3;
    private static final double HIGHEST = 4.5;
    private static final double LOWEST_PAD = 1;
    private static final double HIGHEST_PAD = 3;

    /** Height over way of a piece, at most. */
    private static final double STEEPEST = 0.9;

    private final LanderSpec spec;
    private final float[] x = new float[POINTS];
    private final float[] y = new float[POINTS];

    Ground(LanderSpec spec) {
        this.spec = spec;
    }

    /** Draws the pad's place first, then the slopes to the left and to the right of it, each from the pad outwards. */
    void draw(RandomStream random) {
        double beside = spec.width() - spec.padWidth() - 2 * LEAST_BESIDE_PAD;
        double padLeft = LEAST_BESIDE_PAD + beside * random.uniform();
        double padY = LOWEST_PAD + (HIGHEST_PAD - LOWEST_PAD) * random.uniform();
        slope(random, PIECES, -1, padLeft, padY, 0);
        slope(random, PIECES + 1, 1, padLeft + spec.padWidth(), padY, spec.width());
    }

    /** From a point at the pad's edge in steps of 1 or −1 to a point at the world's edge. */
    private void slope(RandomStream random, int first, int step, double padEdge, double padY, double worldEdge) {
        double height = padY;
        double way = Math.abs(worldEdge - padEdge) / PIECES;
        x[first] = (float) padEdge;
        y[first] = (float) padY;
        for (int piece = 1; piece <= PIECES; piece++) {
            double steepness = STEEPEST * (2 * random.uniform() - 1);
            height = Math.max(LOWEST, Math.min(HIGHEST, height + steepness * way));
            x[first + step * piece] = (float) ((padEdge * (PIECES - piece) + worldEdge * piece) / PIECES);
            y[first + step * piece] = (float) height;
        }
    }

    float x(int point) {
        return x[point];
    }

    float y(int point) {
        return y[point];
    }

    float padX() {
        return (x[PIECES] + x[PIECES + 1]) / 2;
    }

    float padY() {
        return y[PIECES];
    }

    /** The pieces on one side of the pad, from left to right, as pairs of x and y. */
    float[] line(boolean left) {
        float[] line = new float[2 * (PIECES + 1)];
        for (int point = 0; point <= PIECES; point++) {
            line[2 * point] = x[point + (left ? 0 : PIECES + 1)];
            line[2 * point + 1] = y[point + (left ? 0 : PIECES + 1)];
        }
        return line;
    }

    /** The pad, as two pairs of x and y. */
    float[] pad() {
        return new float[] {x[PIECES], y[PIECES], x[PIECES + 1], y[PIECES + 1]};
    }
}
