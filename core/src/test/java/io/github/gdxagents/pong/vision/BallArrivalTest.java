package io.github.gdxagents.pong.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Balls of two rows, named by their upper one: the centre is half a row below. Bands of two rows; the right ones begin at 40. */
class BallArrivalTest {

    @ParameterizedTest
    @CsvSource({
        // Upper row and column before, then now; the kind.
        "30, 60, 30, 64, 55", // straight: 30.5 is band 15
        "30, 62, 30, 63, 55",
        "30, 60, 28, 64, 53", // up: 28.5 - 2 / 4 * 5 = 26
        "30, 60, 33, 64, 58", // down: 33.5 + 3 / 4 * 5 = 37.25
        "6, 60, 2, 64, 41", // folded above: 2.5 - 5 = -2.5, which is 3.5
        "70, 60, 74, 64, 77", // folded below: 74.5 + 5 = 79.5, which is 75.5
        "60, 62, 40, 63, 77", // folded twice: 40.5 - 120 = -79.5, which is 80.5, which is 74.5
        "30, 60, 36, 72, 57", // already beyond the paddle's column: back to 36.5 - 6 / 12 * 3 = 35
        "0, 60, 0, 64, 40", // along the upper wall
        "78, 60, 78, 64, 78" // further down than a ball comes: 78.5 is folded to 76.5
    })
    void theBallComesToTheRight(int rowBefore, int columnBefore, int row, int column, int kind) {
        assertEquals(kind, BallArrival.between(ball(rowBefore, columnBefore), ball(row, column)));
    }

    @ParameterizedTest
    @CsvSource({
        "30, 20, 30, 16, 15", // straight
        "30, 17, 30, 16, 15",
        "30, 20, 33, 16, 19", // down: 33.5 + 3 / 4 * 6 = 38
        "30, 20, 28, 16, 12", // up: 28.5 - 2 / 4 * 6 = 25.5
        "6, 20, 2, 16, 2", // folded above: 2.5 - 6 = -3.5, which is 4.5
        "70, 20, 74, 16, 37", // folded below: 74.5 + 6 = 80.5, which is 74.5
        "30, 20, 36, 8, 17" // already beyond: back to 36.5 - 6 / 12 * 2 = 35.5
    })
    void theBallComesToTheLeft(int rowBefore, int columnBefore, int row, int column, int kind) {
        assertEquals(kind, BallArrival.between(ball(rowBefore, columnBefore), ball(row, column)));
    }

    @ParameterizedTest
    @CsvSource({
        "30, 30, 30, 34", // in the middle
        "30, 58, 30, 62", // not near yet
        "30, 21, 30, 17",
        "30, 63, 30, 67", // near already
        "30, 16, 30, 12",
        "30, 66, 30, 62", // on its way back
        "30, 14, 30, 18",
        "30, 70, 30, 74", // behind the paddle
        "30, 40, 34, 40" // straight down
    })
    void aBallThatDoesNotComeNearIsNoEvent(int rowBefore, int columnBefore, int row, int column) {
        assertEquals(BallArrival.NONE, BallArrival.between(ball(rowBefore, columnBefore), ball(row, column)));
    }

    @Test
    void withoutABallThereIsNoEvent() {
        BinaryImage empty = new BinaryImage();
        assertEquals(BallArrival.NONE, BallArrival.between(empty, ball(30, 64)));
        assertEquals(BallArrival.NONE, BallArrival.between(ball(30, 60), empty));
        assertEquals(BallArrival.NONE, BallArrival.between(empty, empty));
    }

    @Test
    void kindsAreFortyBandsOnEachSide() {
        assertEquals(80, BallArrival.KINDS);
        for (int row = 0; row <= 77; row++) {
            // Centres from 0.5 to 77.5, two to a band.
            assertEquals(row / 2, BallArrival.between(ball(row, 20), ball(row, 16)));
            assertEquals(40 + row / 2, BallArrival.between(ball(row, 60), ball(row, 64)));
        }
    }

    private static BinaryImage ball(int row, int column) {
        BinaryImage picture = new BinaryImage();
        picture.light(row * 80 + column, PixelKind.BALL);
        picture.light((row + 1) * 80 + column, PixelKind.BALL);
        return picture;
    }
}
