package io.github.gdxagents.pong.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class GreyPictureTest {

    @Test
    void numbersBecomeGreysBetweenBlackAndWhite() {
        Picture picture = new GreyPicture(2, 3).show(new float[] {-1, 0, 1, 2, 3, Float.NaN}, 0, 2);
        assertEquals(0x000000, picture.colourAt(0, 0));
        assertEquals(0x000000, picture.colourAt(0, 1));
        assertEquals(0x888888, picture.colourAt(0, 2));
        assertEquals(0xFFFFFF, picture.colourAt(1, 0));
        assertEquals(0xFFFFFF, picture.colourAt(1, 1));
        assertEquals(0x000000, picture.colourAt(1, 2));
    }

    @Test
    void theSizeMustFit() {
        GreyPicture picture = new GreyPicture(2, 2);
        assertThrows(IllegalArgumentException.class, () -> picture.show(new float[3], 0, 1));
    }
}
