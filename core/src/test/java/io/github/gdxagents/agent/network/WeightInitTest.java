package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightInitTest {

    @Test
    void gaussianWeightsHaveTheDeviationOfTheirInputs() {
        assertNormal(filled("gaussian", 400, 300), 1 / Math.sqrt(400));
        assertNormal(filled("gaussian:3", 300, 400), 3 / Math.sqrt(300));
    }

    @Test
    void normalWeightsHaveTheScaleAsDeviation() {
        assertNormal(filled("normal:0.05", 400, 300), 0.05);
        assertNormal(filled("normal", 300, 400), 1);
    }

    @Test
    void glorotWeightsFillTheirInterval() {
        float[] weights = filled("glorot:2", 400, 200);
        double limit = 2 * Math.sqrt(6.0 / 600);
        double lowest = 0;
        double highest = 0;
        double squares = 0;
        for (float w : weights) {
            lowest = Math.min(lowest, w);
            highest = Math.max(highest, w);
            squares += (double) w * w / weights.length;
        }
        assertTrue(lowest >= -(float) limit && lowest < -0.999 * limit, "lowest " + lowest);
        assertTrue(highest <= (float) limit && highest > 0.999 * limit, "highest " + highest);
        assertEquals(limit * limit / 3, squares, 0.01 * limit * limit);
    }

    @ParameterizedTest
    @CsvSource({"6, 4", "4, 6", "5, 5", "1, 3", "3, 1", "1, 1", "150, 40", "40, 150"})
    void orthogonalWeightsAreOrthonormalAlongTheShorterSide(int inputs, int outputs) {
        float[] weights = filled("orthogonal:1.5", inputs, outputs);
        int shorter = Math.min(inputs, outputs);
        for (int i = 0; i < shorter; i++) {
            for (int j = 0; j <= i; j++) {
                double dot = 0;
                for (int k = 0; k < Math.max(inputs, outputs); k++) {
                    // Column-major: weight of input c and output r at c · outputs + r.
                    dot += inputs >= outputs
                            ? (double) weights[k * outputs + i] * weights[k * outputs + j]
                            : (double) weights[i * outputs + k] * weights[j * outputs + k];
                }
                assertEquals(i == j ? 1.5 * 1.5 : 0, dot, 1e-5, i + ", " + j);
            }
        }
    }

    @Test
    void orthogonalWeightsPreferNoSign() {
        // Without the signs of R the first entries of Q would all be of one sign.
        int positive = 0;
        for (int seed = 0; seed < 200; seed++) {
            float[] weights = new float[12];
            WeightInit.parse("orthogonal").fill(weights, 4, 3, new RandomStream(seed * 977L));
            positive += weights[0] > 0 ? 1 : 0;
        }
        assertEquals(100, positive, 36);
    }

    @ParameterizedTest
    @EnumSource(WeightInit.Kind.class)
    void sameStreamGivesTheSameWeights(WeightInit.Kind kind) {
        float[] one = new float[3000];
        float[] other = new float[3000];
        new WeightInit(kind, 1).fill(one, 60, 50, new RandomStream(9));
        new WeightInit(kind, 1).fill(other, 60, 50, new RandomStream(9));
        assertArrayEquals(one, other);
        new WeightInit(kind, 1).fill(other, 60, 50, new RandomStream(10));
        assertTrue(one[0] != other[0] && one[2999] != other[2999]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaussian", "glorot", "orthogonal:1.41", "normal:0.05", "normal:1.0E-4", "gaussian:1000.0"})
    void textsReadBack(String text) {
        assertEquals(text, WeightInit.parse(text).toString());
        assertEquals(
                WeightInit.parse(text), WeightInit.parse(WeightInit.parse(text).toString()));
    }

    @Test
    void textsMeanWhatTheySay() {
        assertEquals(new WeightInit(WeightInit.Kind.NORMAL, 0.05), WeightInit.parse("normal:0.05"));
        assertEquals(new WeightInit(WeightInit.Kind.GLOROT, 1), WeightInit.parse("glorot"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "gauss",
                "normal:",
                "normal:x",
                "normal:0",
                "normal:-1",
                "normal:NaN",
                "normal:1e4",
                "normal:1:2",
                ":1"
            })
    void refusesOtherTexts(String text) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> WeightInit.parse(text));
        assertTrue(refusal.getMessage().contains("'" + text + "'"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1000.5, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAScaleOutOfRange(double scale) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new WeightInit(WeightInit.Kind.NORMAL, scale));
        assertTrue(refusal.getMessage().contains("was " + scale), refusal.getMessage());
    }

    private static float[] filled(String init, int inputs, int outputs) {
        float[] weights = new float[inputs * outputs];
        WeightInit.parse(init).fill(weights, inputs, outputs, new RandomStream(1));
        return weights;
    }

    private static void assertNormal(float[] weights, double deviation) {
        double mean = 0;
        double squares = 0;
        double within = 0;
        for (float w : weights) {
            mean += (double) w / weights.length;
            squares += (double) w * w / weights.length;
            within += Math.abs(w) < deviation ? 1.0 / weights.length : 0;
        }
        // Five standard errors.
        assertEquals(0, mean, 5 * deviation / Math.sqrt(weights.length));
        assertEquals(deviation, Math.sqrt(squares), 5 * deviation / Math.sqrt(2.0 * weights.length));
        assertEquals(0.6827, within, 0.01);
    }
}
