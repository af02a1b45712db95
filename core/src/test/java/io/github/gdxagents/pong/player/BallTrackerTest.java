package io.github.gdxagents.pong.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.ScriptedCourt;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.atari.AtariMatchCourt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BallTrackerTest {

    private final ScriptedCourt court = new ScriptedCourt();

    @ParameterizedTest
    @CsvSource({"EASY, easy", "MIDDLE, middle", "HARD, hard"})
    void strengthsHaveWords(TrackerStrength strength, String label) {
        assertEquals(label, strength.label());
    }

    @Test
    void strongerOnesAreFasterAndSeeSooner() {
        TrackerStrength before = TrackerStrength.EASY;
        for (TrackerStrength strength : List.of(TrackerStrength.MIDDLE, TrackerStrength.HARD)) {
            assertTrue(strength.speed() > before.speed());
            assertTrue(strength.delayTicks() < before.delayTicks());
            before = strength;
        }
    }

    /** A level is a 63rd of the paddle's speed, here a 20th of a unit: 2.8 units are 56 levels. */
    @ParameterizedTest
    @EnumSource(TrackerStrength.class)
    void goesTowardsAFarBallAtItsSpeed(TrackerStrength strength) {
        int level = (int) Math.round(20 * strength.speed());
        court.paddleSpeed = 3.15;
        for (Side side : Side.values()) {
            court.leftY = side == Side.LEFT ? 80 : 0;
            court.rightY = side == Side.RIGHT ? 80 : 0;
            court.ballY = 150;
            assertSame(Move.of(level, false), settled(tracker(side, strength, 1)));
            court.ballY = 10;
            assertSame(Move.of(-level, false), settled(tracker(side, strength, 1)));
        }
    }

    /** Half of the way in a tick: 10 levels for each unit of the way, 44 at its full speed. */
    @Test
    void goesSlowerWhenItIsNear() {
        court.paddleSpeed = 3.15;
        double aim = aim(TrackerStrength.HARD, new RandomStream(1));
        for (int level = 21; level <= 43; level++) {
            court.ballY = 80 - aim + level / 10.0;
            assertSame(Move.of(level, false), settled(tracker(Side.RIGHT, TrackerStrength.HARD, 1)));
            court.ballY = 80 - aim - level / 10.0;
            assertSame(Move.of(-level, false), settled(tracker(Side.RIGHT, TrackerStrength.HARD, 1)));
        }
        court.ballY = 80 - aim + 5;
        assertSame(Move.of(44, false), settled(tracker(Side.RIGHT, TrackerStrength.HARD, 1)));
    }

    @ParameterizedTest
    @EnumSource(TrackerStrength.class)
    void restsWhileTheBallIsNearEnough(TrackerStrength strength) {
        for (int seed = 0; seed < 20; seed++) {
            BallTracker tracker = tracker(Side.LEFT, strength, seed);
            tracker.start(court);
            assertRestsAround(80 - aim(strength, new RandomStream(seed)), tracker, strength);
        }
    }

    @Test
    void aimsAnewAtEachServeAndAfterEachOfItsOwnHits() {
        TrackerStrength strength = TrackerStrength.EASY;
        RandomStream same = new RandomStream(6);
        BallTracker tracker = tracker(Side.RIGHT, strength, 6);
        tracker.start(court);
        double first = aim(strength, same);
        assertRestsAround(80 - first, tracker, strength);
        court.hits.add(Side.LEFT);
        tracker.move(court);
        court.hits.clear();
        assertRestsAround(80 - first, tracker, strength);
        court.hits.add(Side.RIGHT);
        tracker.move(court);
        court.hits.clear();
        double second = aim(strength, same);
        assertRestsAround(80 - second, tracker, strength);
        court.served = true;
        tracker.move(court);
        court.served = false;
        double third = aim(strength, same);
        assertRestsAround(80 - third, tracker, strength);
        tracker.start(court);
        assertRestsAround(80 - aim(strength, same), tracker, strength);
        assertTrue(Math.abs(first - second) > 1 && Math.abs(second - third) > 1);
    }

    private void assertRestsAround(double middle, BallTracker tracker, TrackerStrength strength) {
        double deadZone = strength.deadZone();
        for (double way : List.of(-deadZone - 0.6, -deadZone + 0.1, 0.0, deadZone - 0.1, deadZone + 0.6)) {
            court.ballY = middle + way;
            for (int tick = 0; tick < strength.delayTicks(); tick++) {
                tracker.move(court);
            }
            Move move = tracker.move(court);
            assertEquals(
                    Math.abs(way) > deadZone ? (int) Math.signum(way) : 0, Integer.signum(move.level()), "way " + way);
        }
    }

    @ParameterizedTest
    @EnumSource(TrackerStrength.class)
    void needsTimeToSeeABallThatComesAnewAndThenFollowsItAtOnce(TrackerStrength strength) {
        BallTracker tracker = tracker(Side.RIGHT, strength, 3);
        court.ballInPlay = false;
        court.ballY = 150;
        tracker.start(court);
        for (int tick = 0; tick < 40; tick++) {
            assertSame(Move.STAY, tracker.move(court), "no ball");
        }
        court.ballInPlay = true;
        court.served = true;
        assertStaysForItsDelayThenGoes(tracker, strength, 1);
        court.ballY = 10;
        assertEquals(-1, Integer.signum(tracker.move(court).level()));
        court.hits.add(Side.LEFT);
        assertStaysForItsDelayThenGoes(tracker, strength, -1);
        // Its own hit is no news.
        court.hits.add(Side.RIGHT);
        assertEquals(-1, Integer.signum(tracker.move(court).level()));
        court.hits.clear();
        court.ballInPlay = false;
        assertSame(Move.STAY, tracker.move(court));
        // A new match: nothing is left of what it had still to see.
        court.ballInPlay = true;
        court.hits.add(Side.LEFT);
        assertSame(Move.STAY, tracker.move(court));
        court.hits.clear();
        tracker.start(court);
        assertEquals(-1, Integer.signum(tracker.move(court).level()));
    }

    /** The court shows a serve or hit in one tick only. */
    private void assertStaysForItsDelayThenGoes(BallTracker tracker, TrackerStrength strength, int direction) {
        for (int tick = 0; tick < strength.delayTicks(); tick++) {
            assertSame(Move.STAY, tracker.move(court), "tick " + tick);
            court.served = false;
            court.hits.clear();
        }
        assertEquals(direction, Integer.signum(tracker.move(court).level()));
    }

    /** Over 24 ticks: the shown paddle is up to some ticks behind its knob, and stands on whole rows. */
    @ParameterizedTest
    @EnumSource(TrackerStrength.class)
    void itsPaddleGoesNoFasterThanItsSpeed(TrackerStrength strength) {
        double most = 0;
        for (Side side : Side.values()) {
            AtariMatchCourt atari = AtariMatchCourt.forTwo();
            BallTracker tracker = tracker(side, strength, 1);
            // The other one follows without delay and hits with the edges of its paddle: steep balls.
            Match match = side == Side.LEFT
                    ? new Match(atari, tracker, steep(Side.RIGHT), 21, new RandomStream(0))
                    : new Match(atari, steep(Side.LEFT), tracker, 21, new RandomStream(0));
            List<Double> heights = new ArrayList<>();
            while (!match.over() && match.ticks() < 20_000) {
                match.tick();
                heights.add(atari.paddleY(side));
                assertFalse(match.move(side).fire());
                if (heights.size() > 24) {
                    most = Math.max(most, Math.abs(heights.get(heights.size() - 25) - atari.paddleY(side)));
                }
            }
        }
        // A level is 0.09 units: rounding to the nearest gives at most half of it.
        assertTrue(most <= 24 * (strength.speed() + 0.046) + 3, "went " + most);
        assertTrue(most >= 24 * strength.speed() * 0.85, "went " + most);
    }

    private static Player steep(Side side) {
        return view -> Move.atSpeed((view.ballY() - view.paddleY(side) + 8) / 4, false);
    }

    @Test
    void strongerOnesReturnALargerShare() {
        double easy = 0;
        double middle = 0;
        double hard = 0;
        for (int seed = 1; seed <= 3; seed++) {
            easy += returned(TrackerStrength.EASY, seed);
            middle += returned(TrackerStrength.MIDDLE, seed);
            hard += returned(TrackerStrength.HARD, seed);
        }
        assertTrue(easy < middle, easy + " " + middle);
        assertTrue(middle < hard, middle + " " + hard);
    }

    private static double returned(TrackerStrength strength, int seed) {
        Match match = new Match(
                AtariMatchCourt.forTwo(),
                tracker(Side.LEFT, strength, seed),
                tracker(Side.RIGHT, TrackerStrength.HARD, seed + 100),
                21,
                new RandomStream(0));
        play(match);
        return match.statistics().returned(Side.LEFT);
    }

    @Test
    void hardBeatsEasyOnEitherSide() {
        for (int seed = 1; seed <= 4; seed++) {
            for (Side strong : Side.values()) {
                Match match = match(strong, seed);
                play(match);
                assertEquals(21, match.court().score(strong), strong + " with seed " + seed);
                assertTrue(match.court().score(strong.other()) < 11, strong + " with seed " + seed);
            }
        }
    }

    @Test
    void theSameStreamGivesTheSameMovesAndAnotherOneOthers() {
        Match match = match(Side.RIGHT, 1);
        Match same = match(Side.RIGHT, 1);
        Match other = match(Side.RIGHT, 2);
        while (!match.over()) {
            match.tick();
            same.tick();
            other.tick();
            assertSame(match.move(Side.LEFT), same.move(Side.LEFT));
            assertSame(match.move(Side.RIGHT), same.move(Side.RIGHT));
            assertEquals(match.court().fingerprint(), same.court().fingerprint());
        }
        assertNotEquals(match.court().fingerprint(), other.court().fingerprint());
    }

    @Test
    void aMoveAllocatesNothing() {
        AtariMatchCourt atari = AtariMatchCourt.forTwo();
        BallTracker left = tracker(Side.LEFT, TrackerStrength.HARD, 1);
        BallTracker right = tracker(Side.RIGHT, TrackerStrength.HARD, 2);
        left.start(atari);
        right.start(atari);
        int[] hits = new int[1];
        Runnable ticks = () -> {
            for (int tick = 0; tick < 500; tick++) {
                atari.step(left.move(atari), right.move(atari));
                hits[0] += atari.hitBy(Side.LEFT) ? 1 : 0;
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(20, ticks));
        assertTrue(hits[0] > 0);
    }

    private static Match match(Side strong, int seed) {
        TrackerStrength left = strong == Side.LEFT ? TrackerStrength.HARD : TrackerStrength.EASY;
        TrackerStrength right = strong == Side.RIGHT ? TrackerStrength.HARD : TrackerStrength.EASY;
        return new Match(
                AtariMatchCourt.forTwo(),
                tracker(Side.LEFT, left, seed),
                tracker(Side.RIGHT, right, seed + 100),
                21,
                new RandomStream(0));
    }

    private static void play(Match match) {
        while (!match.over()) {
            match.tick();
        }
    }

    /** The move of one who has seen the ball at its place long enough. */
    private Move settled(BallTracker tracker) {
        tracker.start(court);
        for (int tick = 0; tick < 20; tick++) {
            tracker.move(court);
        }
        return tracker.move(court);
    }

    private static double aim(TrackerStrength strength, RandomStream random) {
        return strength.aim() * (2 * random.uniform() - 1);
    }

    private static BallTracker tracker(Side side, TrackerStrength strength, int seed) {
        return new BallTracker(side, strength, new RandomStream(seed));
    }
}
