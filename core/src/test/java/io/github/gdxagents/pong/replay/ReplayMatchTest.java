package io.github.gdxagents.pong.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayMatchTest {

    static Stream<MatchSetup> hundred() {
        return SmallMatches.setups(100).stream();
    }

    @ParameterizedTest
    @MethodSource("hundred")
    void playsTheSameMatchAgain(MatchSetup setup) {
        Replay replay = SmallMatches.play(setup, Replay.MAX_TICKS);
        assertEquals(replay, ReplayCodec.decode(ReplayCodec.encode(replay), "a replay"));
        try (ReplayMatch match = new ReplayMatch(replay)) {
            match.verify("a replay");
            assertEquals(0, match.position());
            while (match.tick()) {
                assertEquals(
                        replay.move(Side.LEFT, match.position() - 1),
                        match.match().move(Side.LEFT));
            }
            assertTrue(match.over());
            assertEquals(replay.length(), match.position());
            assertEquals(replay.fingerprint(), match.court().fingerprint());
            for (Side side : Side.values()) {
                assertEquals(replay.score(side), match.court().score(side));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CourtKind.class)
    void sameSetupAndPolicyGiveTheSameBytes(CourtKind court) {
        MatchSetup setup = new MatchSetup(court, PlayerKind.AGENT, PlayerKind.AGENT, 3, 42);
        byte[] once = ReplayCodec.encode(SmallMatches.play(setup, Replay.MAX_TICKS));
        assertArrayEquals(once, ReplayCodec.encode(SmallMatches.play(setup, Replay.MAX_TICKS)));
        Replay other = SmallMatches.play(setup.withSeed(43), Replay.MAX_TICKS);
        assertFalse(Arrays.equals(once, ReplayCodec.encode(other)));
    }

    @ParameterizedTest
    @EnumSource(CourtKind.class)
    void everyPlaceCanBeGoneToForwardAndBack(CourtKind court) {
        Replay replay =
                SmallMatches.play(new MatchSetup(court, PlayerKind.TRACKER, PlayerKind.RANDOM, 4, 5), Replay.MAX_TICKS);
        long[] fingerprints = new long[replay.length() + 1];
        try (ReplayMatch match = new ReplayMatch(replay)) {
            fingerprints[0] = match.court().fingerprint();
            while (match.tick()) {
                fingerprints[match.position()] = match.court().fingerprint();
            }
            for (int tick : new int[] {0, replay.length(), 7, 6, 6, replay.length() / 2, 1, replay.length() - 1, 0}) {
                match.seek(tick);
                assertEquals(tick, match.position());
                assertEquals(fingerprints[tick], match.court().fingerprint());
            }
            assertThrows(IllegalArgumentException.class, () -> match.seek(-1));
            assertThrows(IllegalArgumentException.class, () -> match.seek(replay.length() + 1));
        }
    }

    @ParameterizedTest
    @EnumSource(CourtKind.class)
    void beginningOfAMatchIsAReplayToo(CourtKind court) {
        MatchSetup setup = new MatchSetup(court, PlayerKind.TRACKER_HARD, PlayerKind.AGENT, 21, 9);
        for (int ticks : new int[] {0, 1, 500}) {
            Replay replay = SmallMatches.play(setup, ticks);
            assertEquals(ticks, replay.length());
            try (ReplayMatch match = new ReplayMatch(replay)) {
                match.verify("the beginning");
                match.seek(ticks);
                assertTrue(match.over());
                assertFalse(match.tick());
            }
        }
    }

    @Test
    void verifyStaysWhereItWas() {
        Replay replay = SmallMatches.play(SmallMatches.setups(1).get(0), Replay.MAX_TICKS);
        try (ReplayMatch match = new ReplayMatch(replay)) {
            match.seek(100);
            long fingerprint = match.court().fingerprint();
            match.verify("a replay");
            assertEquals(100, match.position());
            assertEquals(fingerprint, match.court().fingerprint());
        }
    }

    @Test
    void verifyNamesWhatDiffers() {
        MatchSetup setup = new MatchSetup(CourtKind.ATARI, PlayerKind.CPU, PlayerKind.RANDOM, 2, 1);
        Replay replay = SmallMatches.play(setup, Replay.MAX_TICKS);
        byte[] left = replay.codes(Side.LEFT);
        byte[] right = replay.codes(Side.RIGHT);
        int score = replay.score(Side.LEFT);
        long end = replay.fingerprint();
        assertEquals(2, score);
        assertRefused("left score 2 in the end, expected 3", new Replay(setup, left, right, 3, 0, end));
        assertRefused("right score 0 in the end, expected 1", new Replay(setup, left, right, 2, 1, end));
        assertRefused("found fingerprint ", new Replay(setup, left, right, 2, 0, end + 1));
        byte[] longer = new byte[left.length + 5];
        assertRefused(
                "found length " + left.length + " in the end, expected " + longer.length,
                new Replay(setup, longer, padded(right, 5), 2, 0, end));
        byte[] others = right.clone();
        for (int tick = 0; tick < others.length; tick++) {
            others[tick] = (byte) Move.DOWN.code();
        }
        assertRefused("does not play as it was recorded", new Replay(setup, left, others, 2, 0, end));
    }

    private static byte[] padded(byte[] codes, int more) {
        return Arrays.copyOf(codes, codes.length + more);
    }

    private static void assertRefused(String words, Replay replay) {
        try (ReplayMatch match = new ReplayMatch(replay)) {
            ReplayException e = assertThrows(ReplayException.class, () -> match.verify("match.replay"));
            assertTrue(String.valueOf(e.getMessage()).startsWith("match.replay does not play as it was recorded"));
            assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
            assertTrue(String.valueOf(e.getMessage())
                    .endsWith("; perhaps it was recorded by another version or on another platform"));
        }
    }
}
