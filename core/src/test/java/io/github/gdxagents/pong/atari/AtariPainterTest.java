package io.github.gdxagents.pong.atari;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.FramePreprocessor;
import io.github.gdxagents.pong.vision.PictureObservation;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import io.github.gdxagents.pong.vision.PixelKind;
import java.lang.management.ManagementFactory;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of §2, and that all three ways to them agree. */
class AtariPainterTest {

    private static final int BALL = 14;
    private static final long SCRIPTED_GAME = 3_407_530_908L;

    private final AtariCourt court = new AtariCourt();
    private final AtariPainter painter = new AtariPainter();
    private final Frame frame = new Frame();

    @Test
    void firstTwoFramesHaveColoursOfTheirOwn() {
        paint();
        assertColours(228, 210, 250, 138);
        assertEquals(210, frame.at(45, 2));
        assertEquals(210, frame.at(48, 3));
        assertEquals(228, frame.at(49, 3));
        assertEquals(228, frame.at(45, 4));
        court.step(ConsoleAction.NOOP);
        paint();
        assertColours(228, 210, 250, 138);
        assertEquals(228, frame.at(45, 2));
        court.step(ConsoleAction.NOOP);
        paint();
        assertColours(34, BALL, 56, 200);
    }

    @Test
    void wallsPaddlesAndTheBlankInTheCorner() {
        stepTimes(61);
        paint();
        assertEquals(0, frame.at(0, 0));
        assertEquals(0, frame.at(0, 7));
        assertEquals(34, frame.at(0, 8));
        assertEquals(34, frame.at(23, 80));
        assertEquals(BALL, frame.at(24, 80));
        assertEquals(BALL, frame.at(33, 80));
        assertEquals(34, frame.at(34, 80));
        assertEquals(34, frame.at(193, 80));
        assertEquals(BALL, frame.at(194, 0));
        assertEquals(BALL, frame.at(209, 159));
        // The right paddle rests at 109: rows 96 to 111, columns 140 to 143.
        assertEquals(34, frame.at(95, 140));
        assertEquals(200, frame.at(96, 140));
        assertEquals(200, frame.at(111, 143));
        assertEquals(34, frame.at(112, 143));
        assertEquals(34, frame.at(100, 144));
        int left = court.leftPaddle();
        assertEquals(34, frame.at(left - 16, 16));
        assertEquals(56, frame.at(left - 15, 16));
        assertEquals(56, frame.at(left, 19));
        assertEquals(34, frame.at(left + 1, 19));
    }

    @Test
    void scoresAreShownOneFrameLate() {
        CourtStates.setScores(court, 9, 19);
        CourtStates.setFrames(court, 100);
        CourtStates.placeBall(court, 205, 100, 1, 0);
        court.step(ConsoleAction.NOOP);
        paint();
        assertDigit("###|#.#|###|..#|..#", 36, 56);
        assertDigit("...|...|...|...|...", 20, 56);
        assertDigit(".#.|.#.|.#.|.#.|.#.", 100, 200);
        assertDigit("###|#.#|###|..#|..#", 116, 200);
        court.step(ConsoleAction.NOOP);
        paint();
        assertDigit(".#.|.#.|.#.|.#.|.#.", 20, 56);
        assertDigit("###|#.#|#.#|#.#|###", 36, 56);
    }

    @ParameterizedTest
    @CsvSource({
        "2, ###|..#|###|#..|###",
        "3, ###|..#|.##|..#|###",
        "4, #.#|#.#|###|..#|..#",
        "5, ###|#..|###|..#|###",
        "6, #..|#..|###|#.#|###",
        "7, ###|..#|..#|..#|..#",
        "8, ###|#.#|###|#.#|###"
    })
    void digitsAreMadeOfCells(int digit, String cells) {
        CourtStates.setScores(court, digit, 10 + digit);
        CourtStates.setFrames(court, 100);
        paint();
        assertDigit(cells, 36, 56);
        assertDigit(cells, 116, 200);
    }

