package io.github.gdxagents.agent.network;

import io.github.gdxagents.agent.space.SparseVector;
import java.util.List;

/**
 * Shifts and scales the first inputs of a network to mean 0 and deviation 1, {@code (x − mean) / deviation} held within ±10; the others
 * pass as they are. Means and deviations are what training has seen so far: they stand still while a policy plays, and go on with each
 * update.
 *
 * <p>An input that never changed is only shifted. Before anything was seen all pass as they are. Belongs to a {@link PolicyNetwork},
 * whose rules for threads hold here as well.
 */
public final class Normaliser {

    private static final float LIMIT = 10;

    /** A deviation below this part of the mean, or below its square, is rounding. */
    private static final double NO_DEVIATION = 1e-6;

    private final Moments moments;
    private final float[] shifts;
    private final float[] factors;

    /**
     * A normaliser that has seen nothing.
     *
     * @param inputs how many inputs it changes, 0 or more
     */
    Normaliser(int inputs) {
        this.moments = new Moments(inputs);
        this.shifts = new float[inputs];
        this.factors = new float[inputs];
        refresh();
    }

    /**
     * How many inputs it changes.
     *
     * @return 0 or more
     */
    public int inputs() {
        return shifts.length;
    }

    /**
     * Whether it knows what inputs look like.
     *
     * @return false if they pass as they are
     */
    public boolean hasSeen() {
        return moments.count() > 0;
    }

    /**
     * Goes on with what was seen.
     *
     * @param seen of {@link #inputs()} numbers
     */
    public void learn(Moments seen) {
        moments.add(seen);
        refresh();
    }

    /**
     * What it knows, to be kept.
     *
     * @return as {@link Moments#toList} gives it
     */
    public List<Double> toList() {
        return moments.toList();
    }

    /**
     * Takes over what another one knows.
     *
     * @param list as {@link Moments#toList} gives it
     * @throws IllegalArgumentException if it does not fit
     */
    public void set(List<Double> list) {
        moments.set(list);
        refresh();
    }

    /**
     * Becomes equal to another one. Allocates nothing.
     *
     * @param other for as many inputs
     */
    void copyFrom(Normaliser other) {
        moments.copyFrom(other.moments);
        System.arraycopy(other.shifts, 0, shifts, 0, shifts.length);
        System.arraycopy(other.factors, 0, factors, 0, factors.length);
    }

    private void refresh() {
        for (int i = 0; i < shifts.length; i++) {
            double mean = moments.mean(i);
            double deviation = moments.deviation(i);
            shifts[i] = (float) mean;
            factors[i] = deviation > NO_DEVIATION * Math.max(1e-6, Math.abs(mean)) ? (float) (1 / deviation) : 1;
            if (!Float.isFinite(shifts[i]) || !Float.isFinite(factors[i]) || factors[i] == 0) {
                throw new IllegalArgumentException("input " + i + " has mean " + mean + " and deviation " + deviation
                        + ", expected numbers of the size of a float");
            }
        }
    }

    /**
     * Normalises an observation.
     *
     * @param raw {@link #inputs()} long or more
     * @param into as long, overwritten
     */
    public void apply(SparseVector raw, SparseVector into) {
        if (!hasSeen()) {
            into.copyFrom(raw);
            return;
        }
        into.clear();
        int next = 0;
        int listed = raw.count();
        for (int i = 0; i < shifts.length; i++) {
            float value = 0;
            if (next < listed && raw.index(next) == i) {
                value = raw.value(next++);
            }
            float normal = (value - shifts[i]) * factors[i];
            into.add(i, Math.max(-LIMIT, Math.min(LIMIT, normal)));
        }
        for (; next < listed; next++) {
            into.add(raw.index(next), raw.value(next));
        }
    }
}
