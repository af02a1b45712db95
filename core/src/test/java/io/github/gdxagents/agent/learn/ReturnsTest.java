package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.agent.space.SparseVector;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnsTest {

    @Test
    void laterRewardsCountLess() {
        // From the end: 8, 0 + 8/2, 2 + 4/2, 1 + 4/2.
        assertArrayEquals(new double[] {3, 4, 4, 8}, discounted(0.5, new float[] {1, 2, 0, 8}));
    }

    @Test
    void discountStopsAtEachPoint() {
        // Points after decisions 1 and 3: 0 + 1/2 and 1; 0 − 1/2 and −1; then 0 + 1/2 · (0 + 1/2 · 4) and so on.
        assertArrayEquals(
                new double[] {0.5, 1, -0.5, -1, 1, 2, 4}, discounted(0.5, new float[] {0, 1, 0, -1, 0, 0, 4}, 1, 3, 6));
    }

    @Test
    void aCutWithoutRewardStopsToo() {
        assertArrayEquals(new double[] {0.25, 0.5, 1, 1.5, 1}, discounted(0.5, new float[] {0, 0, 1, 1, 1}, 2));
        assertArrayEquals(new double[] {0, 0, 0.5, 1}, discounted(0.5, new float[] {0, 0, 0, 1}, 1));
    }

    @Test
    void aRewardWithoutCutDoesNotStop() {
        assertArrayEquals(new double[] {1.5, 1}, discounted(0.5, new float[] {1, 1}));
    }

    @Test
    void noDiscountSumsAndFullDiscountLooksAtOneRewardOnly() {
        assertArrayEquals(new double[] {6, 5, 3}, discounted(1, new float[] {1, 2, 3}));
        assertArrayEquals(new double[] {1, 2, 3}, discounted(0, new float[] {1, 2, 3}));
    }

    @Test
    void whatLiesBehindTheEpisodeIsLeftAlone() {
        double[] into = {9, 9, 9, 9};
        Returns.discount(trajectory(new float[] {1, 1}), 1, into);
        assertArrayEquals(new double[] {2, 1, 9, 9}, into);
    }

    @Test
    void standardisedNumbersAreTheHandWorkedOnes() {
        // Mean 5, squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, population deviation √(32 / 8) = 2.
        double[] values = {2, 4, 4, 4, 5, 5, 7, 9, 77};
        Returns.standardise(values, 8);
        assertArrayEquals(new double[] {-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2, 77}, values, 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 0.1, 1.0 / 3, 1e-8, 123456.789, -1e9 / 7, 1e30 / 3})
    void equalNumbersBecomeZeros(double value) {
        for (int length : new int[] {1, 2, 3, 7, 1000, 65_536}) {
            double[] values = new double[length];
            Arrays.fill(values, value);
            Returns.standardise(values, length);
            for (double x : values) {
                assertEquals(0, Math.abs(x), "of " + length);
            }
        }
    }

    @Test
    void nothingIsStandardisedToNothing() {
        double[] values = {3};
        Returns.standardise(values, 0);
        assertArrayEquals(new double[] {3}, values);
    }

    @Test
    void advantagesAreTheHandWorkedOnes() {
        // δ₂ = 4 + ½ · 8 − 2 = 6; δ₁ = 0 + ½ · 2 − 4 = −3; δ₀ = 1 + ½ · 4 − 6 = −3; each takes ½ · ½ of the next.
        assertArrayEquals(
                new double[] {-3.375, -1.5, 6}, advantages(0.5, 0.5, 8, new float[] {6, 4, 2}, new float[] {1, 0, 4}));
    }

    @Test
    void advantagesLookBeyondNoCut() {
        // Decision 1 is a cut: 3 − 4 = −1, whatever follows; decision 0 sees it: 1 + ½ · 4 − 6 + ¼ · (−1).
        assertArrayEquals(
                new double[] {-3.25, -1, 6}, advantages(0.5, 0.5, 8, new float[] {6, 4, 2}, new float[] {1, 3, 4}, 1));
        // A cut at the end: the value behind it does not count.
        assertArrayEquals(new double[] {2}, advantages(0.5, 0.5, 1e30f, new float[] {3}, new float[] {5}, 0));
    }

    @Test
    void withoutLambdaAdvantagesAreTheErrorsOfOneStep() {
        assertArrayEquals(
                new double[] {1 + 0.5 * 4 - 6, 0 + 0.5 * 2 - 4, 4 + 0.5 * 8 - 2},
                advantages(0.5, 0, 8, new float[] {6, 4, 2}, new float[] {1, 0, 4}));
    }

    @Test
    void withFullLambdaAdvantagesAreTheReturnsLessTheValues() {
        float[] values = {6, 4, 2, 7, -3};
        float[] rewards = {1, 0, 4, 2, 5};
        double[] found = advantages(0.9, 1, 10, values, rewards, 1);
        double[] expected = new double[5];
        double later = 10;
        for (int t = 4; t >= 0; t--) {
            later = rewards[t] + (t == 1 ? 0 : 0.9 * later);
            expected[t] = later - values[t];
        }
        assertArrayEquals(expected, found, 1e-12);
    }

    @Test
    void advantagesBehindTheEndAreLeftAlone() {
        double[] into = {9, 9, 9};
        Returns.advantages(trajectory(new float[] {1, 1}), new float[] {0, 0}, 1, 1, 1, into);
        assertArrayEquals(new double[] {3, 2, 9}, into);
    }

    private static double[] advantages(
            double gamma, double lambda, float nextValue, float[] values, float[] rewards, int... cuts) {
        double[] advantages = new double[rewards.length];
        Returns.advantages(trajectory(rewards, cuts), values, nextValue, gamma, lambda, advantages);
        return advantages;
    }

    private static double[] discounted(double gamma, float[] rewards, int... cuts) {
        double[] returns = new double[rewards.length];
        Returns.discount(trajectory(rewards, cuts), gamma, returns);
        return returns;
    }

    private static Trajectory trajectory(float[] rewards, int... cuts) {
        Trajectory trajectory = new Trajectory();
        for (int t = 0; t < rewards.length; t++) {
            boolean cut = false;
            for (int c : cuts) {
                cut |= c == t;
            }
            trajectory.add(new SparseVector(1), 0, rewards[t], cut);
        }
        return trajectory;
    }
}
