package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gradients are held against central differences of the scalar {@code Σ w log π(a | s) + u V(s)} over some samples, which
 * {@link ReferenceNetwork} computes in double. A direction in which a ReLU unit changes sides is left out; only few may be.
 */
class BatchPassTest {

    private static final int SAMPLES = 7;

    @ParameterizedTest
    @MethodSource("io.github.gdxagents.agent.network.NetworkCases#all")
    void everyParametersGradientIsTheFiniteDifference(NetworkSpec spec) {
        Samples samples = new Samples(spec, SAMPLES, new RandomStream(21));
        List<float[]> gradient = samples.network.layout().toArrays(lines(samples.network, samples.gradient()));
        ReferenceNetwork reference = new ReferenceNetwork(samples.network);
        int compared = 0;
        int kinks = 0;
        for (int k = 0; k < gradient.size(); k++) {
            double highest = 0;
            for (float g : gradient.get(k)) {
                highest = Math.max(highest, Math.abs(g));
            }
            assertTrue(highest > 0.001, "parameters " + k + " should matter: " + highest);
            for (int i = 0; i < gradient.get(k).length; i++) {
                double difference = samples.difference(reference, k, i);
                if (Double.isNaN(difference)) {
                    kinks++;
                } else {
                    assertEquals(difference, gradient.get(k)[i], 2e-5 * highest + 1e-6, "parameter " + k + ", " + i);
                    compared++;
                }
            }
        }
        assertEquals(spec.parameters(), compared + kinks);
        assertTrue(kinks <= 0.01 * compared, kinks + " kinks");
    }

