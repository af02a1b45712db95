package io.github.gdxagents.pong.replay;

import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.MatchSetup;
import java.util.Arrays;

/**
 * Writes down a match while it is played. One thread at a time, the one of the match; allocates nothing while it is played.
 */
public final class ReplayRecorder {

    private final MatchSetup setup;
    private final Match match;
    private byte[] left = new byte[Replay.MAX_TICKS];
    private byte[] right = new byte[Replay.MAX_TICKS];
    private int ticks;

    /**
     * A recorder for a match that is about to begin.
     *
     * @param setup what the match was made from: its court, its points, and the court's chance
     * @param match no tick of it has been played
     * @throws IllegalStateException if ticks have been played already
     */
    public ReplayRecorder(MatchSetup setup, Match match) {
        if (match.ticks() != 0) {
            throw new IllegalStateException(
                    "a recording begins before the first tick, but there were " + match.ticks());
        }
        if (match.points() != setup.points()) {
            throw new IllegalArgumentException(
                    "match must be to " + setup.points() + " points as its setup, but is to " + match.points());
        }
        this.setup = setup;
        this.match = match;
    }

    /**
     * Writes down the tick that was just played; to be called after each {@link Match#tick()}. Where the match was over and there
     * was no tick, nothing happens.
     *
     * @throws IllegalStateException if a tick was left out, or the match is longer than any replay
     */
    public void afterTick() {
        if (match.ticks() == ticks) {
            return;
        }
        if (match.ticks() != ticks + 1) {
            throw new IllegalStateException(
                    "every tick must be recorded: found " + match.ticks() + " ticks after " + ticks);
        }
        if (ticks == Replay.MAX_TICKS) {
            throw new IllegalStateException("a replay has at most " + Replay.MAX_TICKS + " ticks");
        }
        left[ticks] = (byte) match.move(Side.LEFT).code();
        right[ticks] = (byte) match.move(Side.RIGHT).code();
        ticks++;
    }

    /**
     * The match so far. It may go on afterwards.
     *
     * @return a replay of all ticks up to now
     * @throws IllegalStateException if the last tick was not recorded
     */
    public Replay finish() {
        if (match.ticks() != ticks) {
            throw new IllegalStateException(
                    "every tick must be recorded: found " + match.ticks() + " ticks after " + ticks);
        }
        return new Replay(
                setup,
                Arrays.copyOf(left, ticks),
                Arrays.copyOf(right, ticks),
                match.court().score(Side.LEFT),
                match.court().score(Side.RIGHT),
                match.court().fingerprint());
    }
}
