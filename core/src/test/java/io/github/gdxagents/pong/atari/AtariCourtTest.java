package io.github.gdxagents.pong.atari;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.gdxagents.agent.random.RandomStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of docs/atari-pong.md, in numbers worked out by hand from its text. */
class AtariCourtTest {

    private final AtariCourt court = new AtariCourt();

    @Test
    void firstServeComesInFrame59AndGoesLeftAndDown() {
        stepTimes(58, ConsoleAction.FIRE);
        assertEquals(0, court.ballY());
        assertEquals(1, court.countdown());
        court.step(ConsoleAction.NOOP);
        assertBall(127, 129, -1, 1);
        // Put at 128, then one step of 2 after the ball in the same frame.
        assertEquals(130, court.leftPaddle());
        court.step(ConsoleAction.NOOP);
        assertBall(126, 130, -1, 1);
    }

    @Test
    void builtInPaddleLeavesThePictureUntilTheServe() {
        assertEquals(22, court.leftPaddle());
        // Counters 328 to 338: nine steps of 2, and it stands at 329 and 337.
        stepTimes(11, ConsoleAction.NOOP);
        assertEquals(4, court.leftPaddle());
        stepTimes(20, ConsoleAction.NOOP);
        assertEquals(0, court.leftPaddle());
    }

    @Test
    void builtInPaddleRunsSevenFramesOfEight() {
        CourtStates.setCpuPaddle(court, 60);
        CourtStates.placeBall(court, 100, 180, 1, 0);
        stepTimes(8, ConsoleAction.NOOP);
        assertEquals(74, court.leftPaddle());
        stepTimes(24, ConsoleAction.NOOP);
        assertEquals(116, court.leftPaddle());
    }

    @Test
    void builtInPaddleNeverRestsAtAnOddBall() {
        CourtStates.setCpuPaddle(court, 100);
        CourtStates.placeBall(court, 100, 101, 1, 0);
        court.step(ConsoleAction.NOOP);
        assertEquals(102, court.leftPaddle());
        // Counter 329: it stands.
        court.step(ConsoleAction.NOOP);
        assertEquals(102, court.leftPaddle());
        court.step(ConsoleAction.NOOP);
        assertEquals(100, court.leftPaddle());
    }

    @ParameterizedTest
    @CsvSource({
        "45, -2, 48, 2",
        "44, -3, 48, 3",
        "46, -2, 44, -2",
        "45, 0, 46, 0",
        "206, 2, 203, -2",
        "208, 3, 204, -3",
        "205, 2, 207, 2"
    })
    void wallsTurnTheBallAndPushItByOne(int y, int velocityY, int nextY, int nextVelocityY) {
        CourtStates.placeBall(court, 100, y, 3, velocityY);
        assertEquals(0, court.step(ConsoleAction.NOOP));
        assertBall(103, nextY, 3, nextVelocityY);
    }

    @Test
    void wallComesBeforePaddle() {
        CourtStates.setRightPaddle(court, 203);
        CourtStates.placeBall(court, 190, 206, 1, 1);
        court.step(ConsoleAction.NOOP);
        assertBall(191, 204, 1, -1);
    }

    /** The paddle rests at 109, its rows are 96 to 111; the ball's rows count from an even one. */
    @ParameterizedTest
    @CsvSource({
        "-1, -2", "0, -2", "1, -1", "4, -1", "5, 0", "8, 0", "9, 1", "12, 1", "13, 2", "16, 2",
    })
    void rightPaddleHitsInZonesOfFour(int distance, int velocityY) {
        CourtStates.placeBall(court, 190, 109 + distance, 2, 3);
        court.step(ConsoleAction.NOOP);
        assertBall(188, 109 + distance + velocityY, -2, velocityY);
    }

    @ParameterizedTest
    @CsvSource({"109, -2", "109, 17", "108, -3", "108, 16"})
    void rightPaddleMissesBeyondItsRows(int paddle, int distance) {
        CourtStates.setRightPaddle(court, paddle);
        CourtStates.placeBall(court, 190, paddle + distance, 2, 1);
        court.step(ConsoleAction.NOOP);
        assertBall(192, paddle + distance + 1, 2, 1);
    }

    @ParameterizedTest
    @CsvSource({"108, -2, -2", "108, 15, 2"})
    void evenPaddleReachesAsFarAsItsRows(int paddle, int distance, int velocityY) {
        CourtStates.setRightPaddle(court, paddle);
        CourtStates.placeBall(court, 188, paddle + distance, 1, 1);
        court.step(ConsoleAction.NOOP);
        assertBall(187, paddle + distance + velocityY, -1, velocityY);
    }

