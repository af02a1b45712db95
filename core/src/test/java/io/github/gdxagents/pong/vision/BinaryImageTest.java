package io.github.gdxagents.pong.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryImageTest {

    private final BinaryImage image = new BinaryImage();

    @Test
    void beginsDark() {
        assertEquals(0, image.count());
        assertEquals(6400, BinaryImage.PIXELS);
    }

    @Test
    void listsItsLitPixels() {
        image.light(0, PixelKind.OTHER);
        image.light(81, PixelKind.OTHER);
        image.light(6399, PixelKind.OTHER);
        assertEquals(3, image.count());
        assertEquals(0, image.lit(0));
        assertEquals(81, image.lit(1));
        assertEquals(6399, image.lit(2));
    }

    @Test
    void everyPixelCanBeLit() {
        for (int pixel = 0; pixel < BinaryImage.PIXELS; pixel++) {
            image.light(pixel, PixelKind.OTHER);
        }
        assertEquals(6400, image.count());
        assertEquals(6399, image.lit(6399));
        assertThrows(IllegalArgumentException.class, () -> image.light(6400, PixelKind.OTHER));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6400, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refusesPixelsOutside(int pixel) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> image.light(pixel, PixelKind.OTHER));
        assertEquals("pixel must be under 6400 and above the last one lit, but was " + pixel, refusal.getMessage());
        assertEquals(0, image.count());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 99, 100, 6400})
    void refusesPixelsOutOfOrder(int pixel) {
        image.light(100, PixelKind.OTHER);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> image.light(pixel, PixelKind.OTHER));
        assertEquals(
                "pixel must be under 6400 and above the last one lit, but was " + pixel + " after 100",
                refusal.getMessage());
        assertEquals(1, image.count());
    }

    @Test
    void eachPixelBelongsToOneThing() {
        PixelKind[] kinds = PixelKind.values();
        for (int pixel = 0; pixel < BinaryImage.PIXELS; pixel++) {
            image.light(pixel, kinds[pixel % 4]);
        }
        for (int pixel = 0; pixel < BinaryImage.PIXELS; pixel++) {
            assertEquals(pixel, image.lit(pixel));
            for (PixelKind kind : kinds) {
                assertEquals(kind == kinds[pixel % 4], image.is(pixel, kind));
            }
        }
    }

    @Test
    void theBallsPixelsAreListedOnceMore() {
        image.light(3, PixelKind.LEFT_PADDLE);
        image.light(500, PixelKind.BALL);
        image.light(501, PixelKind.RIGHT_PADDLE);
        image.light(580, PixelKind.BALL);
        image.light(581, PixelKind.OTHER);
        assertEquals(5, image.count());
        assertEquals(2, image.ballCount());
        assertEquals(500, image.ball(0));
        assertEquals(580, image.ball(1));
        BinaryImage copy = new BinaryImage();
        copy.copyFrom(image);
        image.clear();
        assertEquals(0, image.ballCount());
        assertEquals(2, copy.ballCount());
        assertEquals(580, copy.ball(1));
        assertTrue(copy.is(0, PixelKind.LEFT_PADDLE));
        assertTrue(copy.is(3, PixelKind.BALL));
    }

    @Test
    void beginsAnewAfterClear() {
        image.light(6399, PixelKind.OTHER);
        image.clear();
        image.light(5, PixelKind.OTHER);
        assertEquals(1, image.count());
        assertEquals(5, image.lit(0));
    }

    @Test
    void copiesShareNothing() {
        image.light(7, PixelKind.OTHER);
        image.light(9, PixelKind.OTHER);
        BinaryImage copy = new BinaryImage();
        copy.light(1, PixelKind.OTHER);
        copy.light(2, PixelKind.OTHER);
        copy.light(3, PixelKind.OTHER);
        copy.copyFrom(image);
        image.clear();
        image.light(8, PixelKind.OTHER);
        assertEquals(2, copy.count());
        assertEquals(7, copy.lit(0));
        assertEquals(9, copy.lit(1));
    }

    /** Row 1, columns 0 (left paddle), 3 (ball), 79 (right paddle); row 2, column 40 (other); row 79, column 0 (ball). */
    @Test
    void mirrorsEachRowAndExchangesThePaddles() {
        image.light(80, PixelKind.LEFT_PADDLE);
        image.light(83, PixelKind.BALL);
        image.light(159, PixelKind.RIGHT_PADDLE);
        image.light(200, PixelKind.OTHER);
        image.light(6320, PixelKind.BALL);
        BinaryImage mirrored = new BinaryImage();
        mirrored.light(7, PixelKind.BALL);
        mirrored.mirrorOf(image);
        assertEquals(5, mirrored.count());
        assertPixel(80, PixelKind.LEFT_PADDLE, mirrored, 0);
        assertPixel(156, PixelKind.BALL, mirrored, 1);
        assertPixel(159, PixelKind.RIGHT_PADDLE, mirrored, 2);
        assertPixel(199, PixelKind.OTHER, mirrored, 3);
        assertPixel(6399, PixelKind.BALL, mirrored, 4);
        assertEquals(2, mirrored.ballCount());
        assertEquals(156, mirrored.ball(0));
        assertEquals(6399, mirrored.ball(1));
        // The picture that was mirrored stays.
        assertEquals(5, image.count());
        assertPixel(83, PixelKind.BALL, image, 1);
    }

    @Test
    void aPaddleAloneComesToTheOtherSide() {
        image.light(808, PixelKind.LEFT_PADDLE);
        image.light(809, PixelKind.LEFT_PADDLE);
        BinaryImage mirrored = new BinaryImage();
        mirrored.mirrorOf(image);
        assertEquals(2, mirrored.count());
        assertPixel(870, PixelKind.RIGHT_PADDLE, mirrored, 0);
        assertPixel(871, PixelKind.RIGHT_PADDLE, mirrored, 1);
        assertEquals(0, mirrored.ballCount());
    }

    @Test
    void mirroredTwiceAnyPictureIsItself() {
        PixelKind[] kinds = PixelKind.values();
        RandomStream random = new RandomStream(1);
        BinaryImage once = new BinaryImage();
        BinaryImage twice = new BinaryImage();
        for (int trial = 0; trial < 50; trial++) {
            double share = trial == 0 ? 1 : trial == 1 ? 0 : random.uniform();
            image.clear();
            for (int pixel = 0; pixel < BinaryImage.PIXELS; pixel++) {
                if (random.uniform() < share) {
                    image.light(pixel, kinds[random.below(4)]);
                }
            }
            once.mirrorOf(image);
            twice.mirrorOf(once);
            assertEquals(image.count(), once.count());
            assertEquals(image.count(), twice.count());
            assertEquals(image.ballCount(), twice.ballCount());
            for (int i = 0; i < image.count(); i++) {
                assertEquals(image.lit(i), twice.lit(i));
                for (PixelKind kind : kinds) {
                    assertEquals(image.is(i, kind), twice.is(i, kind));
                }
            }
            for (int i = 0; i < image.ballCount(); i++) {
                assertEquals(image.ball(i), twice.ball(i));
            }
        }
    }

    private static void assertPixel(int pixel, PixelKind kind, BinaryImage picture, int position) {
        assertEquals(pixel, picture.lit(position));
        assertTrue(picture.is(position, kind), "pixel " + pixel);
    }
}
