package io.github.gdxagents.maths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrigonometryTest {

    @Test
    void isAsGoodAsADouble() {
        for (int step = -100_000; step <= 100_000; step++) {
            double angle = step / 1000.0;
            assertEquals(StrictMath.sin(angle), Trigonometry.sin(angle), 3e-16);
            assertEquals(StrictMath.cos(angle), Trigonometry.cos(angle), 3e-16);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e6, -123_456.789, 54_321.0, 999_999.5, 1e6})
    void manyTurnsCostNoPrecision(double angle) {
        assertEquals(StrictMath.sin(angle), Trigonometry.sin(angle), 3e-16);
        assertEquals(StrictMath.cos(angle), Trigonometry.cos(angle), 3e-16);
    }

    @Test
    void straightAheadIsExact() {
        assertEquals(0, Trigonometry.sin(0));
        assertEquals(1, Trigonometry.cos(0));
        assertEquals(-Trigonometry.sin(0.7), Trigonometry.sin(-0.7));
        assertEquals(Trigonometry.cos(0.7), Trigonometry.cos(-0.7));
        assertEquals(-Trigonometry.sin(7), Trigonometry.sin(-7));
        assertEquals(Trigonometry.cos(7), Trigonometry.cos(-7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1_000_001, -1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesOtherAngles(double angle) {
        assertThrows(IllegalArgumentException.class, () -> Trigonometry.sin(angle));
        assertThrows(IllegalArgumentException.class, () -> Trigonometry.cos(angle));
    }
}