    @ParameterizedTest
    @ValueSource(ints = {187, 193})
    void rightPaddleHitsOnlyAtItsColumns(int x) {
        CourtStates.placeBall(court, x, 115, 1, 0);
        court.step(ConsoleAction.NOOP);
        assertBall(x + 1, 115, 1, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "-4, -3", "-3, -2", "0, -2", "1, -1", "4, -1", "5, 0", "8, 0", "9, 1", "12, 1", "13, 2", "14, 2",
    })
    void builtInPaddleHitsInZonesOfFourAndKeepsTheSpeed(int distance, int velocityY) {
        CourtStates.setCpuPaddle(court, 128);
        CourtStates.placeBall(court, 64, 128 + distance, -3, 1);
        court.step(ConsoleAction.FIRE);
        assertBall(67, 128 + distance + velocityY, 3, velocityY);
    }

    @ParameterizedTest
    @CsvSource({"64, -5", "64, 15", "63, 5", "69, 5"})
    void builtInPaddleMisses(int x, int distance) {
        CourtStates.setCpuPaddle(court, 128);
        CourtStates.placeBall(court, x, 128 + distance, -1, 1);
        court.step(ConsoleAction.NOOP);
        assertBall(x - 1, 128 + distance + 1, -1, 1);
    }

    @Test
    void fireInTheFrameBeforeMakesTheBallFaster() {
        CourtStates.placeBall(court, 187, 115, 1, 0);
        court.step(ConsoleAction.FIRE);
        court.step(ConsoleAction.NOOP);
        assertBall(186, 115, -2, 0);
    }

    @Test
    void fireInTheFrameOfTheHitIsTooLate() {
        CourtStates.placeBall(court, 188, 115, 1, 0);
        court.step(ConsoleAction.FIRE);
        // Still over the paddle: hit again in the next frame, now with the button.
        assertBall(187, 115, -1, 0);
    }

    @Test
    void ballOverThePaddleIsHitAgainAndSpeedEndsAtFour() {
        court.step(ConsoleAction.FIRE);
        CourtStates.placeBall(court, 192, 115, 2, 0);
        court.step(ConsoleAction.FIRE);
        assertBall(189, 115, -3, 0);
        court.step(ConsoleAction.FIRE);
        assertBall(185, 115, -4, 0);
        CourtStates.placeBall(court, 190, 115, 4, 0);
        court.step(ConsoleAction.FIRE);
        assertBall(186, 115, -4, 0);
    }

    @Test
    void missedBallCostsAPointAndComesBackSlowAfter63Frames() {
        CourtStates.placeBall(court, 202, 150, 3, -2);
        assertEquals(0, court.step(ConsoleAction.NOOP));
        assertEquals(-1, court.step(ConsoleAction.NOOP));
        assertBall(205, 148, 3, -2);
        assertEquals(1, court.leftScore());
        assertEquals(0, court.rightScore());
        for (int i = 0; i < 62; i++) {
            assertEquals(0, court.step(ConsoleAction.NOOP));
            assertEquals(0, court.ballY());
        }
        court.step(ConsoleAction.NOOP);
        assertBall(129, 127, 1, -1);
    }

    @Test
    void ballBehindTheBuiltInPaddleIsAPointWon() {
        CourtStates.placeBall(court, 53, 150, -1, 0);
        assertEquals(0, court.step(ConsoleAction.NOOP));
        assertEquals(1, court.step(ConsoleAction.NOOP));
        assertEquals(1, court.rightScore());
        stepTimes(63, ConsoleAction.NOOP);
        // Level counts as down.
        assertBall(127, 129, -1, 1);
    }

    @Test
    void idlePlayerLosesTwentyOnePointsIn3056Frames() {
        int points = 0;
        while (!court.gameOver()) {
            points += court.step(ConsoleAction.NOOP);
        }
        assertEquals(-21, points);
        assertEquals(21, court.leftScore());
        assertEquals(3056, court.frames());
        AtariCourt end = copy();
        for (ConsoleAction action : ConsoleAction.values()) {
            assertEquals(0, court.step(action));
            assertEquals(end, court);
        }
        court.reset();
        assertEquals(new AtariCourt(), court);
    }

    @Test
    void winnerNeedsTwentyOneToo() {
        CourtStates.setScores(court, 20, 20);
        CourtStates.placeBall(court, 52, 100, -1, 0);
        assertFalse(court.gameOver());
        assertEquals(1, court.step(ConsoleAction.NOOP));
        assertTrue(court.gameOver());
    }

