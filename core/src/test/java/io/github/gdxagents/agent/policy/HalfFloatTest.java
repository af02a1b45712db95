package io.github.gdxagents.agent.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatTest {

    /** What the 16 bits mean, by the definition of IEEE 754. */
    private static double meaning(int half) {
        int exponent = half >> 10 & 31;
        int fraction = half & 0x3FF;
        double sign = (half & 0x8000) == 0 ? 1 : -1;
        if (exponent == 31) {
            return fraction == 0 ? sign / 0.0 : Double.NaN;
        }
        return sign * (exponent == 0 ? Math.scalb(fraction, -24) : Math.scalb(1024 + fraction, exponent - 25));
    }

    @Test
    void everyHalfIsTheNumberThatItsBitsMean() {
        for (int half = 0; half < 1 << 16; half++) {
            double expected = meaning(half);
            assertEquals(
                    Double.doubleToLongBits(expected),
                    Double.doubleToLongBits(HalfFloat.toFloat((short) half)),
                    "half " + half);
        }
    }

    @Test
    void everyHalfComesBackFromItsFloat() {
        for (int half = 0; half < 1 << 16; half++) {
            float number = HalfFloat.toFloat((short) half);
            short back = HalfFloat.of(number);
            if (Float.isNaN(number)) {
                assertTrue(Float.isNaN(HalfFloat.toFloat(back)), "half " + half);
            } else {
                assertEquals((short) half, back, "half " + half);
            }
        }
    }

    @Test
    void betweenTwoHalvesTheNearerOneIsTakenAndTheEvenOneInTheMiddle() {
        for (int half = 0; half < 0x7BFF; half++) {
            float low = HalfFloat.toFloat((short) half);
            float high = HalfFloat.toFloat((short) (half + 1));
            float middle = low + (high - low) / 2;
            int even = (half & 1) == 0 ? half : half + 1;
            assertEquals(even, HalfFloat.of(middle), "the middle above half " + half);
            assertEquals(half, HalfFloat.of(Math.nextDown(middle)), "below the middle above half " + half);
            assertEquals(half + 1, HalfFloat.of(Math.nextUp(middle)), "above the middle above half " + half);
            assertEquals((short) (0x8000 | even), HalfFloat.of(-middle), "the middle below half -" + half);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0000",
        "-0.0, 8000",
        "1, 3C00",
        "-2, C000",
        "0.1, 2E66",
        "65504, 7BFF",
        "65519.996, 7BFF",
        "65520, 7C00",
        "-65520, FC00",
        "1e30, 7C00",
        "Infinity, 7C00",
        "-Infinity, FC00",
        "NaN, 7E00",
        "6.103515625e-5, 0400",
        "5.9604645e-8, 0001",
        "2.9802322e-8, 0000",
        "2.9802326e-8, 0001",
        "1.4e-45, 0000",
    })
    void numbersAtTheEdges(float number, String half) {
        assertEquals(half, String.format("%04X", HalfFloat.of(number) & 0xFFFF));
    }
}
