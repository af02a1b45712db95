package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftMaxTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1, 5, 15})
    void agreesWithExactProbabilitiesToFiveDigits(double deviation) {
        RandomStream random = new RandomStream(1);
        for (int trial = 0; trial < 500; trial++) {
            float[] outputs = new float[1 + random.below(80)];
            for (int i = 0; i < outputs.length; i++) {
                outputs[i] = (float) (deviation * random.gaussian());
            }
            assertAgrees(outputs);
        }
    }

    @Test
    void agreesWithExactProbabilitiesFarApart() {
        assertAgrees(new float[] {0, -80});
        assertAgrees(new float[] {40, -40, 0});
        assertAgrees(new float[] {-100, -100, -120});
        assertAgrees(new float[] {1e30f, 1e30f});
    }

    @Test
    void everyExponentIsExactToFiveDigits() {
        for (int i = 0; i <= 80_000; i++) {
            float x = -i / 1000f;
            double exact = StrictMath.exp(x);
            assertEquals(exact, SoftMax.exp(x), 1e-5 * exact, "exp(" + x + ")");
        }
    }

    @Test
    void whatIsFurtherBelowThanEightyCountsAsNothing() {
        float[] probabilities = new float[3];
        SoftMax.of(new float[] {0, -100, -1e30f}, 0, probabilities);
        assertEquals(1, probabilities[0]);
        assertTrue(probabilities[1] >= 0 && probabilities[1] < 1e-34, "" + probabilities[1]);
        assertTrue(probabilities[2] >= 0 && probabilities[2] < 1e-34, "" + probabilities[2]);
    }

    @Test
    void onlyTheOutputsAskedForCount() {
        float[] alone = new float[2];
        SoftMax.of(new float[] {1, 3}, 0, alone);
        float[] among = new float[2];
        SoftMax.of(new float[] {500, -7, 1, 3, 900}, 2, among);
        assertArrayEquals(alone, among);
        // 1 / (1 + e²)
        assertEquals(0.1192029, among[0], 1e-6);
    }

    private static void assertAgrees(float[] outputs) {
        float[] found = new float[outputs.length];
        SoftMax.of(outputs, 0, found);
        double highest = Float.NEGATIVE_INFINITY;
        for (float output : outputs) {
            highest = Math.max(highest, output);
        }
        double sum = 0;
        for (float output : outputs) {
            sum += StrictMath.exp(output - highest);
        }
        double total = 0;
        for (int i = 0; i < found.length; i++) {
            double exact = StrictMath.exp(outputs[i] - highest) / sum;
            // Below exp(-80) all is nothing.
            assertEquals(exact, found[i], 1e-5 * exact + 2e-35);
            total += found[i];
        }
        assertEquals(1, total, 1e-5);
    }
}
