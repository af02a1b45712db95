package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R032Store;

class ForwardPassTest {

    @Test
    void logitsAreTheHandWorkedOnes() {
        NetworkSpec spec = new NetworkSpec(2, 2, List.of(2), Activation.RELU, true, OutputKind.SOFTMAX, Critic.NONE);
        PolicyNetwork network = PolicyNetwork.of(
                spec,
                List.of(
                        // Columns: what leaves input 0, what leaves input 1.
                        new float[] {1, 2, 3, -4}, new float[] {0.5f, 0.25f}, new float[] {1, -1, 10, 20}, new float[] {
                            0, 100
                        }));
        ForwardPass pass = new ForwardPass(network);
        // Sums 1·1 + 3·2 + 0.5 = 7.5 and 2·1 − 4·2 + 0.25 = −5.75, which ReLU makes 0.
        assertArrayEquals(new float[] {7.5f, 92.5f}, pass.forward(new float[] {1, 2}));
        assertArrayEquals(new float[] {7.5f, 0}, pass.hidden(0));
        // Sums 1 + 0.5 and 2 + 0.25: 1.5 + 10 · 2.25 and −1.5 + 20 · 2.25 + 100.
        assertArrayEquals(new float[] {24, 143.5f}, pass.forward(NetworkCases.sparse(new float[] {1, 0})));
    }

