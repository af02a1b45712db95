package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.ActionSpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionDistributionTest {

    @Test
    void softmaxIsTheHandWorkedOne() {
        // exp(log 1), exp(log 2), exp(log 5) are 1, 2 and 5 of 8.
        float[] found = softmax(0, (float) Math.log(2), (float) Math.log(5));
        assertArrayEquals(new float[] {0.125f, 0.25f, 0.625f}, found, 1e-7f);
    }

    @Test
    void softmaxIsNotChangedByAConstant() {
        assertArrayEquals(softmax(0, 0.5f, 2), softmax(64, 64.5f, 66));
    }

    @Test
    void sigmoidIsTheHandWorkedOne() {
        assertArrayEquals(new float[] {0.5f, 0.5f}, sigmoid(0));
        // 1 / (1 + 1/3) = 3/4.
        assertArrayEquals(new float[] {0.75f, 0.25f}, sigmoid((float) Math.log(3)), 1e-7f);
        assertArrayEquals(new float[] {0.25f, 0.75f}, sigmoid((float) -Math.log(3)), 1e-7f);
    }

    @Test
    void sigmoidIsTheSoftmaxOfItsLogitAndZero() {
        for (float z = -12; z <= 12; z += 0.375f) {
            assertArrayEquals(softmax(z, 0), sigmoid(z), 1e-7f);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {1e4f, -1e4f, 3e38f, -3e38f})
    void hugeLogitsStayFinite(float logit) {
        ActionDistribution softmax = new Categorical();
        ActionDistribution sigmoid = new Bernoulli();
        float[] three = softmax(logit, 0, -logit);
        float[] two = sigmoid(logit);
        assertArrayEquals(logit > 0 ? new float[] {1, 0, 0} : new float[] {0, 0, 1}, three);
        assertArrayEquals(logit > 0 ? new float[] {1, 0} : new float[] {0, 1}, two);
        for (int action = 0; action < 2; action++) {
            double likelihood = ActionDistribution.logLikelihood(two, action);
            assertTrue(Double.isFinite(likelihood) && likelihood <= 0);
            float[] gradient = new float[3];
            softmax.addLogLikelihoodGradient(three, action, 1, gradient);
            assertTrue(Lines.isFinite(gradient));
            gradient = new float[1];
            sigmoid.addLogLikelihoodGradient(two, action, 1, gradient);
            assertTrue(Lines.isFinite(gradient));
        }
        assertEquals(0, entropy(softmax, logit, 0, -logit));
        assertEquals(0, entropy(sigmoid, logit));
        for (float weight : new float[] {-1000, -1, 0.01f, 1, 1000}) {
            assertArrayEquals(new float[3], entropyGradient(softmax, weight, 3, logit, 0, -logit), 0);
            assertArrayEquals(new float[1], entropyGradient(sigmoid, weight, 2, logit), 0);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {20, 100, 1e4f, 3e38f})
    void logarithmsStayFiniteWhereAProbabilityIsRoundedToZero(float logit) {
        for (float z : new float[] {logit, -logit}) {
            float[] probabilities = new float[3];
            float[] logarithms = new float[3];
            new Categorical().probabilities(new float[] {z, 0, -z}, probabilities, logarithms);
            assertTrue(Lines.isFinite(logarithms), Arrays.toString(logarithms));
            assertArrayEquals(softmax(z, 0, -z), probabilities);
            assertEquals(0, logarithms[z > 0 ? 0 : 2], 1e-8f);
            assertEquals(-logit, logarithms[1], 1e-5f * logit);
            assertEquals(Math.max(-2.0 * logit, -Float.MAX_VALUE), logarithms[z > 0 ? 2 : 0], 1e-5f * logit);
            new Bernoulli().probabilities(new float[] {z}, probabilities, logarithms);
            assertTrue(Lines.isFinite(logarithms), Arrays.toString(logarithms));
            assertEquals(0, logarithms[z > 0 ? 0 : 1], 1e-8f);
            assertEquals(-logit, logarithms[z > 0 ? 1 : 0], 1e-5f * logit);
        }
    }

    @ParameterizedTest
    @EnumSource(OutputKind.class)
    void logarithmsAreThoseOfTheProbabilities(OutputKind kind) {
        int actions = kind == OutputKind.SIGMOID ? 2 : 5;
        RandomStream random = new RandomStream(8);
        for (int trial = 0; trial < 200; trial++) {
            float[] logits = new float[kind.outputs(ActionSpec.discrete(actions))];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) (3 * random.gaussian());
            }
            float[] alone = new float[actions];
            float[] probabilities = new float[actions];
            float[] logarithms = new float[actions];
            kind.distribution().probabilities(logits, alone);
            kind.distribution().probabilities(logits, probabilities, logarithms);
            assertArrayEquals(alone, probabilities, 0);
            for (int action = 0; action < actions; action++) {
                assertEquals(Math.log(probabilities[action]), logarithms[action], 1e-5);
                assertTrue(logarithms[action] <= 0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OutputKind.class)
    void aValueBehindTheLogitsIsNeitherReadNorWritten(OutputKind kind) {
        ActionDistribution distribution = kind.distribution();
        float[] logits = kind == OutputKind.SIGMOID ? new float[] {0.5f} : new float[] {0.5f, -1};
        float[] longer = Arrays.copyOf(logits, logits.length + 1);
        longer[logits.length] = 1e30f;
        float[][] expected = new float[2][2];
        float[][] found = new float[2][2];
        distribution.probabilities(logits, expected[0], expected[1]);
        distribution.probabilities(longer, found[0], found[1]);
        assertArrayEquals(expected[0], found[0], 0);
        assertArrayEquals(expected[1], found[1], 0);
        distribution.probabilities(longer, found[0]);
        assertArrayEquals(expected[0], found[0], 0);
        float[] gradient = new float[logits.length];
        float[] longerGradient = new float[logits.length + 1];
        longerGradient[logits.length] = 77;
        distribution.addLogLikelihoodGradient(expected[0], 1, 2, gradient);
        distribution.addEntropyGradient(expected[0], expected[1], 3, gradient);
        distribution.addLogLikelihoodGradient(expected[0], 1, 2, longerGradient);
        distribution.addEntropyGradient(expected[0], expected[1], 3, longerGradient);
        assertEquals(77, longerGradient[logits.length]);
        assertArrayEquals(gradient, Arrays.copyOf(longerGradient, logits.length), 0);
    }

    @ParameterizedTest
    @EnumSource(OutputKind.class)
    void entropysGradientIsTheFiniteDifference(OutputKind kind) {
        ActionDistribution distribution = kind.distribution();
        int actions = kind == OutputKind.SIGMOID ? 2 : 4;
        RandomStream random = new RandomStream(9);
        for (int trial = 0; trial < 100; trial++) {
            float[] logits = new float[kind.outputs(ActionSpec.discrete(actions))];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) random.gaussian();
            }
            float weight = (float) random.gaussian();
            float[] gradient = entropyGradient(distribution, weight, actions, logits);
            for (int i = 0; i < logits.length; i++) {
                float step = 0x1p-6f;
                float[] moved = logits.clone();
                moved[i] += step;
                double above = exactEntropy(kind, moved);
                moved[i] -= 2 * step;
                double difference = weight * (above - exactEntropy(kind, moved)) / (2 * step);
                assertEquals(difference, gradient[i], 1e-3 * Math.max(Math.abs(difference), 0.1 * Math.abs(weight)));
            }
        }
    }

    @Test
    void entropysGradientIsAddedToWhatIsThere() {
        // Equal probabilities have the highest entropy: no gradient.
        float[] gradient = {10, 20};
        float half = (float) Math.log(0.5);
        new Categorical().addEntropyGradient(new float[] {0.5f, 0.5f}, new float[] {half, half}, 3, gradient);
        assertArrayEquals(new float[] {10, 20}, gradient, 1e-6f);
        // z = log 3: −2 · log 3 · ¾ · ¼.
        float[] one = {10};
        new Bernoulli()
                .addEntropyGradient(
                        new float[] {0.75f, 0.25f},
                        new float[] {(float) Math.log(0.75), (float) Math.log(0.25)},
                        2,
                        one);
        assertEquals(10 - 2 * Math.log(3) * 3 / 16, one[0], 1e-6);
    }

    @Test
    void logLikelihoodIsTheLogarithmHeldAboveItsFloor() {
        float[] probabilities = {0.25f, 0.75f, 0};
        assertEquals(Math.log(0.25), ActionDistribution.logLikelihood(probabilities, 0), 1e-12);
        assertEquals(Math.log(0.75), ActionDistribution.logLikelihood(probabilities, 1), 1e-12);
        assertEquals(-15 * Math.log(10), ActionDistribution.logLikelihood(probabilities, 2), 1e-12);
    }

    @Test
    void entropyIsTheHandWorkedOne() {
        assertEquals(Math.log(2), entropyOf(0.5f, 0.5f), 1e-7);
        assertEquals(Math.log(4), entropyOf(0.25f, 0.25f, 0.25f, 0.25f), 1e-7);
        // −½ log ½ − 2 · ¼ log ¼ = 1.5 log 2.
        assertEquals(1.5 * Math.log(2), entropyOf(0.5f, 0.25f, 0, 0.25f), 1e-7);
        assertEquals(0, entropyOf(1, 0));
    }

    @Test
    void greedyTakesTheFirstOfTheHighest() {
        assertEquals(2, ActionDistribution.greedy(new float[] {0.2f, 0.3f, 0.5f}));
        assertEquals(1, ActionDistribution.greedy(new float[] {0.2f, 0.4f, 0.4f}));
        assertEquals(0, ActionDistribution.greedy(new float[] {0.5f, 0.5f}));
    }

    @Test
    void samplesComeWithTheirProbabilities() {
        float[] probabilities = {0.1f, 0, 0.6f, 0.3f};
        int draws = 100_000;
        int[] counts = new int[4];
        RandomStream random = new RandomStream(3);
        for (int i = 0; i < draws; i++) {
            counts[ActionDistribution.sample(probabilities, random)]++;
        }
        assertEquals(0, counts[1]);
        for (int action = 0; action < 4; action++) {
            double p = probabilities[action];
            assertEquals(draws * p, counts[action], 5 * Math.sqrt(draws * p * (1 - p)) + 1e-9);
        }
    }

    @Test
    void samplingIsTheInverseOfTheCumulativeDistributionWithOneDraw() {
        float[] probabilities = {0.25f, 0.5f, 0.25f};
        RandomStream random = new RandomStream(4);
        RandomStream same = new RandomStream(4);
        for (int i = 0; i < 1000; i++) {
            double u = same.uniform();
            int expected = u < 0.25 ? 0 : u < 0.75 ? 1 : 2;
            assertEquals(expected, ActionDistribution.sample(probabilities, random));
        }
    }

    @Test
    void certainActionsAreAlwaysSampled() {
        RandomStream random = new RandomStream(5);
        for (int i = 0; i < 1000; i++) {
            assertEquals(1, ActionDistribution.sample(new float[] {0, 1, 0}, random));
            assertEquals(0, ActionDistribution.sample(new float[] {1, 0}, random));
        }
    }

    @ParameterizedTest
    @EnumSource(OutputKind.class)
    void gradientIsTheFiniteDifferenceOfTheLogLikelihood(OutputKind kind) {
        ActionDistribution distribution = kind.distribution();
        int actions = kind == OutputKind.SIGMOID ? 2 : 4;
        RandomStream random = new RandomStream(6);
        for (int trial = 0; trial < 100; trial++) {
            float[] logits = new float[kind.outputs(ActionSpec.discrete(actions))];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) random.gaussian();
            }
            int action = random.below(actions);
            float weight = (float) random.gaussian();
            float[] probabilities = new float[actions];
            distribution.probabilities(logits, probabilities);
            float[] gradient = new float[logits.length];
            distribution.addLogLikelihoodGradient(probabilities, action, weight, gradient);
            for (int i = 0; i < logits.length; i++) {
                float step = 0x1p-6f;
                double above = shifted(distribution, logits, i, step, actions, action);
                double below = shifted(distribution, logits, i, -step, actions, action);
                double difference = weight * (above - below) / (2 * step);
                assertEquals(difference, gradient[i], 1e-3 * Math.max(Math.abs(difference), 0.1 * Math.abs(weight)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OutputKind.class)
    void gradientIsAddedToWhatIsThere(OutputKind kind) {
        float[] probabilities = {0.25f, 0.75f};
        float[] gradient = {10, 20};
        kind.distribution().addLogLikelihoodGradient(probabilities, 0, 2, gradient);
        // 2 · (1 − ¼) for the action taken, 2 · (0 − ¾) for the other logit, which a sigmoid has not.
        assertArrayEquals(kind == OutputKind.SIGMOID ? new float[] {11.5f, 20} : new float[] {11.5f, 18.5f}, gradient);
    }

    private static double shifted(
            ActionDistribution distribution, float[] logits, int i, float step, int actions, int action) {
        float[] moved = logits.clone();
        moved[i] += step;
        float[] probabilities = new float[actions];
        distribution.probabilities(moved, probabilities);
        return ActionDistribution.logLikelihood(probabilities, action);
    }

    private static double entropyOf(float... probabilities) {
        float[] logarithms = new float[probabilities.length];
        for (int action = 0; action < logarithms.length; action++) {
            logarithms[action] = (float) Math.log(Math.max(1e-30, probabilities[action]));
        }
        return ActionDistribution.entropy(probabilities, logarithms);
    }

    private static double entropy(ActionDistribution distribution, float... logits) {
        int actions = distribution instanceof Bernoulli ? 2 : logits.length;
        float[] probabilities = new float[actions];
        float[] logarithms = new float[actions];
        distribution.probabilities(logits, probabilities, logarithms);
        return ActionDistribution.entropy(probabilities, logarithms);
    }

    /** In double, straight from the definition. */
    private static double exactEntropy(OutputKind kind, float[] logits) {
        double[] z = kind == OutputKind.SIGMOID ? new double[] {logits[0], 0} : new double[logits.length];
        double sum = 0;
        for (int a = 0; a < z.length; a++) {
            z[a] = kind == OutputKind.SIGMOID ? z[a] : logits[a];
            sum += Math.exp(z[a]);
        }
        double entropy = 0;
        for (double logit : z) {
            double p = Math.exp(logit) / sum;
            entropy -= p * Math.log(p);
        }
        return entropy;
    }

    private static float[] entropyGradient(
            ActionDistribution distribution, float weight, int actions, float... logits) {
        float[] probabilities = new float[actions];
        float[] logarithms = new float[actions];
        distribution.probabilities(logits, probabilities, logarithms);
        float[] gradient = new float[logits.length];
        distribution.addEntropyGradient(probabilities, logarithms, weight, gradient);
        return gradient;
    }

    private static float[] softmax(float... logits) {
        float[] probabilities = new float[logits.length];
        new Categorical().probabilities(logits, probabilities);
        return probabilities;
    }

    private static float[] sigmoid(float logit) {
        float[] probabilities = new float[2];
        new Bernoulli().probabilities(new float[] {logit}, probabilities);
        return probabilities;
    }
}
