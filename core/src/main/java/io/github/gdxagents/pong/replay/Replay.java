package io.github.gdxagents.pong.replay;

import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.MatchSetup;
import java.util.Arrays;

/**
 * A match that was played, or the beginning of one: how it was set up, what both sides did in every tick, and how it stood in the
 * end. Setup and moves are the whole match; score and fingerprint only tell whether playing it again gave the same. Immutable.
 */
public final class Replay {

    /** No match is longer, in ticks: a court ends it after 18 minutes. */
    public static final int MAX_TICKS = 65_300;

    /** The most points of a side. */
    static final int MAX_POINTS = 21;

    private final MatchSetup setup;
    private final byte[] left;
    private final byte[] right;
    private final int leftScore;
    private final int rightScore;
    private final long fingerprint;

    /**
     * A replay.
     *
     * @param setup how the match was set up
     * @param left {@link Move#code()} of the left side, one a tick; kept as it is and never changed again
     * @param right those of the right side, as many
     * @param leftScore points of the left side after the last tick
     * @param rightScore points of the right side then
     * @param fingerprint of the court then
     */
    Replay(MatchSetup setup, byte[] left, byte[] right, int leftScore, int rightScore, long fingerprint) {
        if (left.length != right.length || left.length > MAX_TICKS) {
            throw new IllegalArgumentException("moves must be as many on both sides, at most " + MAX_TICKS
                    + ", but were " + left.length + " and " + right.length);
        }
        checkMoves("left", left);
        checkMoves("right", right);
        checkScore("left", leftScore);
        checkScore("right", rightScore);
        this.setup = setup;
        this.left = left;
        this.right = right;
        this.leftScore = leftScore;
        this.rightScore = rightScore;
        this.fingerprint = fingerprint;
    }

    private static void checkMoves(String side, byte[] codes) {
        int most = Move.of(Move.FULL, true).code();
        for (int tick = 0; tick < codes.length; tick++) {
            if ((codes[tick] & 0xFF) > most) {
                throw new IllegalArgumentException("the " + side + " move of tick " + tick + " must be from 0 to "
                        + most + ", but was " + (codes[tick] & 0xFF));
            }
        }
    }

    private static void checkScore(String side, int score) {
        if (score < 0 || score > MAX_POINTS) {
            throw new IllegalArgumentException(
                    "the " + side + " score must be from 0 to " + MAX_POINTS + ", but was " + score);
        }
    }

    /**
     * How the match was set up.
     *
     * @return the setup
     */
    public MatchSetup setup() {
        return setup;
    }

    /**
     * How long it is.
     *
     * @return ticks, 0 to {@value #MAX_TICKS}
     */
    public int length() {
        return left.length;
    }

    /**
     * What a side did.
     *
     * @param side whose move
     * @param tick 0 (inclusive) to {@link #length()} (exclusive)
     * @return the move
     */
    public Move move(Side side, int tick) {
        return Move.ofCode(codes(side)[tick] & 0xFF);
    }

    /**
     * Points after the last tick.
     *
     * @param side whose
     * @return 0 to 21
     */
    public int score(Side side) {
        return side == Side.LEFT ? leftScore : rightScore;
    }

    /**
     * The court after the last tick.
     *
     * @return its {@link io.github.gdxagents.pong.CourtView#fingerprint()}
     */
    public long fingerprint() {
        return fingerprint;
    }

    /** The codes of a side's moves, not a copy. */
    byte[] codes(Side side) {
        return side == Side.LEFT ? left : right;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Replay replay
                && setup.equals(replay.setup)
                && Arrays.equals(left, replay.left)
                && Arrays.equals(right, replay.right)
                && leftScore == replay.leftScore
                && rightScore == replay.rightScore
                && fingerprint == replay.fingerprint;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(fingerprint) ^ setup.hashCode();
    }

    @Override
    public String toString() {
        return "Replay[" + setup + ", " + length() + " ticks, " + leftScore + ":" + rightScore + "]";
    }
}
