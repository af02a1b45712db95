package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gradients against central differences of the loss {@code L = Σ w log π(a | s)} over a few samples. The loss is computed here, in
 * double, from the network's float logits. Two step sizes, both powers of two, are combined (Richardson) so that the steps can be
 * large enough for float; a direction in which even the smallest step makes a ReLU unit change
 * sides is left out, and only few may be.
 */
class BackwardTest {

    private static final int SAMPLES = 6;
    private static final double TOLERANCE = 1e-3;

    @ParameterizedTest
    @MethodSource("io.github.gdxagents.agent.network.NetworkCases#all")
    void everyParametersGradientIsTheFiniteDifference(NetworkSpec spec) {
        Problem problem = new Problem(spec, new RandomStream(21));
        List<float[]> gradient = problem.gradient(false).arrays();
        List<float[]> parameters = problem.network.parameters();
        int compared = 0;
        int kinks = 0;
        for (int k = 0; k < parameters.size(); k++) {
            double highest = 0;
            for (float g : gradient.get(k)) {
                highest = Math.max(highest, Math.abs(g));
            }
            assertTrue(highest > 0.01, "parameters " + k + " should matter");
            double errors = 0;
            double squares = 0;
            for (int i = 0; i < parameters.get(k).length; i++) {
                List<float[]> direction = Parameters.zeros(parameters);
                direction.get(k)[i] = 1;
                double difference = problem.derivative(direction);
                if (Double.isNaN(difference)) {
                    kinks++;
                    continue;
                }
                double error = gradient.get(k)[i] - difference;
                assertEquals(
                        0,
                        error,
                        TOLERANCE * Math.max(Math.abs(difference), 0.1 * highest),
                        "parameter " + k + ", " + i);
                errors += error * error;
                squares += difference * difference;
                compared++;
            }
            assertTrue(Math.sqrt(errors / squares) < TOLERANCE, "parameters " + k + ": " + Math.sqrt(errors / squares));
        }
        assertEquals(spec.parameters(), compared + kinks);
        assertTrue(kinks <= 0.1 * compared, kinks + " kinks");
    }

    @ParameterizedTest
    @MethodSource("io.github.gdxagents.agent.network.NetworkCases#all")
    void directionalDerivativesAreTheFiniteDifferences(NetworkSpec spec) {
        RandomStream random = new RandomStream(22);
        Problem problem = new Problem(spec, random);
        Gradients gradients = problem.gradient(true);
        int compared = 0;
        for (int trial = 0; trial < 20; trial++) {
            List<float[]> direction = Parameters.zeros(gradients.arrays());
            double dot = 0;
            double length = 0;
            for (int k = 0; k < direction.size(); k++) {
                for (int i = 0; i < direction.get(k).length; i++) {
                    // A random direction that is not at right angles to the gradient.
                    float x = (float)
                            (0.2 * random.gaussian() + gradients.arrays().get(k)[i] / gradients.norm());
                    direction.get(k)[i] = x;
                    dot += (double) x * gradients.arrays().get(k)[i];
                    length += (double) x * x;
                }
            }
            for (float[] array : direction) {
                for (int i = 0; i < array.length; i++) {
                    array[i] /= (float) Math.sqrt(length);
                }
            }
            dot /= Math.sqrt(length);
            double difference = problem.derivative(direction);
            if (!Double.isNaN(difference)) {
                assertEquals(difference, dot, TOLERANCE * Math.max(Math.abs(difference), 0.1 * gradients.norm()));
                compared++;
            }
        }
        assertTrue(compared >= 5, compared + " directions compared");
    }

    @ParameterizedTest
    @MethodSource("io.github.gdxagents.agent.network.NetworkCases#all")
    void sparseWayGivesTheSameBitsAsDenseWay(NetworkSpec spec) {
        Problem problem = new Problem(spec, new RandomStream(23));
        List<float[]> dense = problem.gradient(false).arrays();
        List<float[]> sparse = problem.gradient(true).arrays();
        for (int k = 0; k < dense.size(); k++) {
            assertArrayEquals(dense.get(k), sparse.get(k));
        }
        assertEquals(
                problem.gradient(false).touchedInputs(), problem.gradient(true).touchedInputs());
    }

