package io.github.gdxagents.pong.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.PixelKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictureTest {

    @Test
    void screensHaveTheColoursOfTheConsole() {
        Frame screen = new Frame();
        int[][] expected = {
            {0, 0, 0, 0},
            {34, 144, 72, 17},
            {14, 236, 236, 236},
            {56, 213, 130, 74},
            {200, 92, 186, 92},
            {228, 109, 118, 43},
            {210, 53, 95, 24},
            {250, 210, 182, 86},
            {138, 101, 111, 228},
            {102, 128, 128, 128},
        };
        for (int i = 0; i < expected.length; i++) {
            screen.pixels()[160 * i + i] = (byte) expected[i][0];
        }
        Picture picture = new CourtPicture().show(screen);
        assertEquals(210, picture.rows());
        assertEquals(160, picture.columns());
        for (int i = 0; i < expected.length; i++) {
            int rgb = expected[i][1] << 16 | expected[i][2] << 8 | expected[i][3];
            assertEquals(rgb, picture.colourAt(i, i));
            assertEquals(rgb, AtariPalette.rgb(expected[i][0]));
        }
    }

    @ParameterizedTest
    @EnumSource(CourtKind.class)
    void everyColourOfAMatchIsKnown(CourtKind kind) {
        Frame screen = new Frame();
        try (Court court = kind.create(false)) {
            court.reset(new RandomStream(1));
            for (int tick = 0; tick < 300; tick++) {
                court.screen(screen);
                for (byte pixel : screen.pixels()) {
                    assertTrue(
                            AtariPalette.rgb(pixel & 0xFF) != AtariPalette.rgb(102), () -> "index " + (pixel & 0xFF));
                }
                court.step(Move.UP, Move.DOWN);
            }
        }
    }

    @Test
    void differencesAreWhiteBlackAndGrey() {
        BinaryImage before = image(3, 81, 6399);
        BinaryImage now = image(3, 82);
        Picture picture = new InputPicture().showDifference(now, before);
        assertEquals(0x808080, picture.colourAt(0, 0));
        assertEquals(0x808080, picture.colourAt(0, 3));
        assertEquals(0x000000, picture.colourAt(1, 1));
        assertEquals(0xFFFFFF, picture.colourAt(1, 2));
        assertEquals(0x000000, picture.colourAt(79, 79));
        InputPicture next = new InputPicture();
        next.showDifference(now, before);
        Picture nothing = next.showDifference(now, now);
        for (int pixel = 0; pixel < BinaryImage.PIXELS; pixel++) {
            assertEquals(0x808080, nothing.colourAt(pixel / 80, pixel % 80));
        }
    }

    @Test
    void plainImagesAreWhiteOnBlack() {
        Picture picture = new InputPicture().show(image(0, 161));
        assertEquals(0xFFFFFF, picture.colourAt(0, 0));
        assertEquals(0x000000, picture.colourAt(0, 1));
        assertEquals(0xFFFFFF, picture.colourAt(2, 1));
    }

    @Test
    void showingAllocatesNothing() {
        Frame screen = new Frame();
        CourtPicture court = new CourtPicture();
        InputPicture input = new InputPicture();
        BinaryImage image = image(1, 2, 3);
        assertEquals(0, AllocatedBytes.leastOf(10, () -> {
            court.show(screen);
            input.show(image);
            input.showDifference(image, image);
        }));
    }

    @Test
    void picturesHaveASizeAndColours() {
        assertThrows(IllegalArgumentException.class, () -> new Picture(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Picture(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Picture(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Picture(1, 1, new int[17]));
    }

    private static BinaryImage image(int... lit) {
        BinaryImage image = new BinaryImage();
        for (int pixel : lit) {
            image.light(pixel, PixelKind.BALL);
        }
        return image;
    }
}
