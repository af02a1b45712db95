package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ValueRange;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyHeadTest {

    private static final ActionSpec MIXED =
            new ActionSpec(List.of(4, 3), List.of(new ValueRange(-2, 1), new ValueRange(0, 10)));

    /** Logits of 4 and of 3 choices, two means, two numbers for deviations, and a critic's value, which is not the head's. */
    private static final float[] OUTPUTS = {0.5f, -1, 2, 0.25f, -0.5f, 1.5f, 0, 0.75f, -1.25f, -0.5f, 2, 999};

    private final PolicyHead head = new PolicyHead(spec(MIXED));
    private final Action action = new Action(MIXED);
    private final ActionMask mask = new ActionMask(MIXED);

    @Test
    void eachBranchHasASoftMaxOfItsOwn() {
        head.read(OUTPUTS);
        assertArrayEquals(softMax(0.5, -1, 2, 0.25), head.probabilities(0), 1e-7f);
        assertArrayEquals(softMax(-0.5, 1.5, 0), head.probabilities(1), 1e-7f);
        assertEquals(3 * Math.tanh(0.25), head.mean(0), 1e-6);
        assertEquals(3 * Math.tanh(-1.25 / 3), head.mean(1), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.4951", "-1, -0.7874", "1e10, 1", "-1e10, -4", "3.4e38, 1", "-3.4e38, -4"})
    void deviationsAreBentBetweenBounds(float output, double logDeviation) {
        PolicyHead gaussian = new PolicyHead(spec(ActionSpec.continuous(1, 0, 1)));
        gaussian.read(new float[] {0, output});
        assertEquals(logDeviation, Math.log(gaussian.deviation(0)), 1e-4);
        assertEquals(logDeviation + 0.5 * Math.log(2 * Math.PI * Math.E), gaussian.entropy(), 1e-4);
    }

    @Test
    void likelihoodsAndEntropiesOfAllPartsAddUp() {
        head.read(OUTPUTS);
        set(action, 2, 0, 0.3f, -2);
        assertEquals(reference(doubles(), mask).logLikelihood(action), head.logLikelihood(action), 1e-6);
        assertEquals(reference(doubles(), mask).entropy(), head.entropy(), 1e-6);
    }

    @Test
    void forbiddenChoicesHaveNoProbabilityAndTheOthersShareIt() {
        mask.forbid(0, 2);
        mask.forbid(0, 1);
        head.read(OUTPUTS, mask);
        float[] two = softMax(0.5, 0.25);
        assertArrayEquals(new float[] {two[0], 0, 0, two[1]}, head.probabilities(0), 1e-7f);
        assertArrayEquals(softMax(-0.5, 1.5, 0), head.probabilities(1), 1e-7f, "the other branch is as it was");
        set(action, 3, 1, 0.5f, 1);
        assertEquals(reference(doubles(), mask).logLikelihood(action), head.logLikelihood(action), 1e-6);
        assertEquals(reference(doubles(), mask).entropy(), head.entropy(), 1e-6);
        mask.allowAll();
        head.read(OUTPUTS, mask);
        assertArrayEquals(softMax(0.5, -1, 2, 0.25), head.probabilities(0), 1e-7f, "the mask is gone");
    }

    /** Where the allowed choices are hopeless next to a forbidden one, their probabilities are rounded to 0 before it is taken away. */
    @ParameterizedTest
    @ValueSource(floats = {50, 500, 1e30f})
    void choicesThatAMaskLeavesAreToldApartHoweverUnlikelyTheyWere(float far) {
        PolicyHead four = new PolicyHead(spec(ActionSpec.discrete(4)));
        ActionMask most = new ActionMask(ActionSpec.discrete(4));
        most.forbid(0);
        four.read(new float[] {far, 1, 0, -1}, most);
        if (far < 1e6f) {
            assertArrayEquals(softMax(-1e9, 1, 0, -1), four.probabilities(0), 1e-4f);
        }
        float sum = 0;
        for (float p : four.probabilities(0)) {
            assertTrue(p >= 0 && p <= 1, Arrays.toString(four.probabilities(0)));
            sum += p;
        }
        assertEquals(1, sum, 1e-6f);
        assertEquals(0, four.probabilities(0)[0]);
        assertTrue(Double.isFinite(four.entropy()));
    }

    @Test
    void theOnlyChoiceLeftIsCertain() {
        ActionMask tight = new ActionMask(MIXED);
        tight.forbid(0, 0);
        tight.forbid(0, 2);
        tight.forbid(0, 3);
        tight.forbid(1, 1);
        tight.forbid(1, 2);
        head.read(OUTPUTS, tight);
        assertArrayEquals(new float[] {0, 1, 0, 0}, head.probabilities(0));
        assertArrayEquals(new float[] {1, 0, 0}, head.probabilities(1));
        float[] gradient = new float[12];
        set(action, 1, 0, 0, 5);
        head.addLogLikelihoodGradient(action, 3, gradient);
        head.addEntropyGradient(3, gradient);
        for (int logit = 0; logit < 7; logit++) {
            assertEquals(0, gradient[logit], "logit " + logit);
        }
        assertNotEquals(0, gradient[7]);
    }

    @Test
    void aBranchWithoutAChoiceIsRefused() {
        mask.forbid(1, 0);
        mask.forbid(1, 1);
        mask.forbid(1, 2);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> head.read(OUTPUTS, mask));
        assertEquals("the mask forbids all choices of a branch, expected at least one allowed", refusal.getMessage());
    }

    @Test
    void samplesComeWithTheirProbabilitiesAndAreNeverForbidden() {
        mask.forbid(0, 0);
        mask.forbid(1, 2);
        head.read(OUTPUTS, mask);
        int draws = 100_000;
        int[][] counts = {new int[4], new int[3]};
        double[] sums = new double[2];
        double[] squares = new double[2];
        RandomStream random = new RandomStream(3);
        for (int i = 0; i < draws; i++) {
            head.sample(random, action);
            assertTrue(mask.isAllowed(0, action.choice(0)) && mask.isAllowed(1, action.choice(1)));
            counts[0][action.choice(0)]++;
            counts[1][action.choice(1)]++;
            for (int k = 0; k < 2; k++) {
                double distance = (action.unsquashed(k) - head.mean(k)) / head.deviation(k);
                sums[k] += distance / draws;
                squares[k] += distance * distance / draws;
            }
        }
        for (int branch = 0; branch < 2; branch++) {
            for (int choice = 0; choice < counts[branch].length; choice++) {
                double p = head.probabilities(branch)[choice];
                assertEquals(draws * p, counts[branch][choice], 5 * Math.sqrt(draws * p * (1 - p)));
            }
        }
        for (int k = 0; k < 2; k++) {
            assertEquals(0, sums[k], 5 / Math.sqrt(draws));
            assertEquals(1, squares[k], 5 * Math.sqrt(2.0 / draws));
        }
    }

    @Test
    void masksHoldWithASigmoidToo() {
        ActionSpec two = ActionSpec.discrete(2);
        PolicyHead sigmoid = new PolicyHead(
                new NetworkSpec(1, 2, List.of(), Activation.RELU, true, OutputKind.SIGMOID, Critic.NONE));
        Action chosen = new Action(two);
        for (int forbidden = 0; forbidden < 2; forbidden++) {
            for (float logit : new float[] {-200, -1, 0, 3, 200}) {
                ActionMask one = new ActionMask(two);
                one.forbid(forbidden);
                sigmoid.read(new float[] {logit}, one);
                assertEquals(0, sigmoid.probabilities(0)[forbidden]);
                assertEquals(1, sigmoid.probabilities(0)[1 - forbidden]);
                RandomStream random = new RandomStream(1);
                for (int i = 0; i < 1000; i++) {
                    sigmoid.sample(random, chosen);
                    assertEquals(1 - forbidden, chosen.choice());
                }
                assertEquals(0, sigmoid.logLikelihood(chosen), 1e-7);
                assertEquals(0, sigmoid.entropy(), 1e-7);
                float[] gradient = new float[1];
                sigmoid.addLogLikelihoodGradient(chosen, 2, gradient);
                sigmoid.addEntropyGradient(2, gradient);
                assertEquals(0, gradient[0], 1e-7f);
            }
        }
    }

    @Test
    void greedyTakesTheBestThatIsAllowedAndTheMeans() {
        head.read(OUTPUTS);
        head.greedy(action);
        assertEquals(2, action.choice(0));
        assertEquals(1, action.choice(1));
        assertEquals(head.mean(0), action.unsquashed(0));
        assertEquals(head.mean(1), action.unsquashed(1));
        assertTrue(head.isGreedy(action));
        mask.forbid(0, 2);
        mask.forbid(1, 1);
        head.read(OUTPUTS, mask);
        assertFalse(head.isGreedy(action));
        head.greedy(action);
        assertEquals(0, action.choice(0));
        assertEquals(2, action.choice(1));
        assertTrue(head.isGreedy(action));
        action.choose(1, 0);
        assertFalse(head.isGreedy(action), "each branch counts");
    }

    @Test
    void greedyOfValuesAloneHasNothingToMiss() {
        ActionSpec values = ActionSpec.continuous(2, -1, 1);
        PolicyHead gaussian = new PolicyHead(spec(values));
        gaussian.read(new float[] {1, 2, 0, 0});
        Action any = new Action(values);
        assertTrue(gaussian.isGreedy(any));
    }

    /** Free, masked, and with everything but one choice forbidden; the sum over all of an action's parts. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void gradientOfTheLogLikelihoodIsTheFiniteDifference(int forbidden) {
        RandomStream random = new RandomStream(5 + forbidden);
        for (int trial = 0; trial < 100; trial++) {
            float[] outputs = outputs(random);
            forbid(forbidden, random);
            head.read(outputs, mask);
            head.sample(random, action);
            float weight = (float) random.gaussian();
            float[] gradient = new float[12];
            Arrays.fill(gradient, 10);
            head.addLogLikelihoodGradient(action, weight, gradient);
            for (int i = 0; i < 11; i++) {
                double difference = weight
                        * (reference(moved(outputs, i, 1e-5), mask).logLikelihood(action)
                                - reference(moved(outputs, i, -1e-5), mask).logLikelihood(action))
                        / 2e-5;
                assertEquals(difference, gradient[i] - 10, 1e-5 * Math.max(1, Math.abs(difference)), "output " + i);
            }
            assertEquals(10, gradient[11], "what stands behind the head's outputs is left alone");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void gradientOfTheEntropyIsTheFiniteDifference(int forbidden) {
        RandomStream random = new RandomStream(8 + forbidden);
        for (int trial = 0; trial < 100; trial++) {
            float[] outputs = outputs(random);
            forbid(forbidden, random);
            head.read(outputs, mask);
            float weight = (float) random.gaussian();
            float[] gradient = new float[12];
            Arrays.fill(gradient, -3);
            head.addEntropyGradient(weight, gradient);
            for (int i = 0; i < 11; i++) {
                double difference = weight
                        * (reference(moved(outputs, i, 1e-5), mask).entropy()
                                - reference(moved(outputs, i, -1e-5), mask).entropy())
                        / 2e-5;
                assertEquals(difference, gradient[i] + 3, 1e-5 * Math.max(1, Math.abs(difference)), "output " + i);
            }
            assertEquals(-3, gradient[11]);
        }
    }

    @Test
    void allocatesNothing() {
        RandomStream random = new RandomStream(6);
        float[] gradient = new float[12];
        double[] sink = new double[1];
        mask.forbid(0, 1);
        ActionMask free = new ActionMask(MIXED);
        Runnable use = () -> {
            for (int i = 0; i < 1000; i++) {
                head.read(OUTPUTS, i % 2 == 0 ? mask : free);
                head.sample(random, action);
                sink[0] += head.logLikelihood(action) + head.entropy();
                head.addLogLikelihoodGradient(action, 1e-3f, gradient);
                head.addEntropyGradient(1e-3f, gradient);
                head.greedy(action);
                sink[0] += head.isGreedy(action) ? head.deviation(1) : 0;
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(50, use));
        assertTrue(Double.isFinite(sink[0]));
    }

    private void forbid(int count, RandomStream random) {
        mask.allowAll();
        int first = random.below(4);
        int second = random.below(3);
        if (count == 1) {
            mask.forbid(0, first);
            mask.forbid(1, second);
        } else if (count == 2) {
            for (int other = 1; other < 4; other++) {
                mask.forbid(0, (first + other) % 4);
            }
        }
    }

    private static float[] outputs(RandomStream random) {
        float[] outputs = new float[12];
        for (int i = 0; i < 12; i++) {
            outputs[i] = (float) random.gaussian();
        }
        return outputs;
    }

    private static double[] moved(float[] outputs, int place, double by) {
        double[] moved = new double[outputs.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = outputs[i] + (i == place ? by : 0);
        }
        return moved;
    }

    private static double[] doubles() {
        return moved(OUTPUTS, 0, 0);
    }

    private static Reference reference(double[] outputs, ActionMask mask) {
        return new Reference(outputs, mask);
    }

    /** The formulas once more, in the plainest way. */
    private static final class Reference {
        private final double[] outputs;
        private final ActionMask mask;

        private Reference(double[] outputs, ActionMask mask) {
            this.outputs = outputs;
            this.mask = mask;
        }

        double logLikelihood(Action action) {
            double sum =
                    Math.log(probability(0, action.choice(0), 0, 4)) + Math.log(probability(1, action.choice(1), 4, 3));
            for (int k = 0; k < 2; k++) {
                double deviation = deviation(k);
                double density = Math.exp(-Math.pow(action.unsquashed(k) - mean(k), 2) / (2 * deviation * deviation))
                        / (deviation * Math.sqrt(2 * Math.PI));
                sum += Math.log(density);
            }
            return sum;
        }

        double entropy() {
            double sum = 0;
            for (int choice = 0; choice < 7; choice++) {
                double p = choice < 4 ? probability(0, choice, 0, 4) : probability(1, choice - 4, 4, 3);
                sum -= p > 0 ? p * Math.log(p) : 0;
            }
            for (int k = 0; k < 2; k++) {
                sum += 0.5 * Math.log(2 * Math.PI * Math.E * deviation(k) * deviation(k));
            }
            return sum;
        }

        private double probability(int branch, int choice, int from, int count) {
            double sum = 0;
            for (int other = 0; other < count; other++) {
                sum += mask.isAllowed(branch, other) ? Math.exp(outputs[from + other]) : 0;
            }
            return mask.isAllowed(branch, choice) ? Math.exp(outputs[from + choice]) / sum : 0;
        }

        private double mean(int k) {
            return 3 * Math.tanh(outputs[7 + k] / 3);
        }

        private double deviation(int k) {
            return Math.exp(-1.5 + 2.5 * Math.tanh(outputs[9 + k] / 2.5 + Math.log(2)));
        }
    }

    private static void set(Action action, int first, int second, float u, float v) {
        action.choose(0, first);
        action.choose(1, second);
        action.setUnsquashed(0, u);
        action.setUnsquashed(1, v);
    }

    private static float[] softMax(double... logits) {
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (Math.exp(logits[i]) / sum);
        }
        return probabilities;
    }

    private static NetworkSpec spec(ActionSpec actions) {
        return new NetworkSpec(1, actions, List.of(), Activation.RELU, true, OutputKind.SOFTMAX, Critic.SHARED, 0, 0);
    }
}
