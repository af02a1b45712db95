package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.BatchPass;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientStepTest {

    /** A sample with one input has the gradient that it is given; each input is a line. */
    private static final class OneInputEach implements GradientStep.Samples {
        private final float[][] gradients;

        private OneInputEach(float[]... gradients) {
            this.gradients = gradients;
        }

        @Override
        public void load(int sample, BatchPass pass, int slot) {
            pass.input(slot, new int[] {sample}, new float[] {1}, 0, 1);
        }

        @Override
        public void differentiate(int lane, int sample, BatchPass pass, int slot) {
            System.arraycopy(gradients[sample], 0, pass.outputGradient(slot), 0, gradients[sample].length);
        }
    }

    private final PolicyNetwork network = LineGradients.network(new float[2], new float[2], new float[2]);
    private final RecordingOptimizer optimizer = new RecordingOptimizer(network);

    @ParameterizedTest
    @CsvSource({"0, 5, 1", "5, 5, 1", "6, 5, 1", "2.5, 5, 0.5", "1, 5, 0.2"})
    void longGradientsAreShortenedInTheirDirection(double maxNorm, double norm, float factor) {
        assertEquals(norm, step(maxNorm, new OneInputEach(new float[] {3, 0}, new float[] {0, -4})), 1e-6);
        assertArrayEquals(
                new float[] {3 * factor, 0, 0, -4 * factor, 0, 0},
                optimizer.last().get(0),
                1e-6f);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void aGradientThatIsNoNumberIsRefusedAndChangesNothing(float number) {
        OneInputEach samples = new OneInputEach(new float[] {number, 0}, new float[] {0, -4});
        TrainingException refusal = assertThrows(TrainingException.class, () -> step(5, samples));
        assertEquals("has a gradient of norm " + number + ", expected a finite number", refusal.getMessage());
        assertEquals(0, optimizer.steps());
    }

    @Test
    void hugeGradientsAreShortenedToo() {
        assertEquals(5e30, step(1, new OneInputEach(new float[] {3e30f, 0}, new float[] {0, -4e30f})), 1e24);
        assertArrayEquals(
                new float[] {0.6f, 0, 0, -0.8f, 0, 0}, optimizer.last().get(0), 1e-6f);
    }

    /** More samples than go through the network together, and in several orders of threads. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void threadsDoNotShow(int threads) {
        for (Critic critic : Critic.values()) {
            for (boolean sparse : new boolean[] {false, true}) {
                assertArrayEquals(trained(critic, sparse, 1), trained(critic, sparse, threads));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aStepAllocatesNothingOnceWarm(int threads) {
        try (Workers workers = new Workers(threads)) {
            RandomSamples samples = new RandomSamples(Critic.SHARED);
            Optimizer adam = config(true).create(samples.network);
            GradientStep step = new GradientStep(samples.network, adam, 1, workers);
            Runnable steps = () -> {
                step.clear();
                step.add(samples, samples.order, 0, 600, true, true);
                step.apply(1, 0, 1);
            };
            assertEquals(0, AllocatedBytes.leastOf(30, steps));
            assertTrue(samples.network.isFinite());
        }
    }

    private double step(double maxNorm, OneInputEach samples) {
        try (Workers workers = new Workers(1)) {
            GradientStep step = new GradientStep(network, optimizer, maxNorm, workers);
            step.clear();
            step.add(samples, new int[] {1, 0}, 0, 2, true, true);
            return step.apply(1, 0, 1);
        }
    }

    private static OptimizerConfig config(boolean sparse) {
        return new OptimizerConfig(OptimizerConfig.Kind.ADAM, 0.01, 0.9, 0.9, 0.999, 1e-8, false, 1, sparse);
    }

    private static float[][] trained(Critic critic, boolean sparse, int threads) {
        RandomSamples samples = new RandomSamples(critic);
        Optimizer adam = config(sparse).create(samples.network);
        try (Workers workers = new Workers(threads)) {
            GradientStep step = new GradientStep(samples.network, adam, 1, workers);
            for (int k = 0; k < 5; k++) {
                step.clear();
                step.add(samples, samples.order, 100 * k, 700 + 60 * k, true, true);
                step.apply(1, 0, samples.network.spec().stacks());
            }
        }
        return samples.network.parameters().toArray(new float[0][]);
    }

    /** A network of some size, and a thousand samples whose loss is Σ ½ y² over all outputs, divided by 600. */
    private static final class RandomSamples implements GradientStep.Samples {
        private final PolicyNetwork network;
        private final SparseRows rows = new SparseRows();
        private final int[] order = new int[1000];

        private RandomSamples(Critic critic) {
            NetworkSpec spec =
                    new NetworkSpec(300, 6, List.of(40, 30), Activation.RELU, true, OutputKind.SOFTMAX, critic);
            WeightInit init = WeightInit.parse("gaussian:10");
            RandomStream random = new RandomStream(5);
            network = PolicyNetwork.fresh(spec, init, init, random);
            SparseVector row = new SparseVector(300);
            for (int sample = 0; sample < order.length; sample++) {
                row.clear();
                // Inputs from 200 on are rare.
                for (int input = 0; input < 300; input++) {
                    if (random.below(input < 200 ? 20 : 5000) == 0) {
                        row.add(input, (float) random.gaussian());
                    }
                }
                rows.add(row);
                order[sample] = sample;
            }
        }

        @Override
        public void load(int sample, BatchPass pass, int slot) {
            rows.load(sample, pass, slot);
        }

        @Override
        public void differentiate(int lane, int sample, BatchPass pass, int slot) {
            float[] outputs = pass.outputs(slot);
            float[] gradient = pass.outputGradient(slot);
            for (int i = 0; i < outputs.length; i++) {
                gradient[i] = outputs[i] / 600;
            }
            if (network.spec().critic() != Critic.NONE) {
                pass.setValueGradient(slot, pass.value(slot) / 600);
            }
        }
    }
}
