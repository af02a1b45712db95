package io.github.gdxagents.pong.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.atari.AtariMatchCourt;
import io.github.gdxagents.pong.player.TrackerStrength;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchSetupTest {

    private static final MatchSetup SETUP =
            new MatchSetup(CourtKind.ATARI, PlayerKind.TRACKER_EASY, PlayerKind.AGENT, 11, 5);

    @ParameterizedTest
    @CsvSource({
        "agent, AGENT, Agent",
        "tracker:easy, TRACKER_EASY, Tracker (easy)",
        "tracker, TRACKER, Tracker",
        "tracker:hard, TRACKER_HARD, Tracker (hard)",
        "random, RANDOM, Random",
        "human, HUMAN, Human",
        "cpu, CPU, Atari CPU"
    })
    void playersHaveWordsAndTitles(String label, PlayerKind kind, String title) {
        assertSame(kind, PlayerKind.named(label));
        assertEquals(label, kind.label());
        assertEquals(title, kind.title());
    }

    @Test
    void theMiddleTrackerHasTwoWords() {
        assertSame(PlayerKind.TRACKER, PlayerKind.named("tracker:middle"));
    }

    @Test
    void onlyTrackersHaveAStrength() {
        assertEquals(Optional.of(TrackerStrength.EASY), PlayerKind.TRACKER_EASY.strength());
        assertEquals(Optional.of(TrackerStrength.MIDDLE), PlayerKind.TRACKER.strength());
        assertEquals(Optional.of(TrackerStrength.HARD), PlayerKind.TRACKER_HARD.strength());
        for (PlayerKind kind : List.of(PlayerKind.AGENT, PlayerKind.RANDOM, PlayerKind.HUMAN, PlayerKind.CPU)) {
            assertEquals(Optional.empty(), kind.strength());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Agent", "AGENT", "tracker:", "tracker:EASY", "tracker_easy", "agent:middle", "cpu "})
    void refusesOtherPlayers(String label) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> PlayerKind.named(label));
        assertEquals(
                "a player must be agent, tracker, tracker:easy, tracker:hard, random, human or cpu, but was '" + label
                        + "'",
                refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource(CourtKind.class)
    void courtsHaveWords(CourtKind kind) {
        assertSame(kind, CourtKind.named(kind.label()));
    }

    @Test
    void theAtariCourtIsCalledAtari() {
        assertEquals("atari", CourtKind.ATARI.label());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Atari", "tennis"})
    void refusesOtherCourts(String label) {
        List<String> labels = new ArrayList<>();
        for (CourtKind kind : CourtKind.values()) {
            labels.add(kind.label());
        }
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> CourtKind.named(label));
        assertEquals(
                "court must be " + String.join(" or ", labels) + ", but was '" + label + "'", refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource(PlayerKind.class)
    void theCpuPlaysOnTheLeftOnly(PlayerKind left) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> new MatchSetup(CourtKind.ATARI, left, PlayerKind.CPU, 21, 1));
        assertEquals("cpu plays on the left only: Atari's own player has no right paddle", refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource(value = PlayerKind.class, mode = EnumSource.Mode.EXCLUDE, names = "CPU")
    void everybodyElseMayMeetEverybody(PlayerKind right) {
        for (PlayerKind left : PlayerKind.values()) {
            MatchSetup setup = new MatchSetup(CourtKind.ATARI, left, right, 1, 1);
            assertSame(left, setup.player(Side.LEFT));
            assertSame(right, setup.player(Side.RIGHT));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 22})
    void refusesOtherPoints(int points) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new MatchSetup(CourtKind.ATARI, PlayerKind.AGENT, PlayerKind.HUMAN, points, 1));
        assertEquals("points must be from 1 to 21, but was " + points, refusal.getMessage());
    }

    @Test
    void anotherSeedIsAllThatChanges() {
        assertEquals(
                new MatchSetup(CourtKind.ATARI, PlayerKind.TRACKER_EASY, PlayerKind.AGENT, 11, 6), SETUP.withSeed(6));
    }

    @Test
    void theCpuComesWithItsOwnCourt() {
        try (Court cpu = new MatchSetup(CourtKind.ATARI, PlayerKind.CPU, PlayerKind.AGENT, 11, 5).createCourt();
                Court two = SETUP.createCourt()) {
            assertEquals(AtariMatchCourt.againstCpu().fingerprint(), cpu.fingerprint());
            assertEquals(AtariMatchCourt.forTwo().fingerprint(), two.fingerprint());
        }
    }

    @Test
    void theSameSeedGivesTheSameStreamsToCourtAndPlayersAllDifferent() {
        Set<Long> first = new HashSet<>();
        for (MatchSetup setup : List.of(SETUP, SETUP.withSeed(6))) {
            first.add(first(setup.courtRandom()));
            first.add(first(setup.playerRandom(Side.LEFT)));
            first.add(first(setup.playerRandom(Side.RIGHT)));
            assertEquals(first(setup.courtRandom()), first(setup.courtRandom()));
            assertEquals(first(setup.playerRandom(Side.LEFT)), first(setup.playerRandom(Side.LEFT)));
            assertEquals(first(setup.playerRandom(Side.RIGHT)), first(setup.playerRandom(Side.RIGHT)));
        }
        assertEquals(6, first.size());
    }

    private static long first(RandomStream stream) {
        return stream.nextLong();
    }
}
