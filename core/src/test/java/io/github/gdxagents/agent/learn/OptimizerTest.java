package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.network.Parameters;
import io.github.gdxagents.agent.random.RandomStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected numbers were worked out in double from the formulas in the classes' comments, by another program. */
class OptimizerTest {

    private static final float TOLERANCE = 2e-6f;

    private static final List<float[]> FIRST_GRADIENTS = List.of(new float[] {0.5f, 0}, new float[] {-3});
    private static final List<float[]> SECOND_GRADIENTS = List.of(new float[] {-0.25f, 0}, new float[] {1});

    private final List<float[]> weights = List.of(new float[] {1, 5}, new float[] {-2});

    static Stream<OptimizerConfig> configs() {
        return Stream.of(
                new OptimizerConfig(OptimizerConfig.Kind.RMSPROP, 0.1, 0.9, 0.9, 0.99, 0.01, false, 0),
                new OptimizerConfig(OptimizerConfig.Kind.RMSPROP, 0.1, 0.9, 0.9, 0.99, 0.01, true, 0),
                new OptimizerConfig(OptimizerConfig.Kind.ADAM, 0.1, 0.9, 0.9, 0.99, 0.01, false, 0));
    }

    @Test
    void rmsPropWithASmallEpsilonIsTheHandWorkedOne() {
        RmsProp optimizer = new RmsProp(weights, 0.1, 0.9, 1e-5, false);
        optimizer.step(weights, FIRST_GRADIENTS);
        assertWeights(0.683792232718331, -1.6837755672813592);
        assertArrayEquals(new float[] {0.025f, 0}, optimizer.memory().get(0), 1e-8f);
        optimizer.step(weights, SECOND_GRADIENTS);
        assertWeights(0.8312254937338656, -1.7886029520639717);
        assertArrayEquals(new float[] {0.02875f, 0}, optimizer.memory().get(0), 1e-8f);
        assertArrayEquals(new float[] {0.91f}, optimizer.memory().get(1), 1e-6f);
    }

    @Test
    void rmsPropWithEpsilonOutsideTheRootIsTheHandWorkedOne() {
        RmsProp optimizer = new RmsProp(weights, 0.1, 0.9, 0.01, false);
        optimizer.step(weights, FIRST_GRADIENTS);
        assertWeights(0.7025825642401226, -1.687070797405096);
        optimizer.step(weights, SECOND_GRADIENTS);
        assertWeights(0.8418131485142339, -1.7908117800863737);
    }

    @Test
    void rmsPropWithEpsilonInsideTheRootIsTheHandWorkedOne() {
        RmsProp optimizer = new RmsProp(weights, 0.1, 0.9, 0.01, true);
        optimizer.step(weights, FIRST_GRADIENTS);
        assertWeights(0.7327387580875756, -1.6855145489834245);
        optimizer.step(weights, SECOND_GRADIENTS);
        assertWeights(0.8597388850877661, -1.789771756011962);
    }

    @Test
    void adamIsTheHandWorkedOne() {
        Adam optimizer = new Adam(weights, 0.1, 0.9, 0.99, 0.01);
        optimizer.step(weights, FIRST_GRADIENTS);
        assertWeights(0.9019607843137254, -1.9003322259136213);
        optimizer.step(weights, SECOND_GRADIENTS);
        assertWeights(0.8759498656362397, -1.8604165728558164);
        // Means of both arrays, then squares of both.
        assertArrayEquals(new float[] {0.02f, 0}, optimizer.memory().get(0), 1e-7f);
        assertArrayEquals(new float[] {-0.17f}, optimizer.memory().get(1), 1e-6f);
        assertArrayEquals(new float[] {0.0031f, 0}, optimizer.memory().get(2), 1e-7f);
        assertArrayEquals(new float[] {0.0991f}, optimizer.memory().get(3), 1e-6f);
    }

    @ParameterizedTest
    @MethodSource("configs")
    void weightsWithoutGradientStay(OptimizerConfig config) {
        Optimizer optimizer = config.create(weights);
        optimizer.step(weights, FIRST_GRADIENTS);
        optimizer.step(weights, SECOND_GRADIENTS);
        assertEquals(5, weights.get(0)[1]);
    }

