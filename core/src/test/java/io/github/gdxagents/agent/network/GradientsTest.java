package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientsTest {

    /** More inputs than a word of marks has bits. */
    private static final int INPUTS = 130;

    private static final NetworkSpec SPEC =
            new NetworkSpec(INPUTS, 2, List.of(2), Activation.RELU, true, OutputKind.SOFTMAX);

    private PolicyNetwork network;
    private Gradients gradients;

    @BeforeEach
    void setUp() {
        network = NetworkCases.network(SPEC, new RandomStream(1));
        gradients = new Gradients(network);
    }

    @Test
    void beginsWithZerosShapedLikeTheNetwork() {
        assertEquals(network.parameters().size(), gradients.arrays().size());
        for (int k = 0; k < gradients.arrays().size(); k++) {
            assertArrayEquals(
                    new float[network.parameters().get(k).length],
                    gradients.arrays().get(k));
        }
        assertEquals(0, gradients.norm());
        assertTrue(gradients.touchedInputs().isEmpty());
    }

    @Test
    void marksTheInputsThatWereTouched() {
        for (int input : new int[] {0, 63, 64, 127, 129}) {
            gradients.addToRow(input, 1, new float[] {1, 1});
        }
        assertEquals(bits(0, 63, 64, 127, 129), gradients.touchedInputs());
    }

    @Test
    void rowsAreSummedWhereTheyBelong() {
        gradients.addToRow(3, 2, new float[] {1, -1});
        gradients.addToRow(3, 1, new float[] {10, 20});
        assertEquals(12, gradients.arrays().get(0)[6]);
        assertEquals(18, gradients.arrays().get(0)[7]);
        assertEquals(Math.sqrt(12 * 12 + 18 * 18), gradients.norm());
    }

    @Test
    void normGoesOverAllArrays() {
        gradients.addToRow(129, 1, new float[] {1, 2});
        gradients.arrays().get(1)[0] = 2;
        gradients.arrays().get(2)[3] = 4;
        gradients.arrays().get(3)[1] = -12;
        assertEquals(13, gradients.norm());
    }

    @Test
    void clearForgetsSumsAndMarks() {
        gradients.addToRow(64, 1, new float[] {1, 2});
        for (int k = 1; k < 4; k++) {
            gradients.arrays().get(k)[0] = k;
        }
        gradients.clear();
        assertEquals(0, gradients.norm());
        assertTrue(gradients.touchedInputs().isEmpty());
        for (float[] array : gradients.arrays()) {
            assertArrayEquals(new float[array.length], array);
        }
    }

    @Test
    void addSumsBothAndJoinsTheMarks() {
        Gradients other = new Gradients(network);
        gradients.addToRow(1, 1, new float[] {1, 2});
        gradients.addToRow(70, 1, new float[] {3, 4});
        gradients.arrays().get(2)[1] = 5;
        other.addToRow(70, 1, new float[] {10, 20});
        other.addToRow(128, 1, new float[] {30, 40});
        other.arrays().get(1)[1] = 6;
        other.arrays().get(2)[1] = 50;
        gradients.add(other);

        float[] first = gradients.arrays().get(0);
        assertArrayEquals(
                new float[] {1, 2, 13, 24, 30, 40},
                new float[] {first[2], first[3], first[140], first[141], first[256], first[257]});
        assertArrayEquals(new float[] {0, 6}, gradients.arrays().get(1));
        assertArrayEquals(new float[] {0, 55, 0, 0}, gradients.arrays().get(2));
        assertEquals(bits(1, 70, 128), gradients.touchedInputs());
        assertEquals(bits(70, 128), other.touchedInputs());
        assertEquals(10, other.arrays().get(0)[140]);
    }

    @Test
    void longGradientsAreShortenedInTheirDirection() {
        gradients.addToRow(65, 1, new float[] {3, 0});
        gradients.arrays().get(3)[0] = -4;
        assertEquals(5, gradients.clip(1));
        assertEquals(1, gradients.norm(), 1e-6);
        assertEquals(0.6f, gradients.arrays().get(0)[130], 1e-6f);
        assertEquals(-0.8f, gradients.arrays().get(3)[0], 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 6, Double.POSITIVE_INFINITY})
    void shortGradientsAreLeftAsTheyAre(double maxNorm) {
        gradients.addToRow(65, 1, new float[] {3, 0});
        gradients.arrays().get(3)[0] = -4;
        assertEquals(5, gradients.clip(maxNorm));
        assertEquals(3, gradients.arrays().get(0)[130]);
        assertEquals(-4, gradients.arrays().get(3)[0]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesANormThatIsNone(double maxNorm) {
        assertThrows(IllegalArgumentException.class, () -> gradients.clip(maxNorm));
    }

    @Test
    void largeGradientsDoNotOverflowTheNorm() {
        gradients.addToRow(0, 1, new float[] {3e30f, 4e30f});
        assertEquals(5e30, gradients.norm(), 1e24);
    }

    @Test
    void whatIsNotANumberShowsInTheNorm() {
        gradients.addToRow(0, 1, new float[] {Float.NaN, 1});
        assertTrue(Double.isNaN(gradients.norm()));
        assertTrue(Double.isNaN(gradients.clip(1)));
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }
}