    @ParameterizedTest
    @MethodSource("io.github.gdxagents.agent.network.NetworkCases#all")
    void sparseWayGivesTheSameBitsAsDenseWay(NetworkSpec spec) {
        RandomStream random = new RandomStream(11);
        for (int trial = 0; trial < 20; trial++) {
            PolicyNetwork network = NetworkCases.network(spec, random);
            ForwardPass pass = new ForwardPass(network);
            float[] observation = NetworkCases.observation(spec.inputs(), random);
            float[] dense = pass.forward(observation).clone();
            float[] sparse = pass.forward(NetworkCases.sparse(observation)).clone();
            assertArrayEquals(NetworkCases.bits(dense), NetworkCases.bits(sparse));
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.gdxagents.agent.network.NetworkCases#all")
    void logitsAgreeWithMatrixMultiplication(NetworkSpec spec) {
        RandomStream random = new RandomStream(12);
        for (int trial = 0; trial < 20; trial++) {
            PolicyNetwork network = NetworkCases.network(spec, random);
            float[] observation = NetworkCases.observation(spec.inputs(), random);
            float[] logits = new ForwardPass(network).forward(observation);
            MatrixStore<Double> expected = oracle(network, observation);
            assertEquals(spec.logits(), logits.length);
            for (int i = 0; i < logits.length; i++) {
                double value = expected.doubleValue(i);
                assertEquals(value, logits[i], 1e-5 * Math.max(1, Math.abs(value)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.gdxagents.agent.network.NetworkCases#withCritic")
    void valueIsThatOfTheReference(NetworkSpec spec) {
        RandomStream random = new RandomStream(19);
        for (int trial = 0; trial < 20; trial++) {
            PolicyNetwork network = NetworkCases.network(spec, random);
            ForwardPass pass = new ForwardPass(network);
            float[] observation = NetworkCases.observation(spec.inputs(), random);
            float[] logits = pass.forward(observation);
            double[] expected = new ReferenceNetwork(network).outputs(observation);
            assertEquals(expected[spec.logits()], pass.value(), 1e-5 * Math.max(1, Math.abs(pass.value())));
            for (int i = 0; i < logits.length; i++) {
                assertEquals(expected[i], logits[i], 1e-5 * Math.max(1, Math.abs(logits[i])));
            }
        }
    }

    @Test
    void withoutACriticThereIsNoValue() {
        NetworkSpec spec = new NetworkSpec(9, 3, List.of(), Activation.RELU, true, OutputKind.SOFTMAX, Critic.NONE);
        ForwardPass pass = new ForwardPass(NetworkCases.network(spec, new RandomStream(14)));
        pass.forward(new float[9]);
        assertThrows(IllegalStateException.class, pass::value);
    }

    @Test
    void largeNetworkAgreesWithMatrixMultiplication() {
        NetworkSpec spec =
                new NetworkSpec(6400, 2, List.of(200), Activation.RELU, false, OutputKind.SIGMOID, Critic.NONE);
        RandomStream random = new RandomStream(13);
        PolicyNetwork network = NetworkCases.network(spec, random);
        float[] observation = NetworkCases.observation(spec.inputs(), random);
        double expected = oracle(network, observation).doubleValue(0);
        assertEquals(
                expected, new ForwardPass(network).forward(observation)[0], 1e-5 * Math.max(1, Math.abs(expected)));
    }

    @Test
    void anObservationOfZerosGivesTheBiases() {
        NetworkSpec spec = new NetworkSpec(9, 3, List.of(), Activation.RELU, true, OutputKind.SOFTMAX, Critic.NONE);
        PolicyNetwork network = NetworkCases.network(spec, new RandomStream(14));
        assertArrayEquals(network.parameters().get(1), new ForwardPass(network).forward(new SparseVector(9)));
    }

    @Test
    void weightsAreUsedAsTheyAreAtEachCall() {
        NetworkSpec spec = new NetworkSpec(4, 2, List.of(3), Activation.TANH, false, OutputKind.SIGMOID, Critic.NONE);
        PolicyNetwork network = NetworkCases.network(spec, new RandomStream(16));
        ForwardPass pass = new ForwardPass(network);
        float before = pass.forward(new float[] {1, 1, 1, 1})[0];
        for (float[] array : network.lines()) {
            for (int i = 0; i < array.length; i++) {
                array[i] *= 2;
            }
        }
        assertNotEquals(before, pass.forward(new float[] {1, 1, 1, 1})[0]);
    }

    @Test
    void hiddenActivationsAreInTheRangeOfTheirFunction() {
        RandomStream random = new RandomStream(17);
        for (Activation activation : Activation.values()) {
            NetworkSpec spec =
                    new NetworkSpec(9, 3, List.of(50, 40), activation, true, OutputKind.SOFTMAX, Critic.NONE);
            ForwardPass pass = new ForwardPass(NetworkCases.network(spec, random));
            pass.forward(NetworkCases.observation(9, random));
            assertEquals(50, pass.hidden(0).length);
            assertEquals(40, pass.hidden(1).length);
            int zeros = 0;
            for (float x : pass.hidden(1)) {
                assertTrue(activation == Activation.RELU ? x >= 0 : x > -1 && x < 1);
                zeros += x == 0 ? 1 : 0;
            }
            assertEquals(activation == Activation.RELU, zeros > 5);
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        NetworkSpec spec = new NetworkSpec(4, 2, List.of(3), Activation.TANH, false, OutputKind.SIGMOID, Critic.NONE);
        ForwardPass pass = new ForwardPass(NetworkCases.network(spec, new RandomStream(18)));
        assertThrows(IllegalArgumentException.class, () -> pass.forward(new float[5]));
        SparseVector wrong = new SparseVector(3);
        assertThrows(IllegalArgumentException.class, () -> pass.forward(wrong));
        assertThrows(IllegalArgumentException.class, () -> pass.hidden(-1));
        assertThrows(IllegalArgumentException.class, () -> pass.hidden(1));
    }

    /** The same function put together from ojAlgo's own matrix multiplication. */
    private static MatrixStore<Double> oracle(PolicyNetwork network, float[] observation) {
        NetworkSpec spec = network.spec();
        MatrixStore<Double> x = column(observation);
        for (int layer = 0; layer < spec.layers(); layer++) {
            float[] weights = network.parameters().get(layer * (spec.biases() ? 2 : 1));
            R032Store matrix = R032Store.FACTORY.make(spec.outputsOf(0, layer), spec.inputsOf(layer));
            for (int i = 0; i < weights.length; i++) {
                matrix.set(i % spec.outputsOf(0, layer), i / spec.outputsOf(0, layer), weights[i]);
            }
            R032Store y = R032Store.FACTORY.copy(matrix.multiply(x));
            for (int i = 0; i < y.count(); i++) {
                double sum = y.doubleValue(i);
                if (spec.biases()) {
                    sum += network.parameters().get(2 * layer + 1)[i];
                }
                if (layer < spec.hidden().size()) {
                    sum = spec.activation() == Activation.RELU ? Math.max(0, sum) : Math.tanh(sum);
                }
                y.set(i, sum);
            }
            x = y;
        }
        return x;
    }

    private static R032Store column(float[] numbers) {
        R032Store column = R032Store.FACTORY.make(numbers.length, 1);
        for (int i = 0; i < numbers.length; i++) {
            column.set(i, numbers[i]);
        }
        return column;
    }
}
