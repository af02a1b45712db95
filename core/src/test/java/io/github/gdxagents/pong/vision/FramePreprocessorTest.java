package io.github.gdxagents.pong.vision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramePreprocessorTest {

    /** Palette indices with 144 or 109 in their red channel. */
    private static final Set<Integer> BACKGROUNDS = Set.of(34, 48, 206, 228);

    private static final byte BACKGROUND = 34;
    private static final byte BALL = (byte) 0xEC;

    private final Frame frame = new Frame();
    private final BinaryImage picture = new BinaryImage();

    @ParameterizedTest
    @ValueSource(ints = {34, 48, 206, 228})
    void backgroundsAreDark(int background) {
        Arrays.fill(frame.pixels(), (byte) background);
        FramePreprocessor.read(frame, picture);
        assertEquals(0, picture.count());
    }

    @Test
    void onlyTheFourBackgroundsAreDark() {
        for (int index = 0; index < 256; index++) {
            assertEquals(BACKGROUNDS.contains(index), FramePreprocessor.isBackground(index), "palette index " + index);
            Arrays.fill(frame.pixels(), (byte) index);
            FramePreprocessor.read(frame, picture);
            assertEquals(BACKGROUNDS.contains(index) ? 0 : 6400, picture.count(), "palette index " + index);
        }
    }

    /** Each of the 210 × 160 pixels alone: rows 35, 37 … 193 and even columns light their pixel, all others nothing. */
    @Test
    void everySecondRowAndColumnOfTheCourtIsKept() {
        Arrays.fill(frame.pixels(), BACKGROUND);
        int kept = 0;
        for (int row = 0; row < 210; row++) {
            for (int column = 0; column < 160; column++) {
                frame.pixels()[row * 160 + column] = BALL;
                FramePreprocessor.read(frame, picture);
                frame.pixels()[row * 160 + column] = BACKGROUND;
                boolean inside = row >= 35 && row < 195;
                if (inside && row % 2 == 1 && column % 2 == 0) {
                    assertEquals(1, picture.count(), row + ", " + column);
                    assertEquals((row - 35) / 2 * 80 + column / 2, picture.lit(0), row + ", " + column);
                    kept++;
                } else {
                    assertEquals(0, picture.count(), row + ", " + column);
                }
            }
        }
        assertEquals(6400, kept);
    }

    @Test
    void aPaintedCourtGivesItsPaddlesAndBall() {
        Arrays.fill(frame.pixels(), BACKGROUND);
        // As on the real screen: paddles of 16 rows by 4 columns at columns 16 and 140, the ball 4 by 2; a score above.
        paint(100, 16, 16, 4, 0xD6);
        paint(60, 140, 16, 4, 0x5C);
        paint(120, 80, 4, 2, 0xEC);
        paint(1, 36, 20, 12, 0xD6);
        FramePreprocessor.read(frame, picture);
        BitSet expected = new BitSet();
        for (int row = 0; row < 8; row++) {
            // Rows 101, 103 … 115 are pictures rows 33 to 40; rows 61 … 75 are 13 to 20.
            expected.set((33 + row) * 80 + 8, (33 + row) * 80 + 10);
            expected.set((13 + row) * 80 + 70, (13 + row) * 80 + 72);
        }
        expected.set(43 * 80 + 40);
        expected.set(44 * 80 + 40);
        assertEquals(expected, lit(picture));
        assertEquals(34, picture.count());
    }

    /** The colours of a running game, and those of its first two frames; all other colours are nobody's. */
    @Test
    void coloursTellWhatAPixelBelongsTo() {
        Map<Integer, PixelKind> known = Map.of(
                14, PixelKind.BALL,
                210, PixelKind.BALL,
                56, PixelKind.LEFT_PADDLE,
                250, PixelKind.LEFT_PADDLE,
                200, PixelKind.RIGHT_PADDLE,
                138, PixelKind.RIGHT_PADDLE);
        for (int index = 0; index < 256; index++) {
            if (!BACKGROUNDS.contains(index)) {
                Arrays.fill(frame.pixels(), (byte) index);
                FramePreprocessor.read(frame, picture);
                PixelKind expected = known.getOrDefault(index, PixelKind.OTHER);
                assertTrue(picture.is(0, expected) && picture.is(6399, expected), "palette index " + index);
                assertEquals(expected == PixelKind.BALL ? 6400 : 0, picture.ballCount(), "palette index " + index);
            }
        }
    }

    @Test
    void anyScreenIsReadAsANaiveReaderWould() {
        RandomStream random = new RandomStream(1);
        for (int trial = 0; trial < 200; trial++) {
            // From nearly all background to nearly none.
            double share = trial / 200.0;
            for (int i = 0; i < frame.pixels().length; i++) {
                int index =
                        random.uniform() < share ? new int[] {34, 48, 206, 228}[random.below(4)] : random.below(256);
                frame.pixels()[i] = (byte) index;
            }
            byte[] before = frame.pixels().clone();
            FramePreprocessor.read(frame, picture);
            BitSet expected = new BitSet();
            for (int row = 0; row < 80; row++) {
                for (int column = 0; column < 80; column++) {
                    expected.set(row * 80 + column, !BACKGROUNDS.contains(frame.at(35 + 2 * row, 2 * column)));
                }
            }
            assertEquals(expected, lit(picture), "trial " + trial);
            assertEquals(expected.cardinality(), picture.count());
            assertArrayEquals(before, frame.pixels());
        }
    }

    private void paint(int firstRow, int firstColumn, int rows, int columns, int colour) {
        for (int row = firstRow; row < firstRow + rows; row++) {
            for (int column = firstColumn; column < firstColumn + columns; column++) {
                frame.pixels()[row * 160 + column] = (byte) colour;
            }
        }
    }

    private static BitSet lit(BinaryImage picture) {
        BitSet lit = new BitSet();
        for (int i = 0; i < picture.count(); i++) {
            lit.set(picture.lit(i));
        }
        return lit;
    }
}
