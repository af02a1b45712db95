package io.github.gdxagents.agent.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseVectorTest {

    private final SparseVector vector = new SparseVector(5);

    @Test
    void beginsWithZeros() {
        assertEquals(5, vector.size());
        assertEquals(0, vector.count());
        assertArrayEquals(new float[5], dense(vector));
    }

    @Test
    void listsWhatIsAdded() {
        vector.add(0, 1.5f);
        vector.add(4, -2);
        assertEquals(2, vector.count());
        assertEquals(0, vector.index(0));
        assertEquals(1.5f, vector.value(0));
        assertEquals(4, vector.index(1));
        assertEquals(-2, vector.value(1));
        assertArrayEquals(new float[] {1.5f, 0, 0, 0, -2}, dense(vector));
    }

    @Test
    void leavesZerosOut() {
        vector.add(1, 0);
        vector.add(2, -0.0f);
        vector.add(3, 7);
        assertEquals(1, vector.count());
        assertEquals(3, vector.index(0));
    }

    @Test
    void keepsWhatIsNotANumber() {
        vector.add(1, Float.NaN);
        assertEquals(1, vector.count());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesAnIndexOutside(int index) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> vector.add(index, 1));
        assertEquals("index must be from 0 to 4, but was " + index, refusal.getMessage());
        assertEquals(0, vector.count());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, 5})
    void refusesAnIndexOutOfOrder(int index) {
        vector.add(2, 1);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> vector.add(index, 1));
        assertEquals("index must be from 3 to 4, but was " + index, refusal.getMessage());
        assertEquals(1, vector.count());
    }

    @Test
    void beginsAnewAfterClear() {
        vector.add(4, 1);
        vector.clear();
        vector.add(0, 2);
        assertArrayEquals(new float[] {2, 0, 0, 0, 0}, dense(vector));
    }

    @Test
    void takesOverAVectorInFull() {
        vector.add(1, 9);
        vector.setDense(new float[] {0, 0, 3, 0, -1});
        assertEquals(2, vector.count());
        assertArrayEquals(new float[] {0, 0, 3, 0, -1}, dense(vector));
        vector.setDense(new float[] {1, 2, 3, 4, 5});
        assertEquals(5, vector.count());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5}, dense(vector));
    }

    @Test
    void copiesShareNothing() {
        vector.setDense(new float[] {0, 1, 0, 2, 0});
        SparseVector copy = new SparseVector(5);
        copy.add(0, 8);
        copy.copyFrom(vector);
        vector.setDense(new float[] {5, 5, 5, 5, 5});
        assertArrayEquals(new float[] {0, 1, 0, 2, 0}, dense(copy));
    }

    @Test
    void refusesOtherSizes() {
        assertThrows(IllegalArgumentException.class, () -> vector.setDense(new float[4]));
        assertThrows(IllegalArgumentException.class, () -> vector.toDense(new float[6]));
        SparseVector longer = new SparseVector(6);
        assertThrows(IllegalArgumentException.class, () -> vector.copyFrom(longer));
        assertThrows(IllegalArgumentException.class, () -> new SparseVector(0));
        assertThrows(IllegalArgumentException.class, () -> new SparseVector(-1));
    }

    private static float[] dense(SparseVector vector) {
        float[] dense = {9, 9, 9, 9, 9};
        vector.toDense(dense);
        return dense;
    }
}
