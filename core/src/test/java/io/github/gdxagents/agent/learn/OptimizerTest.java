package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.network.Gradients;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected numbers were worked out in double from the formulas in the classes' comments, by another program. */
class OptimizerTest {

    private static final float TOLERANCE = 2e-6f;

    private static final float[][] FIRST_GRADIENTS = {{0.5f, 0}, {-3, 0}};
    private static final float[][] SECOND_GRADIENTS = {{-0.25f, 0}, {1, 0}};
    private static final float[] NOTHING = {};

    private final PolicyNetwork network = LineGradients.network(new float[] {1, 5}, new float[] {-2, 7});

    static Stream<OptimizerConfig> configs() {
        return Stream.of(
                config(OptimizerConfig.Kind.RMSPROP, 0.01, false, false),
                config(OptimizerConfig.Kind.RMSPROP, 0.01, true, false),
                config(OptimizerConfig.Kind.ADAM, 0.01, false, false),
                config(OptimizerConfig.Kind.RMSPROP, 0.01, false, true),
                config(OptimizerConfig.Kind.RMSPROP, 0.01, true, true),
                config(OptimizerConfig.Kind.ADAM, 0.01, false, true));
    }

    static Stream<OptimizerConfig> sparseConfigs() {
        return configs().filter(OptimizerConfig::sparse);
    }

    @Test
    void rmsPropWithASmallEpsilonIsTheHandWorkedOne() {
        Optimizer optimizer =
                config(OptimizerConfig.Kind.RMSPROP, 1e-5, false, false).create(network);
        step(optimizer, FIRST_GRADIENTS);
        assertWeights(0.683792232718331, -1.6837755672813592);
        assertArrayEquals(new float[] {0.025f, 0, 0.9f, 0}, optimizer.memory().get(0), 1e-6f);
        step(optimizer, SECOND_GRADIENTS);
        assertWeights(0.8312254937338656, -1.7886029520639717);
        assertArrayEquals(
                new float[] {0.02875f, 0, 0.91f, 0}, optimizer.memory().get(0), 1e-6f);
    }

    @Test
    void rmsPropWithEpsilonOutsideTheRootIsTheHandWorkedOne() {
        Optimizer optimizer =
                config(OptimizerConfig.Kind.RMSPROP, 0.01, false, false).create(network);
        step(optimizer, FIRST_GRADIENTS);
        assertWeights(0.7025825642401226, -1.687070797405096);
        step(optimizer, SECOND_GRADIENTS);
        assertWeights(0.8418131485142339, -1.7908117800863737);
    }

    @Test
    void rmsPropWithEpsilonInsideTheRootIsTheHandWorkedOne() {
        Optimizer optimizer =
                config(OptimizerConfig.Kind.RMSPROP, 0.01, true, false).create(network);
        step(optimizer, FIRST_GRADIENTS);
        assertWeights(0.7327387580875756, -1.6855145489834245);
        step(optimizer, SECOND_GRADIENTS);
        assertWeights(0.8597388850877661, -1.789771756011962);
    }

    @Test
    void adamIsTheHandWorkedOne() {
        Optimizer optimizer =
                config(OptimizerConfig.Kind.ADAM, 0.01, false, false).create(network);
        step(optimizer, FIRST_GRADIENTS);
        assertWeights(0.9019607843137254, -1.9003322259136213);
        step(optimizer, SECOND_GRADIENTS);
        assertWeights(0.8759498656362397, -1.8604165728558164);
        // Means, squares, and the steps of each line.
        assertEquals(3, optimizer.memory().size());
        assertArrayEquals(new float[] {0.02f, 0, -0.17f, 0}, optimizer.memory().get(0), 1e-6f);
        assertArrayEquals(
                new float[] {0.0031f, 0, 0.0991f, 0}, optimizer.memory().get(1), 1e-6f);
        assertArrayEquals(new float[] {2, 2}, optimizer.memory().get(2));
    }

