package io.github.gdxagents.pong.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
        image.light(0);
        image.light(81);
        image.light(6399);
        assertEquals(3, image.count());
        assertEquals(0, image.lit(0));
        assertEquals(81, image.lit(1));
        assertEquals(6399, image.lit(2));
    }

    @Test
    void everyPixelCanBeLit() {
        for (int pixel = 0; pixel < BinaryImage.PIXELS; pixel++) {
            image.light(pixel);
        }
        assertEquals(6400, image.count());
        assertEquals(6399, image.lit(6399));
        assertThrows(IllegalArgumentException.class, () -> image.light(6400));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6400, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refusesPixelsOutside(int pixel) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> image.light(pixel));
        assertEquals("pixel must be under 6400 and above the last one lit, but was " + pixel, refusal.getMessage());
        assertEquals(0, image.count());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 99, 100, 6400})
    void refusesPixelsOutOfOrder(int pixel) {
        image.light(100);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> image.light(pixel));
        assertEquals(
                "pixel must be under 6400 and above the last one lit, but was " + pixel + " after 100",
                refusal.getMessage());
        assertEquals(1, image.count());
    }

    @Test
    void beginsAnewAfterClear() {
        image.light(6399);
        image.clear();
        image.light(5);
        assertEquals(1, image.count());
        assertEquals(5, image.lit(0));
    }

    @Test
    void copiesShareNothing() {
        image.light(7);
        image.light(9);
        BinaryImage copy = new BinaryImage();
        copy.light(1);
        copy.light(2);
        copy.light(3);
        copy.copyFrom(image);
        image.clear();
        image.light(8);
        assertEquals(2, copy.count());
        assertEquals(7, copy.lit(0));
        assertEquals(9, copy.lit(1));
    }
}
