package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Gradients;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.SparseVector;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.agent.random.RandomStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReinforceTest {

    private static final int INPUTS = 6;

    static Stream<NetworkSpec> specs() {
        return Stream.of(
                new NetworkSpec(INPUTS, 2, List.of(), Activation.TANH, true, OutputKind.SIGMOID),
                new NetworkSpec(INPUTS, 2, List.of(5), Activation.TANH, false, OutputKind.SIGMOID),
                new NetworkSpec(INPUTS, 3, List.of(5), Activation.TANH, true, OutputKind.SOFTMAX),
                new NetworkSpec(INPUTS, 4, List.of(5, 4), Activation.TANH, true, OutputKind.SOFTMAX));
    }

    @Test
    void lossEntropyAndGradientAreTheHandWorkedOnes() {
        // One weight, log 3: π(0) = ¾ where the observation is 1, and ½ where it is 0.
        NetworkSpec spec = new NetworkSpec(1, 2, List.of(), Activation.RELU, false, OutputKind.SIGMOID);
        PolicyNetwork network = PolicyNetwork.of(spec, List.of(new float[] {(float) Math.log(3)}));
        SparseVector one = new SparseVector(1);
        one.add(0, 1);
        Trajectory episode = new Trajectory();
        episode.add(one, 0, 3, true);
        episode.add(one, 1, -1, true);
        episode.add(new SparseVector(1), 1, 1, true);
        // Returns 3, −1, 1 with mean 1 and deviation √(8/3): advantages √1.5, −√1.5, 0.
        double advantage = Math.sqrt(1.5);

        Reinforce reinforce = new Reinforce(network, 0.9);
        Gradients gradients = new Gradients(network);
        reinforce.addGradient(episode, gradients);
        assertEquals(-advantage * (Math.log(0.75) - Math.log(0.25)), reinforce.loss(), 1e-6);
        double entropy = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
        assertEquals(2 * entropy + Math.log(2), reinforce.entropy(), 1e-6);
        // −A₀ (1 − ¾) − A₁ (0 − ¾) = −A (¼ + ¾).
        assertEquals(-advantage, gradients.arrays().get(0)[0], 1e-6);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void gradientIsTheFiniteDifferenceOfTheLoss(NetworkSpec spec) {
        RandomStream random = new RandomStream(31);
        PolicyNetwork network = network(spec, random);
        Trajectory episode = episode(spec, random, 40);
        Gradients gradients = new Gradients(network);
        Reinforce reinforce = new Reinforce(network, 0.9);
        reinforce.addGradient(episode, gradients);

        Gradients unused = new Gradients(network);
        for (int k = 0; k < network.parameters().size(); k++) {
            float[] parameters = network.parameters().get(k);
            double errors = 0;
            double squares = 0;
            for (int i = 0; i < parameters.length; i++) {
                float here = parameters[i];
                double[] slopes = new double[2];
                for (int s = 0; s < 2; s++) {
                    float step = 0x1p-4f / (1 << s);
                    parameters[i] = here + step;
                    reinforce.addGradient(episode, unused);
                    double above = reinforce.loss();
                    float top = parameters[i];
                    parameters[i] = here - step;
                    reinforce.addGradient(episode, unused);
                    slopes[s] = (above - reinforce.loss()) / (top - (double) parameters[i]);
                }
                parameters[i] = here;
                // Richardson: the error of the two slopes is as 4 to 1.
                double slope = (4 * slopes[1] - slopes[0]) / 3;
                errors += Math.pow(gradients.arrays().get(k)[i] - slope, 2);
                squares += slope * slope;
            }
            assertTrue(squares > 0.01, "parameters " + k + " should matter");
            assertTrue(Math.sqrt(errors / squares) < 1e-3, "parameters " + k + ": " + Math.sqrt(errors / squares));
        }
    }

    @Test
    void lossesOfSeveralEpisodesAddUp() {
        NetworkSpec spec = specs().toList().get(2);
        RandomStream random = new RandomStream(32);
        PolicyNetwork network = network(spec, random);
        Trajectory first = episode(spec, random, 30);
        Trajectory second = episode(spec, random, 20);
        Reinforce reinforce = new Reinforce(network, 0.9);
        Gradients both = new Gradients(network);
        reinforce.addGradient(first, both);
        reinforce.addGradient(second, both);

        Gradients one = new Gradients(network);
        Gradients other = new Gradients(network);
        new Reinforce(network, 0.9).addGradient(first, one);
        new Reinforce(network, 0.9).addGradient(second, other);
        one.add(other);
        for (int k = 0; k < both.arrays().size(); k++) {
            assertArrayEquals(one.arrays().get(k), both.arrays().get(k), 1e-5f);
        }
        assertTrue(both.norm() > 0.1);
    }

    @Test
    void anEpisodeWithoutDifferencesTeachesNothing() {
        NetworkSpec spec = specs().toList().get(0);
        PolicyNetwork network = network(spec, new RandomStream(33));
        Trajectory episode = new Trajectory();
        SparseVector observation = new SparseVector(INPUTS);
        observation.add(0, 1);
        for (int t = 0; t < 10; t++) {
            episode.add(observation, 1, 0.1f, true);
        }
        Reinforce reinforce = new Reinforce(network, 0.9);
        Gradients gradients = new Gradients(network);
        reinforce.addGradient(episode, gradients);
        assertEquals(0, gradients.norm());
        assertEquals(0, reinforce.loss());
    }

    @Test
    void longEpisodesAreTakenAndLearningAllocatesNothingOnceWarm() {
        NetworkSpec spec = specs().toList().get(3);
        RandomStream random = new RandomStream(34);
        PolicyNetwork network = network(spec, random);
        Trajectory episode = episode(spec, random, 3000);
        Reinforce reinforce = new Reinforce(network, 0.99);
        Gradients gradients = new Gradients(network);
        assertEquals(0, AllocatedBytes.leastOf(30, () -> reinforce.addGradient(episode, gradients)));
        assertTrue(Double.isFinite(reinforce.loss()) && reinforce.entropy() > 0);
    }

    private static PolicyNetwork network(NetworkSpec spec, RandomStream random) {
        return PolicyNetwork.fresh(spec, WeightInit.parse("gaussian"), WeightInit.parse("gaussian"), random);
    }

    private static Trajectory episode(NetworkSpec spec, RandomStream random, int length) {
        Trajectory episode = new Trajectory();
        SparseVector observation = new SparseVector(INPUTS);
        for (int t = 0; t < length; t++) {
            observation.clear();
            for (int i = 0; i < INPUTS; i++) {
                observation.add(i, random.uniform() < 0.5 ? 0 : (float) random.gaussian());
            }
            episode.add(observation, random.below(spec.actions()), random.below(3) - 1, random.below(5) == 0);
        }
        return episode;
    }
}