    private void assertDigit(String cells, int column, int colour) {
        StringBuilder found = new StringBuilder();
        for (int row = 0; row < 5; row++) {
            found.append(row == 0 ? "" : "|");
            for (int cell = 0; cell < 3; cell++) {
                found.append(frame.at(1 + 4 * row, column + 4 * cell) == colour ? '#' : '.');
                assertEquals(frame.at(1 + 4 * row, column + 4 * cell), frame.at(4 + 4 * row, column + 4 * cell + 3));
            }
        }
        assertEquals(cells, found.toString());
    }

    /** In front of the right paddle a ball at an odd height is drawn one row higher, one at an even height is not. */
    @ParameterizedTest
    @CsvSource({
        "100, 60, 86",
        "101, 60, 87",
        "100, 140, 86",
        "101, 140, 86",
        "101, 155, 86",
        "100, 158, 85",
        "201, 139, 186"
    })
    void ballRisesOnTheRight(int y, int column, int top) {
        CourtStates.setFrames(court, 200);
        CourtStates.placeBall(court, column + 49, y, 1, 0);
        paint();
        assertEquals(34, frame.at(top - 1, column));
        for (int row = top; row < top + 4; row++) {
            assertEquals(BALL, frame.at(row, column));
            assertEquals(BALL, frame.at(row, column + 1));
        }
        assertEquals(34, frame.at(top + 4, column));
    }

    @Test
    void ballBehindTheLastColumnComesBackInTheFirst() {
        CourtStates.setFrames(court, 200);
        CourtStates.placeBall(court, 208, 101, 1, 0);
        paint();
        assertEquals(BALL, frame.at(86, 159));
        assertEquals(34, frame.at(86, 0));
        assertEquals(BALL, frame.at(87, 0));
        assertEquals(BALL, frame.at(90, 0));
        assertEquals(34, frame.at(87, 1));
    }

    @Test
    void ballIsOnTopAndEndsAtTheWalls() {
        CourtStates.setFrames(court, 200);
        CourtStates.placeBall(court, 189, 110, 1, 0);
        paint();
        assertEquals(BALL, frame.at(96, 141));
        CourtStates.placeBall(court, 80, 206, 1, 0);
        paint();
        assertEquals(34, frame.at(191, 31));
        assertEquals(BALL, frame.at(193, 31));
        CourtStates.placeBall(court, 80, 43, 1, 0);
        CourtStates.setCpuPaddle(court, 36);
        paint();
        assertEquals(34, frame.at(34, 31));
        assertEquals(BALL, frame.at(33, 31));
        assertEquals(56, frame.at(36, 17));
        assertEquals(34, frame.at(37, 17));
    }

    @Test
    void titleModeHidesTheRightScoreAndWandersThroughThePalette() {
        CourtStates.setScores(court, 3, 8);
        CourtStates.setFrames(court, AtariCourt.TITLE_FRAME - 1);
        court.step(ConsoleAction.NOOP);
        paint();
        assertEquals(34, frame.at(100, 80));
        assertEquals(34, frame.at(1, 116));
        assertDigit("###|..#|.##|..#|###", 36, 56);
        court.step(ConsoleAction.NOOP);
        paint();
        // Age 1, halves swapped 16: 34 + 16, 15 + 16 (even), 56 + 16, 200 + 16.
        assertEquals(50, frame.at(100, 80));
        assertEquals(30, frame.at(28, 80));
        assertDigit(".#.|.#.|.#.|.#.|.#.", 36, 72);
        assertEquals(216, frame.at(100, 141));
        assertEquals(0, frame.at(0, 0));
        stepTimes(255);
        paint();
        assertEquals(50, frame.at(100, 80));
        stepTimes(1);
        paint();
        assertEquals(66, frame.at(100, 80));
        // Age 17, halves swapped 17: one more than 34 + 16, made even.
        stepTimes(256 * 15);
        paint();
        assertEquals(50, frame.at(100, 80));
        assertEquals(32, frame.at(28, 80));
    }

