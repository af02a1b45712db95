package io.github.gdxagents.agent.learn;

/**
 * How the learning rate falls: constant at first, then on a straight line, then constant again.
 *
 * @param from decisions up to which the rate is full, 0 or more
 * @param to decisions from which it is at its end, {@code from} or more; 0: it never falls
 * @param end the part of the rate that is left at the end, above 0 and at most 1
 */
public record RateSchedule(long from, long to, double end) {

    /** A rate that stays as it is. */
    public static final RateSchedule CONSTANT = new RateSchedule(0, 0, 1);

    /**
     * Checks the ranges.
     *
     * @param from decisions up to which the rate is full, 0 or more
     * @param to decisions from which it is at its end, {@code from} or more; 0: it never falls
     * @param end the part of the rate that is left at the end, above 0 and at most 1
     */
    public RateSchedule {
        if (from < 0 || to < 0 || (to > 0 && to < from)) {
            throw new IllegalArgumentException(
                    "rate-hold and rate-end must be decisions in this order, but were " + from + " and " + to);
        }
        if (!(end > 0 && end <= 1)) {
            throw new IllegalArgumentException("rate-floor must be above 0 and at most 1, but was " + end);
        }
    }

    /**
     * The factor of the learning rate.
     *
     * @param decisions learned from so far
     * @return above 0, at most 1
     */
    public double factor(long decisions) {
        return 1 - (1 - end) * progress(decisions);
    }

    /**
     * How far the rate has fallen on its way.
     *
     * @param decisions learned from so far
     * @return 0 (not yet) to 1 (at its end)
     */
    public double progress(long decisions) {
        if (to == 0 || decisions <= from) {
            return 0;
        }
        return decisions >= to ? 1 : (double) (decisions - from) / (to - from);
    }
}
