package io.github.gdxagents.pong;

/**
 * From the time that a frame took to whole ticks of 1/60 s, and how far the next tick has come: what is drawn between two ticks.
 * One thread at a time.
 */
public final class MatchClock {

    /** A picture that took longer than this (a window that was moved, a computer that slept) does not make the match jump. */
    private static final double MOST_SECONDS = 0.25;

    private double ticks;

    /** A clock at the beginning of a tick. */
    public MatchClock() {
        // Nothing to set up.
    }

    /**
     * Goes on.
     *
     * @param seconds since the last call; at most a quarter of a second counts, and what is negative or no number counts as 0
     * @param speed ticks for each 1/60 s, above 0
     * @return how many ticks to play now
     */
    public int advance(double seconds, double speed) {
        double counted = seconds > 0 ? Math.min(seconds, MOST_SECONDS) : 0;
        ticks += counted * CourtView.TICKS_PER_SECOND * speed;
        int whole = (int) ticks;
        ticks -= whole;
        return whole;
    }

    /**
     * How far the next tick has come.
     *
     * @return 0 (inclusive) to 1 (exclusive)
     */
    public double fraction() {
        return ticks;
    }
}
