package io.github.gdxagents.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.atari.AtariMatchCourt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchTest {

    private final ScriptedCourt court = new ScriptedCourt();
    private final Recorder left = new Recorder(-1);
    private final Recorder right = new Recorder(1);
    private final RandomStream random = new RandomStream(1);

    /** Writes down where it saw the ball; moves by one level more in each tick. */
    private static final class Recorder implements Player {

        private final int direction;
        private final List<Double> seen = new ArrayList<>();
        private int starts;

        Recorder(int direction) {
            this.direction = direction;
        }

        @Override
        public void start(CourtView view) {
            assertTrue(seen.isEmpty(), "start comes before the first move");
            starts += ((ScriptedCourt) view).resets;
        }

        @Override
        public Move move(CourtView view) {
            seen.add(view.ballX());
            return Move.of(direction * seen.size(), direction > 0);
        }
    }

    @Test
    void beginsWithAResetOfTheCourtByTheMatchsStreamAndThenThePlayers() {
        Match match = match(1);
        assertEquals(1, court.resets);
        assertSame(random, court.stream.orElseThrow());
        assertEquals(1, left.starts);
        assertEquals(1, right.starts);
        assertEquals(0, match.ticks());
        assertSame(court, match.court());
        assertSame(Move.STAY, match.move(Side.LEFT));
        assertSame(Move.STAY, match.move(Side.RIGHT));
        assertFalse(match.over());
        assertTrue(court.leftMoves.isEmpty());
    }

    @Test
    void eachPlayerIsAskedOnceATickAndSeesTheCourtBeforeIt() {
        court.ballX = 100;
        court.script = tick -> court.ballX = 100 + tick;
        Match match = match(1);
        tick(match, 3);
        assertEquals(List.of(100.0, 101.0, 102.0), left.seen);
        assertEquals(List.of(100.0, 101.0, 102.0), right.seen);
        assertEquals(3, match.ticks());
    }

    @Test
    void theMovesOfATickGoToTheCourt() {
        Match match = match(1);
        tick(match, 2);
        assertEquals(List.of(Move.of(-1, false), Move.of(-2, false)), court.leftMoves);
        assertEquals(List.of(Move.of(1, true), Move.of(2, true)), court.rightMoves);
        assertEquals(Move.of(-2, false), match.move(Side.LEFT));
        assertEquals(Move.of(2, true), match.move(Side.RIGHT));
    }

    @Test
    void pointsEndTheMatchAndNothingComesAfter() {
        for (Side winner : Side.values()) {
            ScriptedCourt fresh = new ScriptedCourt();
            fresh.script = tick -> {
                if (tick == 2 || tick == 4 || tick == 7) {
                    fresh.point(tick == 2 ? winner.other() : winner);
                }
            };
            Recorder one = new Recorder(1);
            Recorder other = new Recorder(1);
            Match match = new Match(fresh, one, other, 2, random);
            tick(match, 6);
            assertFalse(match.over(), "1:1");
            tick(match, 1);
            assertTrue(match.over(), "2:1");
            tick(match, 5);
            assertEquals(7, match.ticks());
            assertEquals(7, fresh.leftMoves.size());
            assertEquals(7, one.seen.size());
            assertEquals(7, other.seen.size());
            assertEquals(Move.of(7, true), match.move(Side.LEFT));
            assertEquals(2, match.points());
        }
    }

    @Test
    void theCourtsOwnEndEndsTheMatch() {
        court.script = tick -> court.over = tick == 3;
        Match match = match(21);
        tick(match, 10);
        assertTrue(match.over());
        assertEquals(3, match.ticks());
        assertEquals(3, court.leftMoves.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 21})
    void aMatchMayGoToOneUpToTwentyOne(int points) {
        court.script = tick -> court.point(Side.RIGHT);
        Match match = match(points);
        assertEquals(points, match.points());
        tick(match, 30);
        assertEquals(points, match.ticks());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 22})
    void refusesOtherPoints(int points) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> match(points));
        assertEquals("points must be from 1 to 21, but was " + points, refusal.getMessage());
        assertEquals(0, court.resets);
    }

    /** A serve in tick 1, hits in 2 (left), 3 (right), 4 (left), missed on the right in 5; the next serve in 8, missed on the left. */
    @Test
    void statisticsCountRalliesHitsAndMisses() {
        court.script = tick -> {
            court.served = tick == 1 || tick == 8;
            if (tick == 2 || tick == 4 || tick == 9) {
                court.hits.add(Side.LEFT);
            }
            if (tick == 3 || tick == 10) {
                court.hits.add(Side.RIGHT);
            }
            if (tick == 5) {
                court.point(Side.LEFT);
            }
            if (tick == 11) {
                court.point(Side.RIGHT);
            }
        };
        Match match = match(21);
        MatchStatistics statistics = match.statistics();
        assertStatistics(statistics, 0, 0, 0, 0);
        assertReturned(statistics, 0, 0);
        tick(match, 1);
        assertStatistics(statistics, 0, 0, 0, 0);
        tick(match, 1);
        assertStatistics(statistics, 1, 1, 1, 0);
        assertReturned(statistics, 1, 0);
        tick(match, 2);
        assertStatistics(statistics, 3, 3, 2, 1);
        assertReturned(statistics, 1, 1);
        tick(match, 1);
        assertStatistics(statistics, 3, 3, 2, 1);
        assertReturned(statistics, 1, 0.5);
        // Until the next serve the rally that ended stays.
        tick(match, 2);
        assertStatistics(statistics, 3, 3, 2, 1);
        tick(match, 1);
        assertStatistics(statistics, 0, 3, 2, 1);
        tick(match, 2);
        assertStatistics(statistics, 2, 3, 3, 2);
        assertReturned(statistics, 1, 2 / 3.0);
        tick(match, 1);
        assertStatistics(statistics, 2, 3, 3, 2);
        assertReturned(statistics, 0.75, 2 / 3.0);
        assertSame(statistics, match.statistics());
    }

    @Test
    void aTickAllocatesNothing() {
        AtariMatchCourt atari = AtariMatchCourt.forTwo();
        Player follower = view -> Move.atSpeed((view.ballY() - view.paddleY(Side.RIGHT)) / 8, true);
        Match[] match = {new Match(atari, view -> Move.UP, follower, 21, random)};
        Runnable ticks = () -> {
            for (int i = 0; i < 100; i++) {
                match[0].tick();
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(20, ticks));
        assertEquals(2000, match[0].ticks());
    }

    private Match match(int points) {
        return new Match(court, left, right, points, random);
    }

    private static void tick(Match match, int times) {
        for (int i = 0; i < times; i++) {
            match.tick();
        }
    }

    private static void assertStatistics(
            MatchStatistics statistics, int rally, int longestRally, int leftHits, int rightHits) {
        assertEquals(
                List.of(rally, longestRally, leftHits, rightHits),
                List.of(
                        statistics.rally(),
                        statistics.longestRally(),
                        statistics.hits(Side.LEFT),
                        statistics.hits(Side.RIGHT)));
    }

    private static void assertReturned(MatchStatistics statistics, double left, double right) {
        assertEquals(left, statistics.returned(Side.LEFT));
        assertEquals(right, statistics.returned(Side.RIGHT));
    }
}
