package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormaliserTest {

    private final Normaliser normaliser = new Normaliser(2);

    @Test
    void beforeAnythingWasSeenAllPassesAsItIs() {
        assertArrayEquals(new float[] {3, -0.25f, 0, 7}, normal(normaliser, 3, -0.25f, 0, 7));
        assertArrayEquals(new float[] {0, 0, 0, 0}, normal(normaliser, 0, 0, 0, 0));
    }

    @Test
    void theFirstInputsAreShiftedAndScaledTheOthersPass() {
        // Means 4 and −1, deviations 2 and 0.5.
        normaliser.set(List.of(10.0, 4.0, -1.0, 40.0, 2.5));
        assertArrayEquals(new float[] {1, 2, 77, -3}, normal(normaliser, 6, 0, 77, -3), 1e-6f);
        assertArrayEquals(new float[] {0, -1, 0, 100}, normal(normaliser, 4, -1.5f, 0, 100), 1e-6f);
        assertArrayEquals(
                new float[] {-2, 2, 0, 0}, normal(normaliser, 0, 0, 0, 0), 1e-6f, "a zero is a number like any other");
    }

    @Test
    void whatIsFarOutIsHeldWithinTen() {
        normaliser.set(List.of(10.0, 4.0, -1.0, 40.0, 2.5));
        assertArrayEquals(new float[] {10, -10, 5000, 0}, normal(normaliser, 25, -7, 5000, 0));
        assertArrayEquals(new float[] {10, -10, 0, 0}, normal(normaliser, Float.MAX_VALUE, -Float.MAX_VALUE, 0, 0));
    }

    @Test
    void anInputThatNeverChangedIsOnlyShifted() {
        // A constant, and one whose spread is rounding.
        normaliser.set(List.of(1000.0, 5.0, 1e6, 0.0, 1e-3));
        assertArrayEquals(new float[] {0, 0, 1, 1}, normal(normaliser, 5, 1_000_000, 1, 1));
        assertArrayEquals(new float[] {0.5f, 2, 1, 1}, normal(normaliser, 5.5f, 1_000_002, 1, 1), 1e-6f);
    }

    @Test
    void whatWasSeenComesOutWithMeanNoughtAndDeviationOne() {
        Moments seen = new Moments(2);
        RandomStream random = new RandomStream(1);
        float[][] rows = new float[1000][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new float[] {(float) (1e4 + 30 * random.gaussian()), (float) (1e-5 * random.uniform()), 1, 1};
            SparseVector vector = new SparseVector(4);
            vector.setDense(rows[row]);
            seen.add(vector);
            if (row % 100 == 99) {
                normaliser.learn(seen);
                seen.clear();
            }
        }
        double[] sums = new double[2];
        double[] squares = new double[2];
        for (float[] row : rows) {
            float[] normal = normal(normaliser, row);
            for (int i = 0; i < 2; i++) {
                sums[i] += normal[i] / rows.length;
                squares[i] += normal[i] * normal[i] / (double) rows.length;
            }
        }
        for (int i = 0; i < 2; i++) {
            assertEquals(0, sums[i], 1e-3);
            assertEquals(1, squares[i], 1e-3);
        }
    }

    @Test
    void whatIsKeptComesBackAndCopiesAreEqual() {
        Moments seen = new Moments(2);
        SparseVector vector = new SparseVector(2);
        for (float[] row : new float[][] {{1, 2}, {0.1f, 5}, {-7, 1e-3f}}) {
            vector.setDense(row);
            seen.add(vector);
        }
        normaliser.learn(seen);
        Normaliser back = new Normaliser(2);
        back.set(normaliser.toList());
        Normaliser copy = new Normaliser(2);
        copy.copyFrom(normaliser);
        assertEquals(normaliser.toList(), back.toList());
        assertEquals(normaliser.toList(), copy.toList());
        float[] expected = normal(normaliser, 3, 3, 3, 3);
        assertArrayEquals(expected, normal(back, 3, 3, 3, 3));
        assertArrayEquals(expected, normal(copy, 3, 3, 3, 3));
        normaliser.learn(seen);
        copy.learn(seen);
        assertEquals(normaliser.toList(), copy.toList());
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> back.set(List.of(1.0, 2.0, 3.0)));
        assertEquals("moments must have 5 numbers, but have 3", refusal.getMessage());
    }

    @Test
    void zerosAreNotListed() {
        normaliser.set(List.of(10.0, 4.0, -1.0, 40.0, 2.5));
        SparseVector raw = new SparseVector(4);
        raw.add(0, 4);
        raw.add(1, -1);
        SparseVector into = new SparseVector(4);
        into.add(3, 99);
        normaliser.apply(raw, into);
        assertEquals(0, into.count());
    }

    @Test
    void allocatesNothing() {
        Moments seen = new Moments(2);
        SparseVector raw = new SparseVector(4);
        raw.add(1, 3);
        raw.add(3, 1);
        SparseVector into = new SparseVector(4);
        Normaliser copy = new Normaliser(2);
        Runnable use = () -> {
            for (int i = 0; i < 1000; i++) {
                seen.add(raw);
                normaliser.apply(raw, into);
                normaliser.learn(seen);
                copy.copyFrom(normaliser);
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(50, use));
    }

    private static float[] normal(Normaliser normaliser, float... raw) {
        SparseVector vector = new SparseVector(raw.length);
        vector.setDense(raw);
        SparseVector into = new SparseVector(raw.length);
        normaliser.apply(vector, into);
        float[] normal = new float[raw.length];
        into.toDense(normal);
        return normal;
    }
}
