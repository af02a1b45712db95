package io.github.gdxagents.pong;

/** What is counted during a match, from the court's events. One thread at a time. */
public final class MatchStatistics {

    private int rally;
    private int longestRally;
    private int leftHits;
    private int rightHits;
    private int leftMisses;
    private int rightMisses;

    /** Nothing counted yet. */
    MatchStatistics() {}

    /** Counts what happened in a court's last tick. */
    void add(CourtView court) {
        if (court.served()) {
            rally = 0;
        }
        if (court.hitBy(Side.LEFT)) {
            leftHits++;
            rally++;
        }
        if (court.hitBy(Side.RIGHT)) {
            rightHits++;
            rally++;
        }
        if (court.pointFor(Side.LEFT)) {
            rightMisses++;
        }
        if (court.pointFor(Side.RIGHT)) {
            leftMisses++;
        }
        longestRally = Math.max(longestRally, rally);
    }

    /**
     * Hits since the last serve.
     *
     * @return 0 or more; after a point those of the rally that it ended
     */
    public int rally() {
        return rally;
    }

    /**
     * Hits of the longest rally.
     *
     * @return 0 or more
     */
    public int longestRally() {
        return longestRally;
    }

    /**
     * Balls that a side hit.
     *
     * @param side whose
     * @return 0 or more
     */
    public int hits(Side side) {
        return side == Side.LEFT ? leftHits : rightHits;
    }

    /**
     * Which share of the balls that came to a side it returned.
     *
     * @param side whose
     * @return 0 to 1; 0 before any came
     */
    public double returned(Side side) {
        int hits = hits(side);
        int balls = hits + (side == Side.LEFT ? leftMisses : rightMisses);
        return balls == 0 ? 0 : (double) hits / balls;
    }
}