    /** The bias correction comes from a table at first, then from the formula. */
    @ParameterizedTest
    @ValueSource(ints = {1, 19_998, 19_999, 20_000, 50_000, 16_777_216})
    void adamsBiasCorrectionIsThatOfTheStep(int steps) {
        OptimizerConfig config =
                new OptimizerConfig(OptimizerConfig.Kind.ADAM, 0.1, 0.9, 0.9, 0.9999, 0.01, false, 0, false);
        Optimizer optimizer = config.create(network);
        optimizer.restore(
                steps, List.of(new float[] {0.3f, 0, 0, 0}, new float[] {0.2f, 0, 0, 0}, new float[] {steps, steps}));
        step(optimizer, FIRST_GRADIENTS);
        double m = 0.9 * 0.3 + 0.1 * 0.5;
        double v = 0.9999 * 0.2 + (1 - 0.9999) * 0.25;
        double t = steps + 1.0;
        double expected =
                1 - 0.1 * (m / (1 - Math.pow(0.9, t))) / (Math.sqrt(v / (1 - Math.pow((float) 0.9999, t))) + 0.01);
        assertEquals(expected, network.parameters().get(0)[0], 2e-6);
    }

    @ParameterizedTest
    @MethodSource("configs")
    void gradientsAreScaledAndTheRateIsMultiplied(OptimizerConfig config) {
        Optimizer optimizer = config.create(network);
        optimizer.update(0, optimizer.begin(LineGradients.of(network, FIRST_GRADIENTS), 0.5f, 0.25, 0, 2));
        PolicyNetwork twin = LineGradients.network(new float[] {1, 5}, new float[] {-2, 7});
        OptimizerConfig quarter = new OptimizerConfig(
                config.kind(), 0.025, 0.9, 0.9, 0.99, 0.01, config.epsilonInsideRoot(), 0, config.sparse());
        Optimizer expected = quarter.create(twin);
        step(expected, twin, new float[] {0.25f, 0}, new float[] {-1.5f, 0});
        assertArrayEquals(twin.parameters().get(0), network.parameters().get(0), 1e-7f);
        assertArrayEquals(expected.memory().get(0), optimizer.memory().get(0), 1e-7f);
        assertNotEquals(1, network.parameters().get(0)[0]);
    }

    @ParameterizedTest
    @MethodSource("configs")
    void weightsWithoutGradientStay(OptimizerConfig config) {
        Optimizer optimizer = config.create(network);
        step(optimizer, FIRST_GRADIENTS);
        step(optimizer, SECOND_GRADIENTS);
        assertEquals(5, network.parameters().get(0)[1]);
        assertEquals(7, network.parameters().get(0)[3]);
    }

    @ParameterizedTest
    @MethodSource("configs")
    void gradientsAreLeftAsTheyAre(OptimizerConfig config) {
        Gradients gradients = LineGradients.of(network, FIRST_GRADIENTS);
        Optimizer optimizer = config.create(network);
        optimizer.update(0, optimizer.begin(gradients, 2, 1, 0, 2));
        assertArrayEquals(new float[] {0.5f, 0}, gradients.line(0));
        assertArrayEquals(new float[] {-3, 0}, gradients.line(1));
    }