    @Test
    void titleModeStopsTheGameInFrame65210() {
        CourtStates.setScores(court, 7, 12);
        CourtStates.setFrames(court, 65_208);
        CourtStates.placeBall(court, 150, 100, 2, 1);
        assertEquals(0, court.step(ConsoleAction.NOOP));
        assertBall(152, 101, 2, 1);
        assertFalse(court.showsTitle());
        assertEquals(6, court.step(ConsoleAction.NOOP));
        assertTrue(court.showsTitle());
        assertBall(152, 101, 2, 1);
        assertEquals(1, court.leftScore());
        assertEquals(12, court.rightScore());
        assertEquals(7, court.shownLeftScore());
        assertEquals(0, court.step(ConsoleAction.NOOP));
        assertEquals(0, court.ballY());
        assertEquals(1, court.shownLeftScore());
        stepTimes(1000, ConsoleAction.RIGHT);
        assertFalse(court.gameOver());
        assertEquals(0, court.leftPaddle());
        assertEquals(38, court.rightPaddle());
        assertEquals(0, court.ballY());
    }

    @Test
    void pointDueInFrame65210IsNotCounted() {
        CourtStates.setFrames(court, 65_209);
        CourtStates.placeBall(court, 205, 100, 2, 1);
        assertEquals(-1, court.step(ConsoleAction.NOOP));
        assertEquals(1, court.leftScore());
        assertEquals(0, court.countdown());
    }

    @Test
    void titleModeCountsItsFramesInACircle() {
        CourtStates.setFrames(court, Integer.MAX_VALUE - 1);
        court.step(ConsoleAction.NOOP);
        assertEquals(Integer.MAX_VALUE - 65_536, court.frames());
        assertTrue(court.showsTitle());
    }

    /** Worked by hand from the readings 104, 98 … (one entry of the table a frame) of §3. */
    @Test
    void paddleCoastsBehindItsKnob() {
        // Frame 1 has counter 328, even: knob measured at 104, smoothed (109 + 104) / 2 = 106, shown in frame 2.
        court.step(ConsoleAction.RIGHT);
        assertEquals(109, court.rightPaddle());
        court.step(ConsoleAction.RIGHT);
        assertEquals(106, court.rightPaddle());
        // Frame 3: three steps up, 92; smoothed (106 + 92) / 2 = 99.
        court.step(ConsoleAction.RIGHT);
        assertEquals(106, court.rightPaddle());
        court.step(ConsoleAction.NOOP);
        assertEquals(99, court.rightPaddle());
        // Let go: (99 + 92) / 2 = 95, 93, 92, and there it stays.
        court.step(ConsoleAction.NOOP);
        court.step(ConsoleAction.NOOP);
        assertEquals(95, court.rightPaddle());
        stepTimes(2, ConsoleAction.NOOP);
        assertEquals(93, court.rightPaddle());
        stepTimes(10, ConsoleAction.NOOP);
        assertEquals(92, court.rightPaddle());
    }

    @Test
    void paddleStaysBetween38And203() {
        stepTimes(100, ConsoleAction.RIGHT_FIRE);
        assertEquals(38, court.rightPaddle());
        stepTimes(100, ConsoleAction.LEFT);
        assertEquals(203, court.rightPaddle());
    }

    @Test
    void readingsOfTheThreeLadders() {
        AnaloguePaddle paddle = new AnaloguePaddle();
        paddle.reset();
        assertLadder(paddle, -1, "104 98 92 86 80 74 68 64 58 52 46 40 38 38 38 38 38");
        assertLadder(
                paddle,
                1,
                "38 38 38 38 42 48 54 60 66 72 78 82 88 94 100 106 112 118 124 128 134 140 146 152 158 164 170 174 180"
                        + " 186 192 198 204");
        stepPaddle(paddle, 1, 3);
        assertLadder(
                paddle,
                -1,
                "198 194 188 182 176 170 164 158 152 148 142 136 130 124 118 112 106 102 96 90 84 78 72 66 60 54 50 44");
    }

    private static void assertLadder(AnaloguePaddle paddle, int direction, String readings) {
        for (String reading : readings.split(" ", -1)) {
            paddle.turn(AnaloguePaddle.TURN * direction);
            assertEquals(Integer.parseInt(reading), paddle.reading());
        }
    }

