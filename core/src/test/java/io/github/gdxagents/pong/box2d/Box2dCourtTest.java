package io.github.gdxagents.pong.box2d;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.player.BallTracker;
import io.github.gdxagents.pong.player.TrackerStrength;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.FramePreprocessor;
import io.github.gdxagents.pong.vision.PixelKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Box2dCourtTest {

    private final Box2dCourt court = new Box2dCourt();

    @AfterEach
    void close() {
        court.close();
    }

    /** Moves that often meet the ball: towards it, with chance in speed, rest and button; on the right often too late. */
    private static Move towardsBall(CourtView view, Side side, RandomStream random) {
        int chance = random.below(16);
        if (chance < 3) {
            return Move.of(random.below(127) - 63, chance == 0);
        }
        return Move.atSpeed((view.ballY() - view.paddleY(side)) / (side == Side.LEFT ? 3 : 30), chance < 6);
    }

    private static List<Long> play(Box2dCourt court, long seed, int ticks) {
        court.reset(new RandomStream(seed));
        RandomStream moves = new RandomStream(seed + 1);
        List<Long> prints = new ArrayList<>();
        for (int tick = 0; tick < ticks; tick++) {
            court.step(towardsBall(court, Side.LEFT, moves), towardsBall(court, Side.RIGHT, moves));
            prints.add(court.fingerprint());
        }
        return prints;
    }

    private void serve(int direction, double angle) {
        court.reset(new RandomStream(1));
        court.serve(direction, angle);
    }

    @Test
    void sameStreamAndMovesGiveTheSameMatchAlsoInOtherThreads() throws InterruptedException, ExecutionException {
        List<Long> here = play(court, 5, 20_000);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<Long>>> there = new ArrayList<>();
            for (int thread = 0; thread < 2; thread++) {
                there.add(threads.submit(() -> {
                    try (Box2dCourt own = new Box2dCourt()) {
                        return play(own, 5, 20_000);
                    }
                }));
            }
            for (Future<List<Long>> other : there) {
                assertEquals(here, other.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertNotEquals(here, play(court, 6, 20_000));
    }

    @Test
    void aCourtThatWasResetIsANewOneBitForBit() {
        for (int seed = 0; seed < 20; seed++) {
            // Left wherever the play before was, often in the middle of a touch.
            play(court, seed, 500 + 37 * seed);
            List<Long> again = play(court, 100 + seed, 4000);
            try (Box2dCourt fresh = new Box2dCourt()) {
                assertEquals(play(fresh, 100 + seed, 4000), again, "seed " + seed);
            }
        }
    }

    @Test
    void servesComeFromTheMiddleTowardsTheLoserAndFirstGoBothWays() {
        int toTheRight = 0;
        for (int seed = 0; seed < 100; seed++) {
            court.reset(new RandomStream(seed));
            for (int tick = 1; tick < 63; tick++) {
                court.step(Move.STAY, Move.STAY);
                assertFalse(court.ballInPlay());
                assertEquals(63 - tick, court.ticksToServe());
            }
            court.step(Move.STAY, Move.STAY);
            assertTrue(court.served());
            assertEquals(80, court.ballX());
            assertEquals(80, court.ballY());
            assertEquals(1.7, Math.hypot(court.ballVelocityX(), court.ballVelocityY()), 1e-9);
            assertTrue(Math.abs(court.ballVelocityY()) <= 0.85 + 1e-9);
            toTheRight += court.ballVelocityX() > 0 ? 1 : 0;
        }
        assertTrue(toTheRight > 30 && toTheRight < 70, "to the right: " + toTheRight);
    }

    @Test
    void aBallBeyondAnEndIsAPointAndTheLoserIsServed() {
        // Steep enough to miss the paddle, which rests in the middle.
        for (int direction : new int[] {-1, 1}) {
            serve(direction, 0.5);
            Side winner = direction < 0 ? Side.RIGHT : Side.LEFT;
            int ticks = 0;
            while (!court.pointFor(winner)) {
                court.step(Move.STAY, Move.STAY);
                assertTrue(++ticks < 1000);
            }
            assertEquals(1, court.score(winner));
            assertEquals(0, court.score(winner.other()));
            assertFalse(court.ballInPlay());
            assertEquals(63, court.ticksToServe());
            for (int tick = 0; tick < 63; tick++) {
                court.step(Move.STAY, Move.STAY);
                assertFalse(court.pointFor(winner));
            }
            assertTrue(court.served());
            assertEquals(direction, Math.signum(court.ballVelocityX()));
        }
    }

    @Test
    void theBallStaysBetweenTheWallsAndLeavesOnlyThroughTheEnds() {
        RandomStream moves = new RandomStream(3);
        int points = 0;
        for (int seed = 0; seed < 10; seed++) {
            court.reset(new RandomStream(seed));
            for (int tick = 0; tick < 10_000 && !court.over(); tick++) {
                boolean inPlay = court.ballInPlay();
                double x = court.ballX();
                double velocityX = court.ballVelocityX();
                court.step(towardsBall(court, Side.LEFT, moves), towardsBall(court, Side.RIGHT, moves));
                if (court.hitWall()) {
                    // Off the wall that it met.
                    assertTrue(court.ballVelocityY() > 0 == court.ballY() < 80, "ball at height " + court.ballY());
                    assertEquals(80 - 1.5, Math.abs(court.ballY() - 80), 4.5);
                }
                if (court.ballInPlay()) {
                    double speed = Math.hypot(court.ballVelocityX(), court.ballVelocityY());
                    assertTrue(speed >= 1.7 - 1e-9 && speed <= 4.48 + 1e-9, "speed " + speed);
                    assertTrue(Math.abs(court.ballVelocityX()) >= 0.35 * speed - 1e-9);
                    if (inPlay && !court.hitBy(Side.LEFT) && !court.hitBy(Side.RIGHT)) {
                        assertTrue((court.ballX() - x) * velocityX > 0, "ball stays at " + x);
                    }
                }
                for (Side side : Side.values()) {
                    assertEquals(80, court.paddleY(side), 72 + 1e-4);
                    if (court.pointFor(side)) {
                        points++;
                        double end = side == Side.LEFT ? 160 : 0;
                        assertEquals(end, x, 4.5, "where the ball was before the point");
                        assertEquals(side == Side.LEFT ? 1 : -1, Math.signum(velocityX));
                    }
                }
            }
        }
        assertTrue(points > 50, "points: " + points);
    }

    @Test
    void aBallBehindAPaddleGoesOnWhateverThePaddleDoes() {
        for (PhysicsSpec spec : List.of(slow(), PhysicsSpec.defaults())) {
            try (Box2dCourt own = new Box2dCourt(spec)) {
                for (Side side : Side.values()) {
                    for (int from : new int[] {-1, 1}) {
                        passAndPress(own, side, from);
                    }
                }
            }
        }
    }

    /** Lets the ball pass close by a paddle, which is then driven into it from above (−1) or below (1) and back. */
    private static void passAndPress(Box2dCourt own, Side side, int from) {
        int direction = side == Side.LEFT ? -1 : 1;
        own.reset(new RandomStream(1));
        own.serve(direction, 0);
        int passed = 0;
        for (int tick = 0; passed < 300 && !own.pointFor(side.other()); tick++) {
            assertTrue(tick < 2000);
            // The paddle's middle is 62 to the side of the court's.
            boolean behind = direction * (own.ballX() - 80) > 62;
            passed += behind ? 1 : 0;
            Move aside = Move.atSpeed((80 + from * 9.7 - own.paddleY(side)) / 10, false);
            Move move = !behind ? aside : (passed / 20) % 2 == 0 ? towards(own, side) : aside;
            own.step(side == Side.LEFT ? move : Move.STAY, side == Side.RIGHT ? move : Move.STAY);
            assertFalse(own.hitBy(side), "hit from behind by " + side + " from " + from);
        }
        assertTrue(own.pointFor(side.other()), side + " from " + from + ": no point, ball at " + own.ballX());
    }

    @Test
    void everyRallyEndsOrGoesOn() {
        for (int seed = 0; seed < 30; seed++) {
            RandomStream moves = new RandomStream(seed);
            Player left = new BallTracker(Side.LEFT, TrackerStrength.HARD, new RandomStream(seed));
            Player right = new BallTracker(Side.RIGHT, TrackerStrength.EASY, new RandomStream(seed + 1));
            court.reset(new RandomStream(seed));
            left.start(court);
            right.start(court);
            int quiet = 0;
            for (int tick = 0; tick < 20_000 && !court.over(); tick++) {
                boolean tracking = seed % 2 == 0;
                Move leftMove = tracking ? left.move(court) : towardsBall(court, Side.LEFT, moves);
                // On the right often too late, and then pressing on behind the ball.
                Move rightMove = tracking ? right.move(court) : towardsBall(court, Side.RIGHT, moves);
                court.step(leftMove, rightMove);
                boolean something = court.hitBy(Side.LEFT)
                        || court.hitBy(Side.RIGHT)
                        || court.pointFor(Side.LEFT)
                        || court.pointFor(Side.RIGHT);
                quiet = something ? 0 : quiet + 1;
                assertTrue(quiet < 600, "seed " + seed + ", tick " + tick + ": ball at " + court.ballX());
            }
        }
    }

    @Test
    void slowBallsComeBackFromWallsAtAnyAngle() {
        PhysicsSpec slow = slow();
        try (Box2dCourt slowCourt = new Box2dCourt(slow)) {
            for (double angle : new double[] {0.9, 0.5, 0.2, 0.05}) {
                slowCourt.reset(new RandomStream(1));
                slowCourt.serve(1, angle);
                boolean hit = false;
                for (int tick = 0; tick < 3000 && slowCourt.ballInPlay(); tick++) {
                    double speed = Math.hypot(slowCourt.ballVelocityX(), slowCourt.ballVelocityY());
                    assertEquals(0.15, speed, 0.02, "angle " + angle);
                    slowCourt.step(Move.STAY, Move.STAY);
                    hit |= slowCourt.hitWall();
                    if (slowCourt.hitWall()) {
                        assertTrue(slowCourt.ballVelocityY() < 0 == slowCourt.ballY() > 80);
                    }
                }
                assertEquals(angle > 0.8, hit, "angle " + angle);
            }
        }
    }

    @Test
    void slowBallsComeBackFromPaddles() {
        try (Box2dCourt slowCourt = new Box2dCourt(slow())) {
            slowCourt.reset(new RandomStream(1));
            slowCourt.serve(1, 0.05);
            int hits = 0;
            for (int tick = 0; tick < 4000; tick++) {
                slowCourt.step(towards(slowCourt, Side.LEFT), towards(slowCourt, Side.RIGHT));
                hits += slowCourt.hitBy(Side.LEFT) || slowCourt.hitBy(Side.RIGHT) ? 1 : 0;
            }
            assertTrue(hits >= 3, "hits: " + hits);
            assertEquals(0, slowCourt.score(Side.LEFT) + slowCourt.score(Side.RIGHT));
        }
    }

    private static Move towards(CourtView view, Side side) {
        return Move.atSpeed((view.ballY() - view.paddleY(side)) / 10, false);
    }

    /** A court whose ball crawls: 0.15 units a tick are 0.9 m/s, at which Box2D by itself lets balls stick. */
    private static PhysicsSpec slow() {
        PhysicsSpec all = PhysicsSpec.defaults();
        return new PhysicsSpec(
                all.ballRadius(),
                0.15,
                all.speedGrowth(),
                all.topSpeed(),
                all.smash(),
                all.serveAngle(),
                all.edgeAngle(),
                all.angleKept(),
                all.steepestHit(),
                all.leastAcross(),
                all.paddleSpeed(),
                all.paddleAcceleration(),
                all.spinGain(),
                all.mostSpin(),
                all.spinLeft(),
                all.wallTurn(),
                all.wallSpinLeft(),
                all.serveDelay());
    }

    @Test
    void aHitSendsTheBallBackFasterAndTheButtonFasterStill() {
        serve(1, 0);
        playUntilHit(Side.RIGHT, Move.STAY);
        assertEquals(-1.7 * 1.04, court.ballVelocityX(), 1e-6);
        assertEquals(0, court.ballVelocityY(), 1e-6);
        // Its surface stands 1.5 units before the ball's centre, and a tick is not longer than 1.8.
        assertEquals(140 - 1.5, court.ballX(), 2);
        playUntilHit(Side.LEFT, Move.of(0, true));
        assertEquals(1.7 * 1.04 * 1.04 * 1.12, court.ballVelocityX(), 1e-6);
    }

    private void playUntilHit(Side side, Move move) {
        int ticks = 0;
        while (!court.hitBy(side)) {
            court.step(move, move);
            assertTrue(++ticks < 200);
        }
    }

    @Test
    void aRallyGetsFasterUpToTheLimit() {
        serve(1, 0);
        double before = 1.7;
        for (int hit = 0; hit < 40; hit++) {
            playUntilHit(hit % 2 == 0 ? Side.RIGHT : Side.LEFT, Move.STAY);
            double now = Math.abs(court.ballVelocityX());
            assertTrue(now > before || now == 4, "hit " + hit + ": " + now);
            before = now;
        }
        assertEquals(4, before);
    }

    @Test
    void aPaddleThatMovesAtTheHitBendsTheFlight() {
        serve(1, 0);
        // Up, and down again just before the ball comes: it is at the ball's height while it moves.
        int ticks = 0;
        while (court.ballX() < 130) {
            court.step(Move.STAY, Move.STAY);
        }
        while (!court.hitBy(Side.RIGHT)) {
            court.step(Move.STAY, Move.DOWN);
            assertTrue(++ticks < 30);
        }
        assertTrue(court.ballSpin() > 0.004, "spin " + court.ballSpin());
        double angle = StrictMath.atan2(court.ballVelocityY(), -court.ballVelocityX());
        for (int tick = 0; tick < 20; tick++) {
            court.step(Move.STAY, Move.STAY);
        }
        double later = StrictMath.atan2(court.ballVelocityY(), -court.ballVelocityX());
        assertTrue(later < angle - 0.06, angle + " became " + later);
    }

    @Test
    void paddlesPickUpSpeedAndStopAtTheWalls() {
        court.reset(new RandomStream(1));
        court.step(Move.UP, Move.DOWN);
        assertEquals(79.4, court.paddleY(Side.LEFT), 1e-4);
        assertEquals(80.6, court.paddleY(Side.RIGHT), 1e-4);
        court.step(Move.UP, Move.DOWN);
        assertEquals(78.2, court.paddleY(Side.LEFT), 1e-4);
        for (int tick = 0; tick < 40; tick++) {
            court.step(Move.UP, Move.DOWN);
        }
        assertEquals(8, court.paddleY(Side.LEFT), 1e-4);
        assertEquals(152, court.paddleY(Side.RIGHT), 1e-4);
        assertEquals(3, court.paddleSpeed());
    }

    @Test
    void mirroredPlayIsMirrored() {
        try (Box2dCourt mirror = new Box2dCourt()) {
            for (int seed = 0; seed < 20; seed++) {
                RandomStream moves = new RandomStream(seed);
                court.reset(new RandomStream(seed));
                mirror.reset(new RandomStream(seed));
                court.serve(1, 0.02 * seed);
                mirror.serve(-1, 0.02 * seed);
                // The world's arithmetic is not symmetric to the last bit, and every hit makes a difference larger.
                for (int tick = 0; tick < 300 && court.ballInPlay() && mirror.ballInPlay(); tick++) {
                    Move left = towardsBall(court, Side.LEFT, moves);
                    Move right = towardsBall(court, Side.RIGHT, moves);
                    court.step(left, right);
                    mirror.step(right, left);
                    assertEquals(160 - court.ballX(), mirror.ballX(), 0.01, "tick " + tick);
                    assertEquals(court.ballY(), mirror.ballY(), 0.01, "tick " + tick);
                    assertEquals(court.paddleY(Side.LEFT), mirror.paddleY(Side.RIGHT), 1e-4);
                }
            }
        }
    }

    @Test
    void gameIsOverAt21PointsAndNothingHappensAfterwards() {
        court.reset(new RandomStream(9));
        // In its corner the right paddle misses everything that does not come there.
        for (int tick = 0; tick < 60_000 && !court.over(); tick++) {
            court.step(towards(court, Side.LEFT), Move.DOWN);
        }
        assertTrue(court.over());
        assertEquals(21, court.score(Side.LEFT));
        long print = court.fingerprint();
        court.step(Move.UP, Move.UP);
        assertEquals(print, court.fingerprint());
        assertFalse(court.pointFor(Side.LEFT));
        court.reset(new RandomStream(9));
        assertFalse(court.over());
        assertEquals(0, court.score(Side.LEFT));
    }

    @Test
    void pictureIsWhatThePreprocessorReadsFromTheScreen() {
        Frame frame = new Frame();
        BinaryImage read = new BinaryImage();
        BinaryImage picture = new BinaryImage();
        RandomStream moves = new RandomStream(8);
        for (int seed = 0; seed < 4; seed++) {
            court.reset(new RandomStream(seed));
            for (int tick = 0; tick < 5000; tick++) {
                court.step(towardsBall(court, Side.LEFT, moves), towardsBall(court, Side.RIGHT, moves));
                court.screen(frame);
                FramePreprocessor.read(frame, read);
                court.picture(picture);
                assertEquals(text(read), text(picture), "seed " + seed + ", tick " + tick);
            }
        }
    }

    private static String text(BinaryImage image) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < image.count(); i++) {
            text.append(image.lit(i)).append(' ');
            for (PixelKind kind : PixelKind.values()) {
                text.append(image.is(i, kind) ? kind + " " : "");
            }
        }
        return text.append(image.ballCount()).toString();
    }

    @Test
    void aTickAllocatesNothing() {
        RandomStream moves = new RandomStream(4);
        BinaryImage picture = new BinaryImage();
        Frame frame = new Frame();
        court.reset(new RandomStream(4));
        long bytes = AllocatedBytes.leastOf(20, () -> {
            for (int tick = 0; tick < 1000; tick++) {
                court.step(towardsBall(court, Side.LEFT, moves), towardsBall(court, Side.RIGHT, moves));
                court.picture(picture);
                court.screen(frame);
            }
        });
        assertEquals(0, bytes);
    }

    @Test
    void aClosedCourtRefuses() {
        court.close();
        court.close();
        assertThrows(IllegalStateException.class, () -> court.step(Move.STAY, Move.STAY));
        assertThrows(IllegalStateException.class, () -> court.reset(new RandomStream(1)));
        assertThrows(IllegalStateException.class, () -> court.picture(new BinaryImage()));
        assertThrows(IllegalStateException.class, () -> court.screen(new Frame()));
        assertThrows(IllegalStateException.class, court::fingerprint);
    }

    @Test
    void nativesGetOnlyNumbers() {
        assertThrows(IllegalStateException.class, () -> Box2dCourt.metres(Double.NaN));
        assertThrows(IllegalStateException.class, () -> Box2dCourt.metresPerSecond(Double.POSITIVE_INFINITY));
        assertEquals(0.5f, Box2dCourt.metres(5));
        assertEquals(6f, Box2dCourt.metresPerSecond(1));
    }
}