    @ParameterizedTest
    @MethodSource("configs")
    void goesDownhill(OptimizerConfig config) {
        // The loss Σ (w − 0.5)² has its lowest point at 0.5.
        Optimizer optimizer = config.create(network);
        for (int step = 0; step < 500; step++) {
            float[][] gradients = {network.lines()[0].clone(), network.lines()[1].clone()};
            for (float[] gradient : gradients) {
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] = 2 * (gradient[i] - 0.5f);
                }
            }
            step(optimizer, gradients);
        }
        for (float w : network.parameters().get(0)) {
            assertEquals(0.5, w, 0.11);
        }
    }

    @ParameterizedTest
    @MethodSource("configs")
    void aRestoredOptimizerGoesOnAsTheOldOneWould(OptimizerConfig config) {
        RandomStream random = new RandomStream(1);
        Optimizer one = config.create(network);
        for (int step = 0; step < 5; step++) {
            step(one, gradients(random, step));
        }
        PolicyNetwork same = PolicyNetwork.of(network.spec(), network.parameters());
        Optimizer other = config.create(same);
        List<float[]> memory = one.memory();
        other.restore(one.steps(), memory);
        memory.forEach(array -> array[0] = Float.NaN);
        one.memory().forEach(array -> array[0] = Float.NaN);
        assertEquals(5, other.steps());
        for (int step = 0; step < 5; step++) {
            float[][] gradients = gradients(random, step);
            step(one, gradients);
            step(other, same, gradients);
        }
        assertArrayEquals(network.parameters().get(0), same.parameters().get(0), 0);
        for (int k = 0; k < one.memory().size(); k++) {
            assertArrayEquals(one.memory().get(k), other.memory().get(k), 0);
        }
        assertEquals(10, other.steps());
    }

    @Test
    void adamsMemoryOfVersionOneHasTheSameStepsForAllLines() {
        Optimizer adam = config(OptimizerConfig.Kind.ADAM, 0.01, false, true).create(network);
        adam.restore(7, List.of(new float[] {1, 2, 3, 4}, new float[] {5, 6, 7, 8}));
        assertEquals(7, adam.steps());
        assertArrayEquals(new float[] {1, 2, 3, 4}, adam.memory().get(0));
        assertArrayEquals(new float[] {5, 6, 7, 8}, adam.memory().get(1));
        assertArrayEquals(new float[] {7, 7}, adam.memory().get(2));
    }

    @ParameterizedTest
    @MethodSource("configs")
    void refusesAMemoryThatDoesNotFit(OptimizerConfig config) {
        Optimizer optimizer = config.create(network);
        for (List<float[]> wrong : List.of(
                List.<float[]>of(),
                List.of(new float[2]),
                List.of(new float[3], new float[4]),
                List.of(new float[4], new float[3]),
                List.of(new float[4], new float[4], new float[3]),
                List.of(new float[4], new float[4], new float[2], new float[1]))) {
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> optimizer.restore(3, wrong));
            assertTrue(refusal.getMessage().startsWith("memory of "), refusal.getMessage());
            assertEquals(0, optimizer.steps());
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, 0.5f, Float.NaN, Float.POSITIVE_INFINITY, -2e9f})
    void refusesStepsThatAreNoCounts(float steps) {
        Optimizer adam = config(OptimizerConfig.Kind.ADAM, 0.01, false, true).create(network);
        List<float[]> memory = List.of(new float[4], new float[4], new float[] {3, steps});
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> adam.restore(3, memory));
        assertTrue(refusal.getMessage().startsWith("memory of Adam"), refusal.getMessage());
        assertEquals(0, adam.steps());
        assertArrayEquals(new float[2], adam.memory().get(2));
    }

    @ParameterizedTest
    @MethodSource("configs")
    void aStepAllocatesNothing(OptimizerConfig config) {
        PolicyNetwork many = LineGradients.network(new float[1000][10]);
        Gradients gradients = LineGradients.of(many, new float[1000][10]);
        Optimizer optimizer = config.create(many);
        assertEquals(
                0, AllocatedBytes.leastOf(20, () -> optimizer.update(0, optimizer.begin(gradients, 1, 1, 0, 1000))));
    }

    @ParameterizedTest
    @MethodSource("configs")
    void anyDivisionOfAStepGivesTheSameBytes(OptimizerConfig config) {
        RandomStream random = new RandomStream(2);
        float[][] weights = new float[50][6];
        for (float[] line : weights) {
            fill(line, random);
        }
        PolicyNetwork whole = LineGradients.network(weights);
        PolicyNetwork divided = LineGradients.network(weights);
        Optimizer one = config.create(whole);
        Optimizer other = config.create(divided);
        for (int step = 0; step < 20; step++) {
            float[][] lines = new float[50][];
            for (int line = 0; line < 50; line++) {
                lines[line] = random.below(3) == 0 ? NOTHING : new float[6];
                fill(lines[line], random);
            }
            step(one, whole, lines);
            int positions = other.begin(LineGradients.of(divided, lines), 1, 1, 0, 50);
            int end = positions;
            // From the back, in pieces of 0 to 9.
            while (end > 0) {
                int from = Math.max(0, end - random.below(10));
                other.update(from, end);
                end = from;
            }
        }
        assertArrayEquals(whole.parameters().get(0), divided.parameters().get(0), 0);
        for (int k = 0; k < one.memory().size(); k++) {
            assertArrayEquals(one.memory().get(k), other.memory().get(k), 0);
        }
    }

    @ParameterizedTest
    @MethodSource("configs")
    void onlyTheLinesAskedForAreChanged(OptimizerConfig config) {
        PolicyNetwork three = LineGradients.network(new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6});
        Optimizer optimizer = config.create(three);
        float[] gradient = {1, 1};
        Gradients gradients = LineGradients.of(three, gradient, gradient, gradient);
        optimizer.update(0, optimizer.begin(gradients, 1, 1, 1, 2));
        float[] weights = three.parameters().get(0);
        assertArrayEquals(new float[] {1, 2, 5, 6}, new float[] {weights[0], weights[1], weights[4], weights[5]});
        assertTrue(weights[2] < 3 && weights[3] < 4);
    }

    @ParameterizedTest
    @MethodSource("sparseConfigs")
    void sparseLeavesUntouchedLinesAsTheyAre(OptimizerConfig config) {
        Optimizer optimizer = config.create(network);
        step(optimizer, FIRST_GRADIENTS);
        float[] weights = network.parameters().get(0);
        List<float[]> memory = optimizer.memory();
        step(optimizer, new float[] {9, 9}, NOTHING);
        float[] after = network.parameters().get(0);
        assertEquals(weights[2], after[2]);
        assertEquals(weights[3], after[3]);
        assertTrue(after[0] < weights[0] && after[1] < weights[1]);
        for (int k = 0; k < (config.kind() == OptimizerConfig.Kind.ADAM ? 2 : 1); k++) {
            assertEquals(memory.get(k)[2], optimizer.memory().get(k)[2]);
            assertNotEquals(memory.get(k)[0], optimizer.memory().get(k)[0]);
        }
        assertEquals(2, optimizer.steps());
    }

    @Test
    void denseAdamGoesOnMovingUntouchedLinesAndDenseRmsPropForgets() {
        Optimizer adam = config(OptimizerConfig.Kind.ADAM, 0.01, false, false).create(network);
        step(adam, FIRST_GRADIENTS);
        float before = network.parameters().get(0)[2];
        step(adam, new float[] {9, 9}, NOTHING);
        assertTrue(network.parameters().get(0)[2] > before, "against the gradient of −3 that it remembers");
        assertArrayEquals(new float[] {2, 2}, adam.memory().get(2));

        Optimizer rmsProp =
                config(OptimizerConfig.Kind.RMSPROP, 0.01, false, false).create(network);
        step(rmsProp, FIRST_GRADIENTS);
        before = network.parameters().get(0)[2];
        step(rmsProp, new float[] {9, 9}, NOTHING);
        assertEquals(before, network.parameters().get(0)[2]);
        assertEquals(0.9 * 0.9, rmsProp.memory().get(0)[2], 1e-6);
    }

    /** What happened to other lines in between must not show in a rare one: not in its memory, not in its bias correction. */
    @ParameterizedTest
    @MethodSource("sparseConfigs")
    void aRareLineIsLearnedAsIfTheOtherStepsHadNotBeen(OptimizerConfig config) {
        Optimizer often = config.create(network);
        PolicyNetwork twin = PolicyNetwork.of(network.spec(), network.parameters());
        Optimizer rarely = config.create(twin);
        RandomStream random = new RandomStream(3);
        for (int occurrence = 0; occurrence < 5; occurrence++) {
            for (int step = 0; step < 10; step++) {
                step(often, new float[] {(float) random.gaussian(), 1}, NOTHING);
            }
            float[] rare = {(float) random.gaussian(), (float) random.gaussian()};
            step(often, new float[] {1, 1}, rare);
            step(rarely, twin, NOTHING, rare);
        }
        float[] one = network.parameters().get(0);
        float[] other = twin.parameters().get(0);
        assertArrayEquals(new float[] {other[2], other[3]}, new float[] {one[2], one[3]}, 0);
        if (config.kind() == OptimizerConfig.Kind.ADAM) {
            assertArrayEquals(new float[] {55, 5}, often.memory().get(2));
            assertArrayEquals(new float[] {0, 5}, rarely.memory().get(2));
        }
        assertEquals(55, often.steps());
    }

    @ParameterizedTest
    @MethodSource("sparseConfigs")
    void sparseIsDenseWhileAllLinesOccur(OptimizerConfig sparse) {
        OptimizerConfig dense = config(sparse.kind(), 0.01, sparse.epsilonInsideRoot(), false);
        PolicyNetwork twin = PolicyNetwork.of(network.spec(), network.parameters());
        Optimizer one = sparse.create(network);
        Optimizer other = dense.create(twin);
        RandomStream random = new RandomStream(4);
        for (int step = 0; step < 30; step++) {
            float[][] gradients = gradients(random, 0);
            step(one, gradients);
            step(other, twin, gradients);
        }
        assertArrayEquals(twin.parameters().get(0), network.parameters().get(0), 0);
        for (int k = 0; k < one.memory().size(); k++) {
            assertArrayEquals(other.memory().get(k), one.memory().get(k), 0);
        }
    }

    @Test
    void aStepMustBegin() {
        Optimizer optimizer =
                config(OptimizerConfig.Kind.ADAM, 0.01, false, true).create(network);
        assertThrows(IllegalStateException.class, () -> optimizer.update(0, 1));
    }

    @Test
    void configurationsMakeTheOptimizerTheyName() {
        List<OptimizerConfig> configs = configs().toList();
        assertInstanceOf(RmsProp.class, configs.get(0).create(network));
        assertInstanceOf(Adam.class, configs.get(2).create(network));
    }

    @Test
    void theLimitsOfAllRangesAreAllowed() {
        OptimizerConfig low = new OptimizerConfig(OptimizerConfig.Kind.ADAM, 1e-12, 0, 0, 0, 1e-8, false, 0, false);
        OptimizerConfig high =
                new OptimizerConfig(OptimizerConfig.Kind.ADAM, 10, 0.999, 0.999, 0.999, 1, true, 1e9, true);
        assertEquals(0, low.maxGradientNorm());
        assertEquals(1e9, high.maxGradientNorm());
    }

    /** The smallest epsilon that is allowed must still keep 0 / 0 away in float. */
    @Test
    void theSmallestEpsilonDoesItsWork() {
        double epsilon = 1;
        while (epsilon > 1e-40 && isAllowed(epsilon / 10)) {
            epsilon /= 10;
        }
        for (OptimizerConfig.Kind kind : OptimizerConfig.Kind.values()) {
            for (boolean inside : new boolean[] {false, true}) {
                for (boolean sparse : new boolean[] {false, true}) {
                    OptimizerConfig config = config(kind, epsilon, inside, sparse);
                    step(config.create(network), new float[2], new float[2]);
                    assertEquals(5, network.parameters().get(0)[1], config.toString());
                }
            }
        }
    }

    private static boolean isAllowed(double epsilon) {
        try {
            return config(OptimizerConfig.Kind.RMSPROP, epsilon, false, false).epsilon() > 0;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static OptimizerConfig config(
            OptimizerConfig.Kind kind, double epsilon, boolean epsilonInsideRoot, boolean sparse) {
        return new OptimizerConfig(kind, 0.1, 0.9, 0.9, 0.99, epsilon, epsilonInsideRoot, 0, sparse);
    }

    private void step(Optimizer optimizer, float[]... gradients) {
        step(optimizer, network, gradients);
    }

    private static void step(Optimizer optimizer, PolicyNetwork network, float[]... gradients) {
        int positions = optimizer.begin(LineGradients.of(network, gradients), 1, 1, 0, gradients.length);
        optimizer.update(0, positions);
    }

    /** Both lines; at every third step the second one does not occur. */
    private static float[][] gradients(RandomStream random, int step) {
        List<float[]> lines = new ArrayList<>();
        for (int line = 0; line < 2; line++) {
            float[] gradient = new float[2];
            fill(gradient, random);
            lines.add(gradient);
        }
        return step % 3 == 2 ? new float[][] {lines.get(0), NOTHING} : lines.toArray(new float[0][]);
    }

    private static void fill(float[] numbers, RandomStream random) {
        Arrays.setAll(new double[numbers.length], i -> numbers[i] = (float) random.gaussian());
    }

    private void assertWeights(double first, double last) {
        assertArrayEquals(
                new float[] {(float) first, 5, (float) last, 7},
                network.parameters().get(0),
                TOLERANCE);
    }
}
