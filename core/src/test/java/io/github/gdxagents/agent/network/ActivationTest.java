package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ActivationTest {

    @Test
    void tanhIsExactToSixDigits() {
        for (int i = -200_000; i <= 200_000; i++) {
            float x = i / 10_000f;
            float found = tanh(x);
            assertEquals(StrictMath.tanh(x), found, 1e-6, "tanh(" + x + ")");
            assertTrue(Math.abs(found) <= 1, "tanh(" + x + ") = " + found);
            assertEquals(-found, tanh(-x), "odd at " + x);
        }
    }

    @Test
    void tanhOfSmallNumbersIsNearlyThemselves() {
        for (float x = 1e-3f; x > 1e-30f; x /= 3) {
            assertEquals(StrictMath.tanh(x), tanh(x), 1e-6 * x);
        }
        assertEquals(0, tanh(0));
    }

    @Test
    void tanhOfInfinityIsOneAndNoNumberStaysNone() {
        assertEquals(1, tanh(Float.POSITIVE_INFINITY), 1e-6);
        assertEquals(-1, tanh(Float.NEGATIVE_INFINITY), 1e-6);
        assertTrue(Math.abs(tanh(Float.MAX_VALUE)) <= 1);
        assertTrue(Float.isNaN(tanh(Float.NaN)));
    }

    @Test
    void tanhHasTheDerivativeOneMinusItsSquare() {
        float[] gradient = {2, 2, 2, 2};
        Activation.TANH.timesDerivative(new float[] {0, 0.5f, -0.5f, 1}, gradient);
        assertArrayEquals(new float[] {2, 1.5f, 1.5f, 0}, gradient);
    }

    @Test
    void reluKeepsWhatIsAboveZero() {
        float[] sums = {-2, -0f, 0, 1e-30f, 3};
        Activation.RELU.apply(sums);
        assertArrayEquals(new float[] {0, 0, 0, 1e-30f, 3}, sums);
    }

    @Test
    void reluLetsTheGradientThroughWhereItIsAboveZero() {
        float[] gradient = {5, 6, 7, -8};
        Activation.RELU.timesDerivative(new float[] {0, Float.MIN_NORMAL, 1, 1e30f}, gradient);
        assertArrayEquals(new float[] {0, 6, 7, -8}, gradient);
    }

    private static float tanh(float x) {
        float[] sums = {x};
        Activation.TANH.apply(sums);
        return sums[0];
    }
}
