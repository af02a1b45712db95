package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GradientsTest {

    private static final int INPUTS = 130;

    private static final NetworkSpec SPEC =
            new NetworkSpec(INPUTS, 2, List.of(2), Activation.RELU, true, OutputKind.SOFTMAX, Critic.NONE);

    private PolicyNetwork network;
    private Gradients gradients;

    @BeforeEach
    void setUp() {
        network = NetworkCases.network(SPEC, new RandomStream(1));
        gradients = new Gradients(network);
    }

    @Test
    void beginsWithNothingTouchedAndLinesShapedLikeTheNetworks() {
        assertEquals(0, gradients.touchedCount());
        assertEquals(0, gradients.norm());
        for (int line = 0; line < network.lines().length; line++) {
            assertFalse(gradients.isTouched(line));
            assertArrayEquals(new float[network.lines()[line].length], gradients.line(line));
        }
    }

    @Test
    void linesAreListedOnceInTheOrderOfTheirFirstTouch() {
        for (int line : new int[] {63, 0, 129, 63, 0, 64}) {
            gradients.touch(line);
        }
        assertEquals(4, gradients.touchedCount());
        assertEquals(
                List.of(63, 0, 129, 64),
                List.of(gradients.touched(0), gradients.touched(1), gradients.touched(2), gradients.touched(3)));
        assertTrue(gradients.isTouched(129));
        assertFalse(gradients.isTouched(128));
    }

    @Test
    void sumsStayWhileALineIsTouchedAgain() {
        add(3, 2, -2);
        add(3, 10, 20);
        assertArrayEquals(new float[] {12, 18}, gradients.line(3));
        assertEquals(Math.sqrt(12 * 12 + 18 * 18), gradients.norm(), 1e-6);
    }

    @Test
    void normGoesOverAllTouchedLines() {
        add(129, 1, 2);
        // Biases of the hidden layer, then the two lines of the narrow last layer, then its biases.
        add(130, 2, 0);
        add(132, 0, 4);
        add(133, 0, -12);
        assertEquals(13, gradients.norm());
    }

    @Test
    void clearForgetsSumsAndMarks() {
        add(64, 1, 2);
        add(131, 3, 4);
        gradients.clear();
        assertEquals(0, gradients.norm());
        assertEquals(0, gradients.touchedCount());
        assertFalse(gradients.isTouched(64));
        add(64, 5, 0);
        assertArrayEquals(new float[] {5, 0}, gradients.line(64));
        assertEquals(5, gradients.norm());
    }

    @Test
    void largeGradientsDoNotOverflowTheNorm() {
        add(0, 3e30f, 4e30f);
        assertEquals(5e30, gradients.norm(), 1e24);
        add(1, 3e38f, 3e38f);
        assertTrue(Double.isFinite(gradients.norm()));
    }

    @Test
    void whatIsNotANumberShowsInTheNorm() {
        add(0, Float.NaN, 1);
        assertTrue(Double.isNaN(gradients.norm()));
        gradients.clear();
        add(0, Float.NEGATIVE_INFINITY, 1);
        assertFalse(Double.isFinite(gradients.norm()));
    }

    private void add(int line, float first, float second) {
        gradients.touch(line);
        float[] sums = gradients.open(line);
        sums[0] += first;
        sums[1] += second;
        gradients.filled(line);
    }
}
