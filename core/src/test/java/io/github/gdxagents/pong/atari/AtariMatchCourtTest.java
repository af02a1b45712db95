package io.github.gdxagents.pong.atari;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.FramePreprocessor;
import io.github.gdxagents.pong.vision.PixelKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtariMatchCourtTest {

    private static final ConsoleAction[] ACTIONS = ConsoleAction.values();
    private static final RandomStream UNUSED = new RandomStream(0);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void atFullSpeedMovesAreConsoleActions(boolean forTwo) {
        AtariMatchCourt court = court(forTwo);
        AtariCourt console = forTwo ? AtariCourt.forTwo() : new AtariCourt();
        AtariPainter painter = new AtariPainter();
        BinaryImage picture = new BinaryImage();
        BinaryImage expected = new BinaryImage();
        Frame screen = new Frame();
        Frame expectedScreen = new Frame();
        RandomStream random = new RandomStream(41);
        int games = 0;
        for (int tick = 0; tick < 60_000; tick++) {
            if (console.gameOver() || console.frames() == AtariEnvironment.MAX_FRAMES) {
                assertTrue(court.over());
                console.reset();
                court.reset(UNUSED);
                games++;
            }
            ConsoleAction left = action(court, Side.LEFT, random);
            ConsoleAction right = action(court, Side.RIGHT, random);
            int reward = forTwo ? console.step(left, right) : console.step(right);
            court.step(move(left), move(right));
            assertEquals(reward == -1, court.pointFor(Side.LEFT));
            assertEquals(reward == 1, court.pointFor(Side.RIGHT));
            assertEquals(console.leftScore(), court.score(Side.LEFT));
            assertEquals(console.rightScore(), court.score(Side.RIGHT));
            assertEquals(console.countdown(), court.ticksToServe());
            assertEquals(console.ballVelocityX(), court.ballVelocityX());
            assertEquals(console.ballVelocityY(), court.ballVelocityY());
            assertEquals(console.ballX() - 48, court.ballX());
            assertEquals(console.ballY() - 46, court.ballY());
            assertEquals(console.rightPaddle() - 40, court.paddleY(Side.RIGHT));
            assertEquals(console.leftPaddle() - (forTwo ? 40 : 41), court.paddleY(Side.LEFT));
            assertEquals(console.countdown() == 0, court.ballInPlay());
            painter.picture(console, expected);
            court.picture(picture);
            assertSamePicture(expected, picture);
            if (tick % 50 == 0) {
                painter.paint(console, expectedScreen);
                court.screen(screen);
                assertEquals(expectedScreen, screen);
                FramePreprocessor.read(screen, expected);
                assertSamePicture(expected, picture);
            }
        }
        assertTrue(games > 0);
    }

    @Test
    void theLeftMoveIsWithoutEffectAgainstTheCpu() {
        AtariMatchCourt court = AtariMatchCourt.againstCpu();
        AtariMatchCourt other = AtariMatchCourt.againstCpu();
        Frame screen = new Frame();
        Frame otherScreen = new Frame();
        RandomStream random = new RandomStream(2);
        for (int tick = 0; tick < 5000; tick++) {
            Move right = move(action(court, Side.RIGHT, random));
            court.step(Move.ofCode(random.below(254)), right);
            other.step(Move.STAY, right);
            assertEquals(other.fingerprint(), court.fingerprint());
            court.screen(screen);
            other.screen(otherScreen);
            assertEquals(otherScreen, screen);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eventsAreWhatTheRulesSay(boolean forTwo) {
        AtariMatchCourt court = court(forTwo);
        RandomStream random = new RandomStream(7);
        int wallHits = 0;
        int slipped = 0;
        int rallies = 0;
        Set<Double> speeds = new HashSet<>();
        for (int game = 0; game < 40; game++) {
            court.reset(UNUSED);
            int[] points = new int[2];
            int serves = 0;
            Optional<Side> lastHit = Optional.empty();
            while (!court.over()) {
                boolean inPlay = court.ballInPlay();
                double x = court.ballX();
                double y = court.ballY();
                double velocityX = court.ballVelocityX();
                double velocityY = court.ballVelocityY();
                double left = court.paddleY(Side.LEFT);
                double right = court.paddleY(Side.RIGHT);
                step(court, random);
                boolean point = court.pointFor(Side.LEFT) || court.pointFor(Side.RIGHT);
                boolean turned = Math.signum(velocityX) != Math.signum(court.ballVelocityX());
                boolean hit = court.hitBy(Side.LEFT) || court.hitBy(Side.RIGHT);
                speeds.add(Math.abs(court.ballVelocityX()));

                assertEquals(!inPlay && court.ballInPlay(), court.served());
                if (court.served()) {
                    // Every rally ends by a point.
                    assertEquals(serves, points[0] + points[1]);
                    serves++;
                    lastHit = Optional.empty();
                    assertFalse(hit || court.hitWall() || point);
                }
                assertEquals(turned, hit);
                assertFalse(court.hitBy(Side.LEFT) && court.hitBy(Side.RIGHT));
                for (Side side : Side.values()) {
                    if (court.hitBy(side)) {
                        double behind = side == Side.RIGHT ? x - 140 : 20 - x;
                        assertTrue(0 <= behind && behind <= 4, "ball at " + x);
                        assertEquals(side == Side.LEFT ? left : right, y, 12);
                        assertNotEquals(Optional.of(side), lastHit, "hits alternate");
                        lastHit = Optional.of(side);
                        rallies++;
                    }
                }
                // docs/atari-pong.md §6: y up to 45 or from 206 on, here less 46; the ball's middle is in the wall.
                boolean atWall = inPlay && !point && (y <= 45 - 46 || y >= 206 - 46);
                assertEquals(atWall, court.hitWall(), "ball at " + x + "," + y);
                if (court.hitWall()) {
                    wallHits++;
                    assertEquals(-velocityY, court.ballVelocityY());
                    assertEquals(velocityX, court.ballVelocityX());
                    assertTrue((y < 80) == court.ballVelocityY() > 0);
                }
                if (inPlay && !hit && !court.hitWall() && velocityY != court.ballVelocityY()) {
                    // A ball that slips along a paddle is hit again in each frame; that is still the same hit.
                    slipped++;
                }
                if (point) {
                    assertTrue(inPlay);
                    assertFalse(court.ballInPlay());
                    assertEquals(63, court.ticksToServe());
                    points[court.pointFor(Side.LEFT) ? 0 : 1]++;
                    assertTrue(court.pointFor(Side.LEFT) ? x >= 205 - 48 : x <= 52 - 48);
                    assertFalse(court.pointFor(Side.LEFT) && court.pointFor(Side.RIGHT));
                }
                assertEquals(court.ballInPlay(), court.ticksToServe() == 0);
                assertEquals(points[0], court.score(Side.LEFT));
                assertEquals(points[1], court.score(Side.RIGHT));
            }
            assertEquals(21, Math.max(points[0], points[1]));
            assertEquals(serves, points[0] + points[1]);
        }
        assertTrue(wallHits > 500, wallHits + " wall hits");
        assertTrue(rallies > 1000, rallies + " hits");
        assertTrue(slipped > 0, "no ball slipped along a paddle");
        assertEquals(Set.of(1.0, 2.0, 3.0, 4.0), speeds);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void positionsAreWhereTheScreenShowsThem(boolean forTwo) {
        AtariMatchCourt court = court(forTwo);
        RandomStream random = new RandomStream(3);
        Frame screen = new Frame();
        Lit ball = new Lit();
        Lit left = new Lit();
        Lit right = new Lit();
        int balls = 0;
        int lefts = 0;
        for (int tick = 1; tick <= 20_000; tick++) {
            if (court.over()) {
                court.reset(UNUSED);
            }
            step(court, random);
            if (tick % 7 != 0) {
                continue;
            }
            court.screen(screen);
            ball.find(screen, 14);
            left.find(screen, 56);
            right.find(screen, 200);
            if (court.ballInPlay() && ball.pixels == 8 && court.ballX() < 159) {
                balls++;
                assertEquals(ball.centreX(), court.ballX());
                // On the right the console draws the ball up to a row too high.
                assertEquals(ball.centreY(), court.ballY(), court.ballX() < 126 ? 0 : 1);
            }
            if (left.pixels == 64) {
                lefts++;
                assertEquals(CourtView.LEFT_PADDLE_X + CourtView.PADDLE_WIDTH / 2.0, left.centreX());
                assertPaddle(left.centreY(), court.paddleY(Side.LEFT), forTwo);
            }
            if (right.pixels == 64) {
                assertEquals(CourtView.RIGHT_PADDLE_X + CourtView.PADDLE_WIDTH / 2.0, right.centreX());
                assertPaddle(right.centreY(), court.paddleY(Side.RIGHT), true);
            }
        }
        assertTrue(balls > 1000, balls + " balls");
        assertTrue(lefts > 1000, lefts + " paddles");
    }

    /** A player's paddle is drawn from an even row on, the built-in opponent's always exactly. */
    private static void assertPaddle(double shown, double paddleY, boolean players) {
        double expected = players && paddleY % 2 != 0 ? paddleY + 1 : paddleY;
        assertEquals(expected, shown);
    }

    /** The box around all pixels of a colour between the walls. */
    private static final class Lit {

        private int pixels;
        private int top;
        private int bottom;
        private int first;
        private int last;

        void find(Frame screen, int colour) {
            pixels = 0;
            top = Frame.ROWS;
            bottom = -1;
            first = Frame.COLUMNS;
            last = -1;
            for (int row = 34; row < 194; row++) {
                for (int column = 0; column < Frame.COLUMNS; column++) {
                    if (screen.at(row, column) == colour) {
                        pixels++;
                        top = Math.min(top, row);
                        bottom = Math.max(bottom, row);
                        first = Math.min(first, column);
                        last = Math.max(last, column);
                    }
                }
            }
        }

        double centreX() {
            return (first + last + 1) / 2.0;
        }

        double centreY() {
            return (top + bottom + 1) / 2.0 - 34;
        }
    }

    /**
     * §3: from 408,823 eight ticks of −23,000 leave 224,823, which reads as 64; eight of −11,682 (32 of 63 levels) leave 315,367,
     * which reads as 86; the paddle rested at 109, which is 69 below the wall. Downwards: 592,823 reads as 156 and 502,279 as 132,
     * of which smoothing that rounds up the screen reaches all but 1.
     */
    @ParameterizedTest
    @CsvSource({"-63, 24", "-32, 46", "63, 115", "32, 91", "0, 69"})
    void halfTheSpeedGoesHalfAsFar(int level, double expected) {
        AtariMatchCourt court = AtariMatchCourt.forTwo();
        Move move = Move.of(level, false);
        for (int tick = 0; tick < 8; tick++) {
            court.step(move, move);
        }
        for (int tick = 0; tick < 30; tick++) {
            court.step(Move.STAY, Move.STAY);
        }
        assertEquals(expected, court.paddleY(Side.LEFT));
        assertEquals(expected, court.paddleY(Side.RIGHT));
    }

    @Test
    void paddleSpeedIsWhatAPaddleGoesInATickAtFullSpeed() {
        AtariMatchCourt court = AtariMatchCourt.forTwo();
        ticks(court, 40, Move.DOWN);
        ticks(court, 10, Move.UP);
        double before = court.paddleY(Side.RIGHT);
        ticks(court, 14, Move.UP);
        assertEquals(court.paddleSpeed(), (before - court.paddleY(Side.RIGHT)) / 14, 0.3);
        // 2 · 1904 · 23000 / 15200000.
        assertEquals(5.762, court.paddleSpeed(), 0.001);
    }

    @Test
    void equalMovesGiveEqualFingerprintsAndAnyOtherMoveAnother() {
        AtariMatchCourt court = AtariMatchCourt.forTwo();
        AtariMatchCourt same = AtariMatchCourt.forTwo();
        same.step(Move.UP, Move.DOWN);
        same.reset(UNUSED);
        assertEquals(same.fingerprint(), court.fingerprint());
        RandomStream random = new RandomStream(9);
        Set<Long> seen = new HashSet<>();
        for (int tick = 0; tick < 2000; tick++) {
            assertTrue(seen.add(court.fingerprint()));
            Move left = move(action(court, Side.LEFT, random));
            Move right = move(action(court, Side.RIGHT, random));
            court.step(left, right);
            same.step(left, right);
            assertEquals(court.fingerprint(), same.fingerprint());
        }
        assertNotEquals(
                AtariMatchCourt.againstCpu().fingerprint(),
                AtariMatchCourt.forTwo().fingerprint());
    }

    @ParameterizedTest
    @CsvSource({"0, true, 0, false", "1, false, 0, false", "0, false, 0, true", "0, false, -1, false"})
    void oneMoveThatDiffersShowsInTheFingerprint(int leftLevel, boolean leftFire, int rightLevel, boolean rightFire) {
        AtariMatchCourt court = AtariMatchCourt.forTwo();
        AtariMatchCourt other = AtariMatchCourt.forTwo();
        court.step(Move.STAY, Move.STAY);
        other.step(Move.of(leftLevel, leftFire), Move.of(rightLevel, rightFire));
        assertNotEquals(court.fingerprint(), other.fingerprint());
    }

    @Test
    void theGameIsOverWithTwentyOnePointsAndNothingComesAfter() {
        AtariMatchCourt court = AtariMatchCourt.againstCpu();
        for (int tick = 0; tick < 3055; tick++) {
            assertFalse(court.over());
            court.step(Move.STAY, Move.STAY);
        }
        assertEquals(20, court.score(Side.LEFT));
        court.step(Move.STAY, Move.STAY);
        assertTrue(court.over());
        assertEquals(21, court.score(Side.LEFT));
        assertTrue(court.pointFor(Side.LEFT));
        long end = court.fingerprint();
        court.step(Move.UP, Move.DOWN);
        assertEquals(end, court.fingerprint());
        assertFalse(court.pointFor(Side.LEFT));
        court.reset(UNUSED);
        assertEquals(AtariMatchCourt.againstCpu().fingerprint(), court.fingerprint());
        assertFalse(court.over());
    }

    /** Once the ball flies level between two resting paddles, nobody ever misses. */
    @Test
    void theGameIsOverAfter65200FramesAndNothingComesAfter() {
        AtariMatchCourt court = AtariMatchCourt.forTwo();
        for (int tick = 0; tick < 65_200; tick++) {
            assertFalse(court.over());
            court.step(towardsBall(court, Side.LEFT), towardsBall(court, Side.RIGHT));
        }
        assertEquals(0, court.score(Side.LEFT) + court.score(Side.RIGHT));
        assertTrue(court.over());
        long end = court.fingerprint();
        double x = court.ballX();
        for (int tick = 0; tick < 500; tick++) {
            court.step(Move.UP, Move.DOWN);
            assertTrue(court.over());
            assertEquals(end, court.fingerprint());
            assertFalse(court.hitBy(Side.LEFT) || court.hitBy(Side.RIGHT) || court.hitWall() || court.served());
        }
        assertEquals(x, court.ballX());
    }

    @Test
    void aResetForgetsTheEventsOfTheLastTick() {
        List<String> forgotten = new ArrayList<>();
        AtariMatchCourt court = AtariMatchCourt.forTwo();
        RandomStream random = new RandomStream(4);
        while (forgotten.size() < 6) {
            step(court, random);
            String events = events(court);
            if (!events.isEmpty() && !forgotten.contains(events)) {
                forgotten.add(events);
                court.reset(UNUSED);
                assertEquals("", events(court));
                assertFalse(court.ballInPlay());
                assertEquals(59, court.ticksToServe());
            }
            if (court.over()) {
                court.reset(UNUSED);
            }
        }
    }

    private static String events(CourtView court) {
        return (court.served() ? "serve" : "")
                + (court.hitWall() ? "wall" : "")
                + (court.hitBy(Side.LEFT) ? "left" : "")
                + (court.hitBy(Side.RIGHT) ? "right" : "")
                + (court.pointFor(Side.LEFT) ? "left point" : "")
                + (court.pointFor(Side.RIGHT) ? "right point" : "");
    }

    /**
     * Moves exchanged: the left knob is measured a frame after the right one, so what it does a tick later shows a tick later. The
     * first ticks, before there is a ball that could hide a paddle.
     */
    @Test
    void exchangedMovesGiveTheMirroredPaddles() {
        RandomStream random = new RandomStream(6);
        BinaryImage picture = new BinaryImage();
        BinaryImage mirrored = new BinaryImage();
        Set<List<Integer>> different = new HashSet<>();
        AtariMatchCourt court = AtariMatchCourt.forTwo();
        AtariMatchCourt exchanged = AtariMatchCourt.forTwo();
        for (int start = 0; start < 30; start++) {
            court.reset(UNUSED);
            exchanged.reset(UNUSED);
            Move before = Move.STAY;
            Move otherBefore = Move.STAY;
            court.step(Move.STAY, Move.STAY);
            exchanged.step(Move.STAY, Move.STAY);
            for (int tick = 1; tick < 58; tick++) {
                Move now = random.below(3) == 0 ? Move.ofCode(random.below(254)) : before;
                Move otherNow = random.below(3) == 0 ? Move.ofCode(random.below(254)) : otherBefore;
                exchanged.picture(picture);
                List<Integer> right = pixels(picture, PixelKind.RIGHT_PADDLE);
                different.add(right);
                court.step(before, otherNow);
                exchanged.step(otherBefore, now);
                before = now;
                otherBefore = otherNow;
                court.picture(picture);
                mirrored.mirrorOf(picture);
                assertEquals(right, pixels(mirrored, PixelKind.RIGHT_PADDLE));
            }
        }
        assertTrue(different.size() > 40, different.size() + " places");
    }

    /** On the left half and in even columns the console draws the ball as its rules say, and the small picture keeps its left half. */
    @Test
    void theMirroredCourtLooksLikeTheMirroredPicture() {
        AtariCourt court = AtariCourt.forTwo();
        AtariCourt turned = AtariCourt.forTwo();
        AtariPainter painter = new AtariPainter();
        BinaryImage picture = new BinaryImage();
        BinaryImage expected = new BinaryImage();
        BinaryImage mirrored = new BinaryImage();
        for (int column = 32; column <= 126; column += 2) {
            for (int y = 48; y <= 200; y += 3) {
                CourtStates.placeBall(court, column + 49, y, 1, 1);
                CourtStates.placeBall(turned, 256 - (column + 49), y, -1, 1);
                painter.picture(court, picture);
                painter.picture(turned, expected);
                mirrored.mirrorOf(picture);
                assertSamePicture(expected, mirrored);
            }
        }
        assertEquals(2, expected.ballCount());
    }

    @Test
    void playingAndLookingAllocateNothing() {
        AtariMatchCourt court = AtariMatchCourt.forTwo();
        BinaryImage picture = new BinaryImage();
        Frame screen = new Frame();
        RandomStream random = new RandomStream(8);
        long[] sum = new long[1];
        Runnable ticks = () -> {
            for (int i = 0; i < 500; i++) {
                step(court, random);
                court.picture(picture);
                court.screen(screen);
                sum[0] += court.fingerprint();
                if (court.over()) {
                    court.reset(UNUSED);
                }
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(20, ticks));
    }

    private static AtariMatchCourt court(boolean forTwo) {
        return forTwo ? AtariMatchCourt.forTwo() : AtariMatchCourt.againstCpu();
    }

    private static void ticks(AtariMatchCourt court, int ticks, Move move) {
        for (int i = 0; i < ticks; i++) {
            court.step(move, move);
        }
    }

    private static void step(AtariMatchCourt court, RandomStream random) {
        court.step(move(action(court, Side.LEFT, random)), move(action(court, Side.RIGHT, random)));
    }

    /** Follows the ball roughly, with much chance in it, so that all kinds of hits come about. */
    private static ConsoleAction action(CourtView court, Side side, RandomStream random) {
        if (random.below(4) == 0) {
            return ACTIONS[random.below(ACTIONS.length)];
        }
        double way = court.ballY() - court.paddleY(side);
        if (way > 6) {
            return ConsoleAction.LEFT_FIRE;
        }
        return way < -4 ? ConsoleAction.RIGHT : ConsoleAction.FIRE;
    }

    private static Move towardsBall(CourtView court, Side side) {
        return court.ballInPlay()
                ? Move.atSpeed((court.ballY() - court.paddleY(side)) / 4 / court.paddleSpeed(), false)
                : Move.STAY;
    }

    private static Move move(ConsoleAction action) {
        return switch (action) {
            case NOOP -> Move.STAY;
            case FIRE -> Move.of(0, true);
            case RIGHT -> Move.UP;
            case LEFT -> Move.DOWN;
            case RIGHT_FIRE -> Move.of(-63, true);
            case LEFT_FIRE -> Move.of(63, true);
        };
    }

    private static List<Integer> pixels(BinaryImage picture, PixelKind kind) {
        List<Integer> pixels = new ArrayList<>();
        for (int i = 0; i < picture.count(); i++) {
            if (picture.is(i, kind)) {
                pixels.add(picture.lit(i));
            }
        }
        return pixels;
    }

    private static void assertSamePicture(BinaryImage expected, BinaryImage actual) {
        assertEquals(expected.count(), actual.count());
        for (int i = 0; i < expected.count(); i++) {
            assertEquals(expected.lit(i), actual.lit(i));
            for (PixelKind kind : PixelKind.values()) {
                assertEquals(expected.is(i, kind), actual.is(i, kind));
            }
        }
        assertEquals(expected.ballCount(), actual.ballCount());
        for (int i = 0; i < expected.ballCount(); i++) {
            assertEquals(expected.ball(i), actual.ball(i));
        }
    }
}