    @ParameterizedTest
    @MethodSource("io.github.gdxagents.agent.network.NetworkCases#all")
    void gradientsOfSeveralPassesAddUp(NetworkSpec spec) {
        RandomStream random = new RandomStream(24);
        PolicyNetwork network = NetworkCases.network(spec, random);
        ForwardPass pass = new ForwardPass(network);
        float[] observation = NetworkCases.observation(spec.inputs(), random);
        float[] atLogits = new float[spec.outputsOf(spec.layers() - 1)];
        Arrays.fill(atLogits, 0.25f);
        Gradients once = new Gradients(network);
        Gradients twice = new Gradients(network);
        pass.forward(observation);
        pass.backward(atLogits, once);
        pass.backward(atLogits, twice);
        pass.backward(atLogits, twice);
        assertNotEquals(0, once.norm());
        for (int k = 0; k < once.arrays().size(); k++) {
            for (int i = 0; i < once.arrays().get(k).length; i++) {
                assertEquals(2 * once.arrays().get(k)[i], twice.arrays().get(k)[i]);
            }
        }
        for (float x : atLogits) {
            assertEquals(0.25f, x, "the caller's array");
        }
    }

    /** A network, samples to score, and the score itself. */
    private static final class Problem {

        private final PolicyNetwork network;
        private final NetworkSpec spec;
        private final ForwardPass pass;
        private final List<float[]> observations = new ArrayList<>();
        private final int[] actions = new int[SAMPLES];
        private final float[] weights = new float[SAMPLES];

        private Problem(NetworkSpec spec, RandomStream random) {
            this.spec = spec;
            this.network = NetworkCases.network(spec, random);
            this.pass = new ForwardPass(network);
            for (int s = 0; s < SAMPLES; s++) {
                observations.add(NetworkCases.observation(spec.inputs(), random));
                actions[s] = random.below(spec.actions());
                weights[s] = (float) random.gaussian();
            }
        }

        private Gradients gradient(boolean sparse) {
            Gradients gradients = new Gradients(network);
            ActionDistribution distribution = spec.output().distribution();
            float[] probabilities = new float[spec.actions()];
            for (int s = 0; s < SAMPLES; s++) {
                float[] observation = observations.get(s);
                float[] logits = sparse ? pass.forward(NetworkCases.sparse(observation)) : pass.forward(observation);
                distribution.probabilities(logits, probabilities);
                float[] atLogits = new float[logits.length];
                distribution.addLogLikelihoodGradient(probabilities, actions[s], weights[s], atLogits);
                pass.backward(atLogits, gradients);
            }
            return gradients;
        }

        /** The derivative along a direction with the largest step that keeps all ReLU units on their sides, NaN if none does. */
        private double derivative(List<float[]> direction) {
            double derivative = Double.NaN;
            for (double step = 0x1p-4; Double.isNaN(derivative) && step >= 0x1p-8; step /= 4) {
                derivative = derivative(direction, step);
            }
            return derivative;
        }

        private double derivative(List<float[]> direction, double step) {
            List<float[]> here = Parameters.copyOf(network.parameters());
            double[] losses = new double[4];
            boolean kink = false;
            List<Boolean> sides = sides();
            for (int i = 0; i < losses.length; i++) {
                move(here, direction, (i < 2 ? step : step / 2) * (i % 2 == 0 ? 1 : -1));
                losses[i] = loss();
                kink |= !sides.equals(sides());
            }
            network.set(here);
            double coarse = (losses[0] - losses[1]) / (2 * step);
            double fine = (losses[2] - losses[3]) / step;
            return kink ? Double.NaN : (4 * fine - coarse) / 3;
        }

        private void move(List<float[]> from, List<float[]> direction, double step) {
            for (int k = 0; k < from.size(); k++) {
                float[] to = network.parameters().get(k);
                for (int i = 0; i < to.length; i++) {
                    to[i] = (float) (from.get(k)[i] + step * direction.get(k)[i]);
                }
            }
        }

        /** Σ w log π, in double. */
        private double loss() {
            double loss = 0;
            for (int s = 0; s < SAMPLES; s++) {
                float[] logits = pass.forward(observations.get(s));
                double logProbability;
                if (spec.output() == OutputKind.SIGMOID) {
                    double z = actions[s] == 0 ? logits[0] : -logits[0];
                    logProbability = -Math.log1p(Math.exp(-z));
                } else {
                    double sum = 0;
                    for (float logit : logits) {
                        sum += Math.exp(logit);
                    }
                    logProbability = logits[actions[s]] - Math.log(sum);
                }
                loss += weights[s] * logProbability;
            }
            return loss;
        }

        /** For each ReLU unit and sample, whether it is on. */
        private List<Boolean> sides() {
            List<Boolean> sides = new ArrayList<>();
            for (float[] observation : observations) {
                pass.forward(observation);
                for (int layer = 0; layer < spec.hidden().size(); layer++) {
                    for (float x : pass.hidden(layer)) {
                        sides.add(spec.activation() == Activation.RELU && x > 0);
                    }
                }
            }
            return sides;
        }
    }
}
