package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.agent.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterLayoutTest {

    private static final NetworkSpec SMALL =
            new NetworkSpec(2, 2, List.of(3), Activation.RELU, true, OutputKind.SOFTMAX, Critic.SHARED);

    @Test
    void narrowLayersAreTurnedOnTheirWayToFiles() {
        ParameterLayout layout = new ParameterLayout(SMALL);
        assertEquals(7, layout.lines());
        float[][] lines = {
            // What leaves input 0 and input 1; the hidden biases.
            {1, 2, 3},
            {4, 5, 6},
            {7, 8, 9},
            // What leads to logit 0, to logit 1, to the value; their biases.
            {10, 11, 12},
            {20, 21, 22},
            {30, 31, 32},
            {40, 41, 42}
        };
        List<float[]> arrays = layout.toArrays(lines);
        assertEquals(4, arrays.size());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, arrays.get(0));
        assertArrayEquals(new float[] {7, 8, 9}, arrays.get(1));
        // Column-major: what leaves the first hidden unit, then the second, then the third.
        assertArrayEquals(new float[] {10, 20, 30, 11, 21, 31, 12, 22, 32}, arrays.get(2));
        assertArrayEquals(new float[] {40, 41, 42}, arrays.get(3));
        float[][] back = layout.zeroLines();
        layout.toLines("numbers", arrays, back);
        assertArrayEquals(lines, back);
    }

    /** A layer behind the first is narrow up to 24 outputs. */
    @ParameterizedTest
    @CsvSource({"24, 24, 40", "25, 40, 25"})
    void wideLayersHaveALineForEachInput(int outputs, int lines, int length) {
        NetworkSpec spec =
                new NetworkSpec(5, outputs, List.of(40), Activation.RELU, false, OutputKind.SOFTMAX, Critic.NONE);
        float[][] zeros = new ParameterLayout(spec).zeroLines();
        assertEquals(5 + lines, zeros.length);
        assertEquals(length, zeros[5].length);
        assertEquals(40, zeros[0].length, "the first layer has a line for each input however many units there are");
    }

    @ParameterizedTest
    @MethodSource("io.github.gdxagents.agent.network.NetworkCases#all")
    void linesComeBackAsTheyWere(NetworkSpec spec) {
        ParameterLayout layout = new ParameterLayout(spec);
        RandomStream random = new RandomStream(1);
        float[][] lines = layout.zeroLines();
        for (float[] line : lines) {
            for (int i = 0; i < line.length; i++) {
                line[i] = (float) random.gaussian();
            }
        }
        List<float[]> arrays = layout.toArrays(lines);
        assertEquals(
                spec.parameters(),
                arrays.stream().mapToLong(array -> array.length).sum());
        float[][] back = layout.zeroLines();
        layout.toLines("numbers", arrays, back);
        assertArrayEquals(lines, back);
        // In memory as in the network.
        PolicyNetwork network = PolicyNetwork.of(spec, arrays);
        assertArrayEquals(lines, network.lines());
        assertEquals(0, layout.firstLine(0));
        assertEquals(layout.lines(), layout.firstLine(spec.stacks()));
    }

    @Test
    void theSecondStackBeginsBehindTheFirst() {
        NetworkSpec spec =
                new NetworkSpec(2, 2, List.of(3), Activation.RELU, true, OutputKind.SOFTMAX, Critic.SEPARATE);
        ParameterLayout layout = new ParameterLayout(spec);
        assertEquals(0, layout.firstLine(0, 0));
        assertEquals(3, layout.firstLine(0, 1));
        assertEquals(6, layout.firstLine(1));
        assertEquals(6, layout.firstLine(1, 0));
        assertEquals(9, layout.firstLine(1, 1));
        assertEquals(6 + 5, layout.firstLine(2));
        assertEquals(11, layout.lines());
    }

    @Test
    void refusesArraysThatDoNotFitAndWritesNothing() {
        ParameterLayout layout = new ParameterLayout(SMALL);
        List<float[]> good = new ArrayList<>();
        for (int length : new int[] {6, 3, 9, 3}) {
            float[] array = new float[length];
            Arrays.fill(array, 1);
            good.add(array);
        }
        float[][] into = layout.zeroLines();
        for (int k = 0; k < 4; k++) {
            List<float[]> wrong = new ArrayList<>(good);
            wrong.set(k, new float[good.get(k).length + 1]);
            assertThrows(IllegalArgumentException.class, () -> layout.toLines("numbers", wrong, into));
            wrong.remove(k);
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> layout.toLines("numbers", wrong, into));
            assertEquals(
                    "numbers must have the lengths [6, 3, 9, 3], but have "
                            + wrong.stream().map(array -> array.length).toList(),
                    refusal.getMessage());
        }
        assertArrayEquals(layout.zeroLines(), into);
    }
}