    /**
     * A checksum of all screens of a scripted game, the same as the emulator's (CourtAleTest compares it). A new one is made by
     * printing the found value, and only when the script changes.
     */
    @Test
    void scriptedGameHasItsKnownScreens() {
        CRC32 sum = new CRC32();
        ConsoleAction[] actions = ConsoleAction.values();
        for (int i = 0; i < 10_000; i++) {
            painter.paint(court, frame);
            sum.update(frame.pixels());
            court.step(actions[i / 7 * 5 % 11 % 6]);
            if (court.gameOver()) {
                court.reset();
            }
        }
        assertEquals(SCRIPTED_GAME, sum.getValue());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void threeWaysToWhatMovedAgree(boolean forTwo) {
        AtariCourt played = forTwo ? AtariCourt.forTwo() : court;
        int points = 0;
        for (int episode = 0; episode < 5; episode++) {
            played.reset();
            points += comparePictures(played, new RandomStream(episode), 10_000, 1);
        }
        assertTrue(points > 50, "points: " + points);
    }

    /** All colours of title mode, in which background may be lit and paddles dark. */
    @Test
    void threeWaysAgreeInTitleMode() {
        stepTimes(100);
        CourtStates.setFrames(court, AtariCourt.TITLE_FRAME - 100);
        comparePictures(court, new RandomStream(1), 1300, 51);
        assertTrue(court.showsTitle());
    }

    /** Compares so many pictures, one every so many frames. */
    private int comparePictures(AtariCourt played, RandomStream random, int pictures, int every) {
        BinaryImage expected = new BinaryImage();
        BinaryImage found = new BinaryImage();
        PictureObservation expectedMotion = PictureObservationSpec.difference().observation(2);
        CourtMotion motion = new CourtMotion();
        SparseVector expectedChanges = new SparseVector(BinaryImage.PIXELS);
        SparseVector changes = new SparseVector(BinaryImage.PIXELS);
        int points = 0;
        for (int i = 0; i <= pictures; i++) {
            painter.paint(played, frame);
            FramePreprocessor.read(frame, expected);
            painter.picture(played, found);
            assertSame(played, expected, found);
            if (i == 0) {
                expectedMotion.start(expected);
                motion.start(played);
            } else {
                expectedMotion.next(0, expected);
                expectedMotion.observe(expectedChanges);
                motion.next(played, changes);
                assertSame(played, expectedChanges, changes);
            }
            for (int step = 0; step < every; step++) {
                points += Math.abs(CourtStates.play(played, random));
            }
        }
        return points;
    }

    private static void assertSame(AtariCourt court, BinaryImage expected, BinaryImage found) {
        boolean same = expected.count() == found.count();
        for (int i = 0; same && i < expected.count(); i++) {
            same = expected.lit(i) == found.lit(i);
            for (PixelKind kind : PixelKind.values()) {
                same &= expected.is(i, kind) == found.is(i, kind);
            }
        }
        same &= expected.ballCount() == found.ballCount();
        assertTrue(same, () -> "picture of " + court);
    }

    private static void assertSame(AtariCourt court, SparseVector expected, SparseVector found) {
        boolean same = expected.count() == found.count();
        for (int i = 0; same && i < expected.count(); i++) {
            same = expected.index(i) == found.index(i) && expected.value(i) == found.value(i);
        }
        assertTrue(same, () -> "changes of " + court);
    }

    @Test
    void lookingAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        BinaryImage picture = new BinaryImage();
        CourtMotion motion = new CourtMotion();
        SparseVector changes = new SparseVector(BinaryImage.PIXELS);
        RandomStream random = new RandomStream(2);
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < 8; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 5000; i++) {
                CourtStates.play(court, random);
                painter.paint(court, frame);
                painter.picture(court, picture);
                motion.next(court, changes);
            }
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, fewest);
    }

    private void paint() {
        painter.paint(court, frame);
    }

    private void stepTimes(int frames) {
        for (int i = 0; i < frames; i++) {
            court.step(ConsoleAction.NOOP);
        }
    }

    private void assertColours(int background, int wall, int left, int right) {
        assertEquals(background, frame.at(100, 80));
        assertEquals(wall, frame.at(28, 80));
        assertEquals(wall, frame.at(200, 80));
        assertEquals(left, frame.at(2, 36));
        assertEquals(right, frame.at(2, 116));
    }
}