    @ParameterizedTest
    @MethodSource("configs")
    void gradientsAreLeftAsTheyAre(OptimizerConfig config) {
        List<float[]> gradients = Parameters.copyOf(FIRST_GRADIENTS);
        config.create(weights).step(weights, gradients);
        assertArrayEquals(new float[] {0.5f, 0}, gradients.get(0));
        assertArrayEquals(new float[] {-3}, gradients.get(1));
    }

    @ParameterizedTest
    @MethodSource("configs")
    void goesDownhill(OptimizerConfig config) {
        // The loss Σ (w − 0.5)² has its lowest point at 0.5.
        Optimizer optimizer = config.create(weights);
        for (int step = 0; step < 500; step++) {
            List<float[]> gradients = Parameters.copyOf(weights);
            for (float[] gradient : gradients) {
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] = 2 * (gradient[i] - 0.5f);
                }
            }
            optimizer.step(weights, gradients);
        }
        for (float[] array : weights) {
            for (float w : array) {
                assertEquals(0.5, w, 0.11);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("configs")
    void aRestoredOptimizerGoesOnAsTheOldOneWould(OptimizerConfig config) {
        RandomStream random = new RandomStream(1);
        Optimizer one = config.create(weights);
        for (int step = 0; step < 5; step++) {
            one.step(weights, gradients(random));
        }
        List<float[]> sameWeights = Parameters.copyOf(weights);
        Optimizer other = config.create(sameWeights);
        List<float[]> memory = Parameters.copyOf(one.memory());
        other.restore(one.steps(), memory);
        memory.forEach(array -> array[0] = Float.NaN);
        assertEquals(5, other.steps());
        for (int step = 0; step < 5; step++) {
            List<float[]> gradients = gradients(random);
            one.step(weights, gradients);
            other.step(sameWeights, gradients);
        }
        assertArrayEquals(weights.get(0), sameWeights.get(0));
        assertArrayEquals(weights.get(1), sameWeights.get(1));
        assertEquals(10, other.steps());
    }

    @ParameterizedTest
    @MethodSource("configs")
    void refusesAMemoryThatDoesNotFit(OptimizerConfig config) {
        Optimizer optimizer = config.create(weights);
        List<float[]> wrong = List.of(new float[2]);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> optimizer.restore(3, wrong));
        assertTrue(refusal.getMessage().startsWith("memory of "), refusal.getMessage());
        assertEquals(0, optimizer.steps());
    }

    @ParameterizedTest
    @MethodSource("configs")
    void aStepAllocatesNothingOfTheNetworksSize(OptimizerConfig config) {
        List<float[]> many = List.of(new float[10_000], new float[1000]);
        Optimizer optimizer = config.create(many);
        // StrictMath.pow, which Adam calls twice, makes a few arrays of two numbers.
        assertTrue(AllocatedBytes.leastOf(20, () -> optimizer.step(many, many)) < 1024);
    }

    @Test
    void configurationsMakeTheOptimizerTheyName() {
        List<OptimizerConfig> configs = configs().toList();
        assertInstanceOf(RmsProp.class, configs.get(0).create(weights));
        assertInstanceOf(Adam.class, configs.get(2).create(weights));
    }

    @Test
    void theLimitsOfAllRangesAreAllowed() {
        OptimizerConfig low = new OptimizerConfig(OptimizerConfig.Kind.ADAM, 1e-12, 0, 0, 0, 1e-8, false, 0);
        OptimizerConfig high = new OptimizerConfig(OptimizerConfig.Kind.ADAM, 10, 0.999, 0.999, 0.999, 1, true, 1e9);
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
                OptimizerConfig config = new OptimizerConfig(kind, 0.1, 0.9, 0.9, 0.99, epsilon, inside, 0);
                config.create(weights).step(weights, List.of(new float[2], new float[1]));
                assertEquals(5, weights.get(0)[1], config.toString());
            }
        }
    }

    private static boolean isAllowed(double epsilon) {
        try {
            return new OptimizerConfig(OptimizerConfig.Kind.RMSPROP, 0.1, 0.9, 0.9, 0.99, epsilon, false, 0).epsilon()
                    > 0;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static List<float[]> gradients(RandomStream random) {
        return List.of(
                new float[] {(float) random.gaussian(), (float) random.gaussian()},
                new float[] {(float) random.gaussian()});
    }

    private void assertWeights(double first, double last) {
        assertArrayEquals(new float[] {(float) first, 5}, weights.get(0), TOLERANCE);
        assertArrayEquals(new float[] {(float) last}, weights.get(1), TOLERANCE);
    }
}
