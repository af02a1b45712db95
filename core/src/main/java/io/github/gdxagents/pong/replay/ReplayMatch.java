package io.github.gdxagents.pong.replay;

import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;

/**
 * Plays a replay: a match whose two players do what was recorded. Every place of it can be gone to, forward and back; going back
 * plays from the beginning, which takes milliseconds on Atari's court and up to about 0.1 s on the physics court. One thread at a
 * time.
 */
public final class ReplayMatch implements AutoCloseable {

    private static final String PERHAPS = "perhaps it was recorded by another version or on another platform";

    private final Replay replay;
    private final Court court;
    private Match match;

    /**
     * A replay at its beginning.
     *
     * @param replay what to play
     */
    public ReplayMatch(Replay replay) {
        this.replay = replay;
        this.court = replay.setup().createCourt();
        this.match = begin(replay, court);
    }

    private static Match begin(Replay replay, Court court) {
        return new Match(
                court,
                new RecordedPlayer(replay, Side.LEFT),
                new RecordedPlayer(replay, Side.RIGHT),
                replay.setup().points(),
                replay.setup().courtRandom());
    }

    /**
     * Plays one tick. At the end nothing happens.
     *
     * @return whether there was one
     */
    public boolean tick() {
        int before = match.ticks();
        if (before < replay.length()) {
            match.tick();
        }
        return match.ticks() > before;
    }

    /**
     * Goes to a place.
     *
     * @param tick 0 (the beginning) to {@link #length()} (the end), both inclusive
     */
    public void seek(int tick) {
        if (tick < 0 || tick > replay.length()) {
            throw new IllegalArgumentException("tick must be from 0 to " + replay.length() + ", but was " + tick);
        }
        if (tick < match.ticks()) {
            match = begin(replay, court);
        }
        while (match.ticks() < tick && tick()) {
            // Each tick is one step towards the place.
        }
    }

    /**
     * Where it is.
     *
     * @return ticks played, 0 to {@link #length()}
     */
    public int position() {
        return match.ticks();
    }

    /**
     * How long it is.
     *
     * @return ticks
     */
    public int length() {
        return replay.length();
    }

    /**
     * Whether there is nothing left to play.
     *
     * @return whether it is at its end
     */
    public boolean over() {
        return match.ticks() >= replay.length() || match.over();
    }

    /**
     * The court as it is now; the same object all the time.
     *
     * @return to look at
     */
    public CourtView court() {
        return court;
    }

    /**
     * The match as it is now, for its statistics; another object after going back. Whoever plays it on uses {@link #tick()}.
     *
     * @return the match
     */
    public Match match() {
        return match;
    }

    /**
     * What is played.
     *
     * @return the replay
     */
    public Replay replay() {
        return replay;
    }

    /**
     * Plays to the end and compares with what was recorded; then goes back to where it was.
     *
     * @param name of the replay, for the error
     * @throws ReplayException if length, score or court are other than recorded: the replay was changed, or the rules of this
     *     program are not those that it was recorded with, or, on the physics court, another platform calculates otherwise
     */
    public void verify(String name) {
        int before = position();
        seek(replay.length());
        compare(name, "length", position(), replay.length());
        for (Side side : Side.values()) {
            compare(name, side == Side.LEFT ? "left score" : "right score", court.score(side), replay.score(side));
        }
        if (court.fingerprint() != replay.fingerprint()) {
            throw new ReplayException(String.format(
                    "%s does not play as it was recorded: found fingerprint %016x in the end, expected %016x; %s",
                    name, court.fingerprint(), replay.fingerprint(), PERHAPS));
        }
        seek(before);
    }

    private static void compare(String name, String what, int found, int expected) {
        if (found != expected) {
            throw new ReplayException(name + " does not play as it was recorded: found " + what + " " + found
                    + " in the end, expected " + expected + "; " + PERHAPS);
        }
    }

    /** Closes the court. */
    @Override
    public void close() {
        court.close();
    }

    /** Does what was recorded, tick by tick. */
    private static final class RecordedPlayer implements Player {

        private final Replay replay;
        private final Side side;
        private int tick;

        RecordedPlayer(Replay replay, Side side) {
            this.replay = replay;
            this.side = side;
        }

        @Override
        public void start(CourtView view) {
            tick = 0;
        }

        @Override
        public Move move(CourtView view) {
            return tick < replay.length() ? replay.move(side, tick++) : Move.STAY;
        }
    }
}
