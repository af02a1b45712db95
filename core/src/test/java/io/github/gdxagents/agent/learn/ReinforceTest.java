package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReinforceTest {

    private static final int INPUTS = 6;

    private final Workers workers = new Workers(1);

    static Stream<NetworkSpec> specs() {
        return Stream.of(
                new NetworkSpec(INPUTS, 2, List.of(), Activation.TANH, true, OutputKind.SIGMOID, Critic.NONE),
                new NetworkSpec(INPUTS, 2, List.of(5), Activation.TANH, false, OutputKind.SIGMOID, Critic.NONE),
                new NetworkSpec(INPUTS, 3, List.of(5), Activation.TANH, true, OutputKind.SOFTMAX, Critic.NONE),
                new NetworkSpec(INPUTS, 4, List.of(5, 4), Activation.TANH, true, OutputKind.SOFTMAX, Critic.NONE));
    }

    @AfterEach
    void endThreads() {
        workers.close();
    }

    @Test
    void lossEntropyAndGradientAreTheHandWorkedOnes() {
        // One weight, log 3: π(0) = ¾ where the observation is 1, and ½ where it is 0.
        NetworkSpec spec = new NetworkSpec(1, 2, List.of(), Activation.RELU, false, OutputKind.SIGMOID, Critic.NONE);
        PolicyNetwork network = PolicyNetwork.of(spec, List.of(new float[] {(float) Math.log(3)}));
        SparseVector one = new SparseVector(1);
        one.add(0, 1);
        Trajectory episode = new Trajectory();
        episode.add(one, 0, 3, true);
        episode.add(one, 1, -1, true);
        episode.add(new SparseVector(1), 1, 1, true);
        // Returns 3, −1, 1 with mean 1 and deviation √(8/3): advantages √1.5, −√1.5, 0.
        double advantage = Math.sqrt(1.5);

        RecordingOptimizer optimizer = new RecordingOptimizer(network);
        UpdateLoss found = reinforce(network, optimizer, 0.9, 0, episode).learn(0, 1000);
        // Means over three decisions.
        assertEquals(-advantage * (Math.log(0.75) - Math.log(0.25)) / 3, found.policy(), 1e-6);
        double entropy = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
        assertEquals((2 * entropy + Math.log(2)) / 3, found.entropy(), 1e-6);
        // −A₀ (1 − ¾) − A₁ (0 − ¾) = −A (¼ + ¾), a sum.
        assertEquals(-advantage, optimizer.last().get(0)[0], 1e-6);
        assertEquals(advantage, found.gradientNorm(), 1e-6);
        assertEquals(List.of(0.5), optimizer.rateFactors());
        // Action 0 is the most probable one, or the first of two equal ones: taken once.
        assertEquals(1.0 / 3, found.accuracy(), 1e-12);
        assertEquals(0, found.kl());
        assertEquals(0, found.clipped());
        assertTrue(Double.isNaN(found.value()));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void gradientIsTheFiniteDifferenceOfTheLoss(NetworkSpec spec) {
        RandomStream random = new RandomStream(31);
        PolicyNetwork network = network(spec, random);
        RecordingOptimizer optimizer = new RecordingOptimizer(network);
        Reinforce reinforce = reinforce(network, optimizer, 0.9, 0, episode(spec, random, 40));
        reinforce.learn(0, 0);
        FiniteDifferences.assertGradient(
                network,
                optimizer.last(),
                0x1p-4f,
                0.01,
                1e-3,
                () -> 40 * reinforce.learn(0, 0).policy());
    }

    @Test
    void lossesOfSeveralEpisodesAddUp() {
        NetworkSpec spec = specs().toList().get(2);
        RandomStream random = new RandomStream(32);
        PolicyNetwork network = network(spec, random);
        Trajectory first = episode(spec, random, 30);
        Trajectory second = episode(spec, random, 20);
        RecordingOptimizer optimizer = new RecordingOptimizer(network);
        UpdateLoss both = reinforce(network, optimizer, 0.9, 0, first, second).learn(0, 0);
        UpdateLoss one = reinforce(network, optimizer, 0.9, 0, first).learn(0, 0);
        UpdateLoss other = reinforce(network, optimizer, 0.9, 0, second).learn(0, 0);
        for (int k = 0; k < 4; k++) {
            for (int i = 0; i < optimizer.last().get(k).length; i++) {
                double sum = optimizer.gradients().get(1).get(k)[i]
                        + optimizer.gradients().get(2).get(k)[i];
                assertEquals(sum, optimizer.gradients().get(0).get(k)[i], 1e-5);
            }
        }
        assertEquals(50 * both.policy(), 30 * one.policy() + 20 * other.policy(), 1e-9);
        assertTrue(both.gradientNorm() > 0.1);
    }

    @ParameterizedTest
    @CsvSource({"50, 1", "60, 1", "49, 2", "25, 2", "20, 3", "7, 8"})
    void miniBatchesTakeEachDecisionOnceAndStepWithTheirMeans(int miniBatch, int steps) {
        NetworkSpec spec = specs().toList().get(2);
        RandomStream random = new RandomStream(35);
        PolicyNetwork network = network(spec, random);
        Trajectory episode = episode(spec, random, 50);
        RecordingOptimizer optimizer = new RecordingOptimizer(network);
        UpdateLoss whole = reinforce(network, optimizer, 0.9, 0, episode).learn(3, 0);
        UpdateLoss parts =
                reinforce(network, optimizer, 0.9, miniBatch, episode).learn(3, 0);
        assertEquals(1 + steps, optimizer.steps());
        for (int k = 0; k < 4; k++) {
            for (int i = 0; i < optimizer.last().get(k).length; i++) {
                double sum = 0;
                for (int step = 0; step < steps; step++) {
                    int size = step < steps - 1 ? miniBatch : 50 - (steps - 1) * miniBatch;
                    sum += size * (double) optimizer.gradients().get(1 + step).get(k)[i];
                }
                assertEquals(optimizer.gradients().get(0).get(k)[i], sum, 2e-5);
            }
        }
        // The weights stand still here, so what is found is the same.
        assertEquals(whole.policy(), parts.policy(), 1e-9);
        assertEquals(whole.entropy(), parts.entropy(), 1e-9);
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
        RecordingOptimizer optimizer = new RecordingOptimizer(network);
        UpdateLoss found = reinforce(network, optimizer, 0.9, 0, episode).learn(0, 0);
        assertEquals(0, found.gradientNorm());
        assertEquals(0, Math.abs(found.policy()));
    }

    @Test
    void longEpisodesAreTakenAndLearningAllocatesOnlyItsReportOnceWarm() {
        NetworkSpec spec = specs().toList().get(3);
        RandomStream random = new RandomStream(34);
        PolicyNetwork network = network(spec, random);
        Optimizer optimizer = LearnerConfigs.small().optimizer().create(network);
        Reinforce reinforce = reinforce(network, optimizer, 0.99, 0, episode(spec, random, 3000));
        UpdateLoss[] found = new UpdateLoss[1];
        long bytes = AllocatedBytes.leastOf(30, () -> found[0] = reinforce.learn(0, 0));
        assertTrue(bytes < 200, bytes + " bytes");
        assertTrue(Double.isFinite(found[0].policy()) && found[0].entropy() > 0);
    }

    /** A learner that has just played these episodes. */
    private Reinforce reinforce(
            PolicyNetwork network, Optimizer optimizer, double gamma, int miniBatch, Trajectory... episodes) {
        LearnerConfig config = LearnerConfigs.small(
                "gamma", Double.toString(gamma),
                "mini-batch", Integer.toString(miniBatch),
                "rate-end", "1000",
                "rate-floor", "0.5",
                "batch-episodes", Integer.toString(episodes.length));
        GradientStep step = new GradientStep(network, optimizer, 0, workers);
        Environment unused = new BanditEnvironment(
                network.spec().inputs(), network.spec().actions().choices(), 1, 1);
        Reinforce reinforce = new Reinforce(config, 1, List.of(unused), network, step, workers);
        Map<Integer, Trajectory> played = new TreeMap<>();
        Arrays.asList(episodes).forEach(episode -> played.put(played.size(), episode));
        reinforce.restore(new Experience(played, List.of(), List.of()));
        return reinforce;
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
            episode.add(observation, random.below(spec.actions().choices()), random.below(3) - 1, random.below(5) == 0);
        }
        return episode;
    }
}
