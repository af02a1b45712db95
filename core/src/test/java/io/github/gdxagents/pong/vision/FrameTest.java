package io.github.gdxagents.pong.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class FrameTest {

    private final Frame frame = new Frame();

    @Test
    void pixelsStandRowByRow() {
        assertEquals(210 * 160, frame.pixels().length);
        frame.pixels()[3 * 160 + 7] = 34;
        assertEquals(34, frame.at(3, 7));
        assertEquals(0, frame.at(7, 3));
        frame.pixels()[210 * 160 - 1] = 56;
        assertEquals(56, frame.at(209, 159));
    }

    @Test
    void paletteIndicesAboveOneByteOfSignAreReadAsTheyAre() {
        frame.pixels()[0] = (byte) 228;
        assertEquals(228, frame.at(0, 0));
        frame.pixels()[0] = (byte) 255;
        assertEquals(255, frame.at(0, 0));
    }

    @Test
    void framesWithTheSamePixelsAreEqual() {
        Frame same = new Frame();
        assertEquals(frame, same);
        assertEquals(frame.hashCode(), same.hashCode());
        assertEquals(frame.toString(), same.toString());
        same.pixels()[1000] = 1;
        assertNotEquals(frame, same);
        assertNotEquals(frame.toString(), same.toString());
    }
}
