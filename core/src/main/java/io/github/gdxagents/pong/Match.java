package io.github.gdxagents.pong;

import io.github.gdxagents.agent.random.RandomStream;

/**
 * Two players on a court until one has enough points, one tick at a time. Nothing but {@link #tick} goes on; drawing, speed and
 * windows leave no trace. One thread at a time; a tick allocates nothing.
 */
public final class Match {

    private final Court court;
    private final Player left;
    private final Player right;
    private final int points;
    private final MatchStatistics statistics = new MatchStatistics();

    private Move leftMove = Move.STAY;
    private Move rightMove = Move.STAY;
    private int ticks;

    /**
     * A match that is about to begin.
     *
     * @param court where it is played; reset here, and closed by whoever made it
     * @param left moves the left paddle
     * @param right moves the right paddle
     * @param points that win the match, 1 to 21
     * @param random the source of the court's chance
     */
    public Match(Court court, Player left, Player right, int points, RandomStream random) {
        if (points < 1 || points > 21) {
            throw new IllegalArgumentException("points must be from 1 to 21, but was " + points);
        }
        this.court = court;
        this.left = left;
        this.right = right;
        this.points = points;
        court.reset(random);
        left.start(court);
        right.start(court);
    }

    /** Plays one tick. After the end nothing happens. */
    public void tick() {
        if (over()) {
            return;
        }
        leftMove = left.move(court);
        rightMove = right.move(court);
        court.step(leftMove, rightMove);
        ticks++;
        statistics.add(court);
    }

    /**
     * Whether the match has been decided, or has taken so long that the court ended it.
     *
     * @return whether there are no more ticks
     */
    public boolean over() {
        return court.score(Side.LEFT) >= points || court.score(Side.RIGHT) >= points || court.over();
    }

    /**
     * The court.
     *
     * @return to look at
     */
    public CourtView court() {
        return court;
    }

    /**
     * How many points win.
     *
     * @return 1 to 21
     */
    public int points() {
        return points;
    }

    /**
     * Ticks played.
     *
     * @return 0 or more
     */
    public int ticks() {
        return ticks;
    }

    /**
     * What a side did in the last tick.
     *
     * @param side whose move
     * @return {@link Move#STAY} before the first tick
     */
    public Move move(Side side) {
        return side == Side.LEFT ? leftMove : rightMove;
    }

    /**
     * What has been counted so far.
     *
     * @return this match's own, which goes on counting
     */
    public MatchStatistics statistics() {
        return statistics;
    }
}
