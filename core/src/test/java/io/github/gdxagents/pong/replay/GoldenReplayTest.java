package io.github.gdxagents.pong.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Reads and plays a file that an earlier version of the program wrote.
 *
 * <p>If {@link #isReadAsItWasWritten} fails, replays that people keep can no longer be read: a bug in the reader. If the format
 * must change, raise {@link ReplayCodec#VERSION}, keep reading version 1, and make another golden file. If
 * {@link #playsAsItWasRecorded} fails, the court no longer plays by the rules that it had: for Atari's court, which equals the
 * emulator, that is a bug. If {@link #aPhysicsReplayPlaysAsItWasRecorded} fails, the physics court has changed, or its library has: if
 * that is meant, say so in the changelog and make that file anew. {@link #main} makes new files; the one of Atari's court is never written again.
 */
class GoldenReplayTest {

    private static final String ONE = "/golden/match-v1.replay";
    private static final String PHYSICS = "/golden/match-physics-v1.replay";

    @Test
    void isReadAsItWasWritten() throws IOException {
        Replay replay = golden(ONE);
        assertEquals(setup(), replay.setup());
        assertEquals(928, replay.length());
        assertEquals(3, replay.score(Side.LEFT));
        assertEquals(2, replay.score(Side.RIGHT));
        assertEquals(0xd439_205f_e625_2905L, replay.fingerprint());
        assertEquals(Move.UP, replay.move(Side.RIGHT, 0));
        assertEquals(Move.of(12, false), replay.move(Side.LEFT, 100));
        assertEquals(Move.STAY, replay.move(Side.LEFT, 200));
    }

    @Test
    void playsAsItWasRecorded() throws IOException {
        try (ReplayMatch match = new ReplayMatch(golden(ONE))) {
            match.verify(ONE);
        }
    }

    @Test
    void aPhysicsReplayIsReadAsItWasWritten() throws IOException {
        Replay replay = golden(PHYSICS);
        assertEquals(physicsSetup(), replay.setup());
        assertEquals(3607, replay.length());
        assertEquals(2, replay.score(Side.LEFT));
        assertEquals(5, replay.score(Side.RIGHT));
        assertEquals(0xceef_2ca3_5b08_89e0L, replay.fingerprint());
    }

    /** Box2D's own floats are in it: promised for one version on one platform, of which this is the one that is tried. */
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void aPhysicsReplayPlaysAsItWasRecorded() throws IOException {
        try (ReplayMatch match = new ReplayMatch(golden(PHYSICS))) {
            match.verify(PHYSICS);
        }
    }

    private static MatchSetup physicsSetup() {
        return new MatchSetup(CourtKind.PHYSICS, PlayerKind.TRACKER, PlayerKind.TRACKER_HARD, 5, 20);
    }

    private static MatchSetup setup() {
        return new MatchSetup(CourtKind.ATARI, PlayerKind.TRACKER, PlayerKind.AGENT, 3, -1_234_567_890_123L);
    }

    private static Replay golden(String name) throws IOException {
        try (InputStream input = Objects.requireNonNull(GoldenReplayTest.class.getResourceAsStream(name), name)) {
            return ReplayCodec.decode(input.readAllBytes(), name);
        }
    }

    /** Writes golden files of today's version: of Atari's court, then of the physics court. */
    public static void main(String[] arguments) {
        ReplayFiles.write(SmallMatches.play(setup(), Replay.MAX_TICKS), Path.of(arguments[0]));
        ReplayFiles.write(SmallMatches.play(physicsSetup(), Replay.MAX_TICKS), Path.of(arguments[1]));
    }
}
