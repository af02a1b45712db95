package io.github.gdxagents.pong.box2d;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrigonometryTest {

    @Test
    void isAsGoodAsADouble() {
        for (int step = -1200; step <= 1200; step++) {
            double angle = step / 1000.0;
            assertEquals(StrictMath.sin(angle), Trigonometry.sin(angle), 3e-16);
            assertEquals(StrictMath.cos(angle), Trigonometry.cos(angle), 3e-16);
        }
    }

    @Test
    void straightAheadIsExact() {
        assertEquals(0, Trigonometry.sin(0));
        assertEquals(1, Trigonometry.cos(0));
        assertEquals(-Trigonometry.sin(0.7), Trigonometry.sin(-0.7));
        assertEquals(Trigonometry.cos(0.7), Trigonometry.cos(-0.7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.21, -1.21, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesOtherAngles(double angle) {
        assertThrows(IllegalArgumentException.class, () -> Trigonometry.sin(angle));
        assertThrows(IllegalArgumentException.class, () -> Trigonometry.cos(angle));
    }
}