    @ParameterizedTest
    @MethodSource("io.github.gdxagents.agent.network.NetworkCases#all")
    void outputsAndValuesAreBitForBitThoseOfTheForwardPass(NetworkSpec spec) {
        Samples samples = new Samples(spec, 40, new RandomStream(22));
        ForwardPass forward = new ForwardPass(samples.network);
        samples.gradient();
        for (int slot = 0; slot < 40; slot++) {
            float[] logits = forward.forward(samples.observations.get(slot));
            assertArrayEquals(
                    NetworkCases.bits(logits),
                    NetworkCases.bits(Arrays.copyOf(samples.pass.outputs(slot), logits.length)));
            if (spec.critic() != Critic.NONE) {
                assertEquals(
                        Float.floatToRawIntBits(forward.value()),
                        Float.floatToRawIntBits(samples.pass.value(slot)),
                        "slot " + slot);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.gdxagents.agent.network.NetworkCases#all")
    void gradientsOfSeveralBatchesAddUp(NetworkSpec spec) {
        Samples samples = new Samples(spec, SAMPLES, new RandomStream(23));
        Gradients once = samples.gradient();
        Gradients twice = new Gradients(samples.network);
        samples.addTo(twice, 0, SAMPLES);
        samples.addTo(twice, 0, SAMPLES);
        Gradients inParts = new Gradients(samples.network);
        samples.addTo(inParts, 0, 3);
        samples.addTo(inParts, 3, SAMPLES);
        assertTrue(once.norm() > 0.1);
        assertEquals(once.touchedCount(), inParts.touchedCount());
        float[][] expected = lines(samples.network, once);
        float[][] doubled = lines(samples.network, twice);
        float[][] parts = lines(samples.network, inParts);
        for (int line = 0; line < expected.length; line++) {
            for (int i = 0; i < expected[line].length; i++) {
                assertEquals(2 * expected[line][i], doubled[line][i], 2e-5);
                assertEquals(expected[line][i], parts[line][i], 1e-5);
            }
        }
    }

    /** More samples than a group of four, more inputs and units than a piece has lines. */
    @ParameterizedTest
    @EnumSource(Critic.class)
    void neitherTheOrderOfPiecesNorLanesShow(Critic critic) {
        NetworkSpec spec = new NetworkSpec(200, 30, List.of(60, 40), Activation.RELU, true, OutputKind.SOFTMAX, critic);
        Samples samples = new Samples(spec, 61, new RandomStream(24));
        Gradients expected = samples.gradient();
        assertTrue(samples.pass.pieces() > 10, samples.pass.pieces() + " pieces");
        RandomStream random = new RandomStream(25);
        for (int trial = 0; trial < 10; trial++) {
            int lanes = 1 + trial % 4;
            samples.pass = new BatchPass(samples.network, 61, lanes);
            Gradients found = new Gradients(samples.network);
            samples.begin(0, 61, true, true);
            if (trial % 2 == 0) {
                samples.pass.index(found);
            }
            for (int slot : shuffled(61, random)) {
                samples.through(random.below(lanes), slot, slot);
            }
            if (trial % 2 == 1) {
                samples.pass.index(found);
            }
            for (int piece : shuffled(samples.pass.pieces(), random)) {
                samples.pass.gather(random.below(lanes), piece, found);
            }
            assertSameBits(samples.network, expected, found);
            assertEquals(expected.norm(), found.norm());
        }
    }

    @Test
    void onlyTheLinesOfInputsThatOccurAreTouchedInTheFirstLayers() {
        NetworkSpec spec =
                new NetworkSpec(50, 3, List.of(4), Activation.TANH, false, OutputKind.SOFTMAX, Critic.SEPARATE);
        PolicyNetwork network = NetworkCases.network(spec, new RandomStream(26));
        Samples samples = new Samples(network, List.of(only(50, 7, 31), only(50, 49), only(50)), new RandomStream(27));
        Gradients gradients = samples.gradient();
        int critic = network.layout().firstLine(1);
        for (int stack = 0; stack < 2; stack++) {
            for (int input = 0; input < 50; input++) {
                assertEquals(
                        input == 7 || input == 31 || input == 49,
                        gradients.isTouched(stack * critic + input),
                        "stack " + stack + ", input " + input);
            }
        }
        // Three inputs of each stack, three lines of logits and one of the value: those layers are narrow.
        assertEquals(2 * 3 + 3 + 1, gradients.touchedCount());
    }

    @Test
    void aSampleWithoutInputsHasGradientsBehindTheFirstLayerAlone() {
        NetworkSpec spec = new NetworkSpec(9, 3, List.of(4), Activation.TANH, true, OutputKind.SOFTMAX, Critic.NONE);
        PolicyNetwork network = NetworkCases.network(spec, new RandomStream(28));
        Samples samples = new Samples(network, List.of(only(9)), new RandomStream(29));
        Gradients gradients = samples.gradient();
        for (int input = 0; input < 9; input++) {
            assertFalse(gradients.isTouched(input));
        }
        assertTrue(gradients.isTouched(9), "biases");
        assertTrue(gradients.norm() > 0);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void stacksThatAreLeftOutAreNotTouched(boolean policy, boolean critic) {
        NetworkSpec spec =
                new NetworkSpec(9, 3, List.of(6, 30), Activation.TANH, true, OutputKind.SOFTMAX, Critic.SEPARATE);
        Samples samples = new Samples(spec, SAMPLES, new RandomStream(30));
        Gradients both = samples.gradient();
        Gradients one = new Gradients(samples.network);
        samples.addTo(one, 0, SAMPLES, policy, critic);
        int border = samples.network.layout().firstLine(1);
        float[][] expected = lines(samples.network, both);
        for (int line = 0; line < samples.network.layout().lines(); line++) {
            boolean belongs = line < border ? policy : critic;
            assertEquals(belongs && both.isTouched(line), one.isTouched(line), "line " + line);
            if (one.isTouched(line)) {
                assertArrayEquals(NetworkCases.bits(expected[line]), NetworkCases.bits(one.line(line)));
            }
        }
        assertTrue(one.norm() > 0.1);
    }

    @Test
    void anInputIsThePartOfLongerArraysThatItSays() {
        NetworkSpec spec = new NetworkSpec(4, 3, List.of(), Activation.RELU, false, OutputKind.SOFTMAX, Critic.NONE);
        PolicyNetwork network = NetworkCases.network(spec, new RandomStream(15));
        float[] expected = new ForwardPass(network).forward(new float[] {0, 5, 0, -1});
        BatchPass pass = new BatchPass(network, 2, 1);
        pass.begin(1, true, true);
        pass.input(0, new int[] {0, 1, 3, 2}, new float[] {7, 5, -1, 7}, 1, 3);
        pass.forward(0, 0);
        assertArrayEquals(expected, pass.outputs(0));
        Gradients gradients = new Gradients(network);
        pass.index(gradients);
        assertTrue(gradients.isTouched(1) && gradients.isTouched(3));
        assertEquals(2, gradients.touchedCount());
    }

    @Test
    void aLineIsTheSumOverItsSamplesInOrder() {
        NetworkSpec spec = new NetworkSpec(2, 2, List.of(), Activation.RELU, true, OutputKind.SOFTMAX, Critic.SHARED);
        PolicyNetwork network = NetworkCases.network(spec, new RandomStream(16));
        BatchPass pass = new BatchPass(network, 3, 1);
        pass.begin(3, true, true);
        pass.input(0, new int[] {1}, new float[] {2}, 0, 1);
        pass.input(1, new int[] {}, new float[] {}, 0, 0);
        pass.input(2, new int[] {0, 1}, new float[] {-1, 3}, 0, 2);
        for (int slot = 0; slot < 3; slot++) {
            pass.forward(0, slot);
            pass.outputGradient(slot)[0] = slot + 1;
            pass.outputGradient(slot)[1] = 10 * slot;
            pass.setValueGradient(slot, -1);
            pass.backward(0, slot);
        }
        Gradients gradients = new Gradients(network);
        pass.index(gradients);
        for (int piece = 0; piece < pass.pieces(); piece++) {
            pass.gather(0, piece, gradients);
        }
        // Input 0: −1 · (3, 20, −1); input 1: 2 · (1, 0, −1) + 3 · (3, 20, −1); biases: the three summed.
        assertArrayEquals(new float[] {-3, -20, 1}, gradients.line(0));
        assertArrayEquals(new float[] {11, 60, -5}, gradients.line(1));
        assertArrayEquals(new float[] {6, 30, -3}, gradients.line(2));
        assertEquals(Math.sqrt(9 + 400 + 1 + 121 + 3600 + 25 + 36 + 900 + 9), gradients.norm(), 1e-6);
    }

    @Test
    void changedWeightsAreUsedAfterRefresh() {
        NetworkSpec spec =
                new NetworkSpec(9, 3, List.of(5, 30), Activation.TANH, true, OutputKind.SOFTMAX, Critic.SHARED);
        Samples samples = new Samples(spec, SAMPLES, new RandomStream(31));
        samples.gradient();
        for (float[] line : samples.network.lines()) {
            for (int i = 0; i < line.length; i++) {
                line[i] *= 0.75f;
            }
        }
        Gradients stale = samples.gradient();
        samples.pass.refresh();
        Gradients refreshed = samples.gradient();
        samples.pass = new BatchPass(samples.network, SAMPLES, 1);
        assertSameBits(samples.network, samples.gradient(), refreshed);
        assertNotEquals(refreshed.norm(), stale.norm(), "the wide layers' weights are kept once more");
    }

    @Test
    void aBatchAllocatesNothingOnceWarm() {
        for (Critic critic : Critic.values()) {
            NetworkSpec spec =
                    new NetworkSpec(300, 6, List.of(40, 30), Activation.RELU, true, OutputKind.SOFTMAX, critic);
            Samples samples = new Samples(spec, 64, new RandomStream(32));
            Gradients gradients = new Gradients(samples.network);
            Runnable batch = () -> {
                gradients.clear();
                samples.addTo(gradients, 0, 64);
                samples.pass.refresh();
            };
            assertEquals(0, AllocatedBytes.leastOf(30, batch), critic.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 8})
    void refusesBatchesThatDoNotFit(int count) {
        Samples samples = new Samples(NetworkCases.all().findFirst().orElseThrow(), SAMPLES, new RandomStream(33));
        assertEquals(7, samples.pass.capacity());
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> samples.pass.begin(count, true, true));
        assertEquals("samples must be from 1 to 7, but were " + count, refusal.getMessage());
    }

    private static float[] only(int size, int... inputs) {
        float[] observation = new float[size];
        for (int input : inputs) {
            observation[input] = 1 + input;
        }
        return observation;
    }

    private static int[] shuffled(int count, RandomStream random) {
        int[] order = new int[count];
        for (int k = 0; k < count; k++) {
            int other = random.below(k + 1);
            order[k] = order[other];
            order[other] = k;
        }
        return order;
    }

    /** All lines, those that are not touched as zeros. */
    private static float[][] lines(PolicyNetwork network, Gradients gradients) {
        float[][] lines = network.layout().zeroLines();
        for (int line = 0; line < lines.length; line++) {
            if (gradients.isTouched(line)) {
                lines[line] = gradients.line(line).clone();
            }
        }
        return lines;
    }

    private static void assertSameBits(PolicyNetwork network, Gradients expected, Gradients found) {
        assertEquals(expected.touchedCount(), found.touchedCount());
        for (int line = 0; line < network.layout().lines(); line++) {
            assertEquals(expected.isTouched(line), found.isTouched(line));
            if (expected.isTouched(line)) {
                assertArrayEquals(
                        NetworkCases.bits(expected.line(line)), NetworkCases.bits(found.line(line)), "line " + line);
            }
        }
    }

    /** A network, samples to score, and the score. */
    private static final class Samples {

        private final PolicyNetwork network;
        private final NetworkSpec spec;
        private BatchPass pass;
        private final List<float[]> observations;
        private final List<int[]> indices = new ArrayList<>();
        private final List<float[]> values = new ArrayList<>();
        private final int[] actions;
        private final float[] weights;
        private final float[] valueWeights;
        private final float[] probabilities;
        private final ActionDistribution distribution;

        private Samples(NetworkSpec spec, int count, RandomStream random) {
            this(NetworkCases.network(spec, random), randomObservations(spec.inputs(), count, random), random);
        }

        private Samples(PolicyNetwork network, List<float[]> observations, RandomStream random) {
            this.network = network;
            this.spec = network.spec();
            this.observations = observations;
            int count = observations.size();
            this.pass = new BatchPass(network, count, 1);
            this.actions = new int[count];
            this.weights = new float[count];
            this.valueWeights = new float[count];
            this.probabilities = new float[spec.actions().choices()];
            this.distribution = spec.output().distribution();
            for (int s = 0; s < count; s++) {
                SparseVector sparse = NetworkCases.sparse(observations.get(s));
                indices.add(sparse.indices());
                values.add(sparse.values());
                actions[s] = random.below(spec.actions().choices());
                weights[s] = (float) random.gaussian();
                valueWeights[s] = (float) random.gaussian();
            }
        }

        private static List<float[]> randomObservations(int inputs, int count, RandomStream random) {
            List<float[]> observations = new ArrayList<>();
            for (int s = 0; s < count; s++) {
                observations.add(NetworkCases.observation(inputs, random));
            }
            return observations;
        }

        private Gradients gradient() {
            Gradients gradients = new Gradients(network);
            addTo(gradients, 0, observations.size());
            return gradients;
        }

        private void addTo(Gradients gradients, int from, int to) {
            addTo(gradients, from, to, true, true);
        }

        private void addTo(Gradients gradients, int from, int to, boolean policy, boolean critic) {
            begin(from, to, policy, critic);
            pass.index(gradients);
            for (int slot = 0; slot < to - from; slot++) {
                through(0, slot, from + slot);
            }
            for (int piece = 0; piece < pass.pieces(); piece++) {
                pass.gather(0, piece, gradients);
            }
        }

        private void begin(int from, int to, boolean policy, boolean critic) {
            pass.begin(to - from, policy, critic);
            for (int slot = 0; slot < to - from; slot++) {
                int s = from + slot;
                pass.input(slot, indices.get(s), values.get(s), 0, count(observations.get(s)));
            }
        }

        private static int count(float[] observation) {
            int count = 0;
            for (float x : observation) {
                count += x == 0 ? 0 : 1;
            }
            return count;
        }

        private void through(int lane, int slot, int s) {
            pass.forward(lane, slot);
            distribution.probabilities(pass.outputs(slot), probabilities);
            float[] gradient = pass.outputGradient(slot);
            Arrays.fill(gradient, 0);
            distribution.addLogLikelihoodGradient(probabilities, actions[s], weights[s], gradient);
            if (spec.critic() != Critic.NONE) {
                pass.setValueGradient(slot, valueWeights[s]);
            }
            pass.backward(lane, slot);
        }

        /** The central difference of the scalar, or NaN if a ReLU unit changes sides on the way. */
        private double difference(ReferenceNetwork reference, int array, int index) {
            double[] numbers = reference.parameters().get(array);
            double here = numbers[index];
            double step = 1e-5;
            numbers[index] = here + step;
            double above = scalar(reference);
            List<Boolean> sidesAbove = reference.takeSides();
            numbers[index] = here - step;
            double below = scalar(reference);
            List<Boolean> sidesBelow = reference.takeSides();
            numbers[index] = here;
            return sidesAbove.equals(sidesBelow) ? (above - below) / (2 * step) : Double.NaN;
        }

        private double scalar(ReferenceNetwork reference) {
            double sum = 0;
            for (int s = 0; s < observations.size(); s++) {
                double[] outputs = reference.outputs(observations.get(s));
                sum += weights[s] * reference.logProbability(outputs, actions[s]);
                sum += spec.critic() == Critic.NONE ? 0 : valueWeights[s] * outputs[spec.logits()];
            }
            return sum;
        }
    }
}