    private static void stepPaddle(AnaloguePaddle paddle, int direction, int times) {
        for (int i = 0; i < times; i++) {
            paddle.turn(AnaloguePaddle.TURN * direction);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void copiesAndSavedStatesPlayOnAlike(boolean forTwo) {
        AtariCourt played = forTwo ? AtariCourt.forTwo() : new AtariCourt();
        AtariCourt copied = new AtariCourt();
        AtariCourt restored = new AtariCourt();
        long[] words = new long[AtariCourt.WORDS + 2];
        for (int episode = 0; episode < 3; episode++) {
            played.reset();
            RandomStream random = new RandomStream(episode);
            while (!played.gameOver() && played.frames() < 30_000) {
                copied.copyFrom(played);
                played.save(words, 1);
                restored.restore(words, 1);
                assertEquals(played, copied);
                assertEquals(played, restored);
                assertEquals(played.hashCode(), restored.hashCode());
                assertEquals(played.toString(), restored.toString());
                long here = random.nextLong();
                int reward = CourtStates.play(played, new RandomStream(here));
                assertEquals(reward, CourtStates.play(copied, new RandomStream(here)));
                assertEquals(reward, CourtStates.play(restored, new RandomStream(here)));
                assertNotEquals(restored.frames(), new AtariCourt().frames());
                assertEquals(played, copied);
                assertEquals(played, restored);
            }
            assertTrue(played.leftScore() + played.rightScore() > 0);
        }
        assertEquals(0, words[0]);
        assertEquals(0, words[AtariCourt.WORDS + 1]);
    }

    @Test
    void differentStatesAreNotEqual() {
        AtariCourt other = new AtariCourt();
        assertEquals(other, court);
        assertNotEquals(AtariCourt.forTwo(), court);
        other.step(ConsoleAction.FIRE);
        court.step(ConsoleAction.NOOP);
        assertNotEquals(other, court);
    }

    @Test
    void onlyACourtForTwoTakesTwoActions() {
        assertThrows(IllegalStateException.class, () -> court.step(ConsoleAction.NOOP, ConsoleAction.NOOP));
        AtariCourt forTwo = AtariCourt.forTwo();
        assertThrows(IllegalStateException.class, () -> forTwo.step(ConsoleAction.NOOP));
        forTwo.step(ConsoleAction.NOOP, ConsoleAction.NOOP);
        forTwo.reset();
        assertEquals(AtariCourt.forTwo(), forTwo);
    }

    @Test
    void leftPlayersPaddleMovesAsTheRightOneOneFrameLater() {
        AtariCourt forTwo = AtariCourt.forTwo();
        RandomStream random = new RandomStream(5);
        ConsoleAction before = ConsoleAction.NOOP;
        ConsoleAction[] actions = ConsoleAction.values();
        for (int i = 0; i < 2000; i++) {
            ConsoleAction now = actions[random.below(actions.length)];
            int right = forTwo.rightPaddle();
            forTwo.step(before, now);
            before = now;
            assertEquals(right, forTwo.leftPaddle());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 1, 4, 5, 8, 9, 12, 13, 16, 17})
    void leftPlayerHitsAsTheRightOne(int distance) {
        AtariCourt toTheRight = AtariCourt.forTwo();
        toTheRight.step(ConsoleAction.NOOP, ConsoleAction.FIRE);
        CourtStates.placeBall(toTheRight, 190, 109 + distance, 2, 1);
        toTheRight.step(ConsoleAction.NOOP, ConsoleAction.NOOP);
        AtariCourt toTheLeft = AtariCourt.forTwo();
        toTheLeft.step(ConsoleAction.FIRE, ConsoleAction.NOOP);
        CourtStates.placeBall(toTheLeft, 256 - 190, 109 + distance, -2, 1);
        toTheLeft.step(ConsoleAction.NOOP, ConsoleAction.NOOP);
        assertEquals(256 - toTheRight.ballX(), toTheLeft.ballX());
        assertEquals(toTheRight.ballY(), toTheLeft.ballY());
        assertEquals(-toTheRight.ballVelocityX(), toTheLeft.ballVelocityX());
        assertEquals(toTheRight.ballVelocityY(), toTheLeft.ballVelocityY());
        assertEquals(distance < -1 || distance > 16 ? 2 : -3, toTheRight.ballVelocityX());
    }

    @Test
    void otherPlayersButtonDoesNothing() {
        AtariCourt forTwo = AtariCourt.forTwo();
        forTwo.step(ConsoleAction.FIRE, ConsoleAction.NOOP);
        CourtStates.placeBall(forTwo, 190, 115, 2, 1);
        forTwo.step(ConsoleAction.FIRE, ConsoleAction.NOOP);
        assertEquals(-2, forTwo.ballVelocityX());
    }

    @Test
    void playingAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        AtariCourt other = new AtariCourt();
        long[] words = new long[AtariCourt.WORDS];
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < 8; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++) {
                court.step(i % 20 < 10 ? ConsoleAction.LEFT_FIRE : ConsoleAction.RIGHT);
                other.copyFrom(court);
                other.save(words, 0);
                if (court.gameOver()) {
                    court.reset();
                }
            }
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, fewest);
    }

    private AtariCourt copy() {
        AtariCourt copy = new AtariCourt();
        copy.copyFrom(court);
        return copy;
    }

    private void stepTimes(int frames, ConsoleAction action) {
        for (int i = 0; i < frames; i++) {
            court.step(action);
        }
    }

    private void assertBall(int x, int y, int velocityX, int velocityY) {
        assertEquals(
                "ball " + x + "," + y + " flying " + velocityX + "," + velocityY,
                "ball " + court.ballX() + "," + court.ballY() + " flying " + court.ballVelocityX() + ","
                        + court.ballVelocityY());
    }
}
