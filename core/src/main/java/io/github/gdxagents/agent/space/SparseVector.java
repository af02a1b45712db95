package io.github.gdxagents.agent.space;

import java.util.Arrays;

/**
 * A vector kept as the list of its non-zeros, in ascending order of their index. An observation of a game: of the 6,400 numbers
 * of a Pong picture about 22 are not zero.
 *
 * <p>Mutable, meant to be made once and filled again and again; one thread at a time.
 */
public final class SparseVector {

    private final int size;
    private final int[] indices;
    private final float[] values;
    private int count;

    /**
     * A vector of zeros.
     *
     * @param size length of the vector, 1 or more
     */
    public SparseVector(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be 1 or more, but was " + size);
        }
        this.size = size;
        this.indices = new int[size];
        this.values = new float[size];
    }

    /**
     * Length of the vector, zeros included.
     *
     * @return 1 or more
     */
    public int size() {
        return size;
    }

    /**
     * How many entries are listed.
     *
     * @return 0 to {@link #size()}
     */
    public int count() {
        return count;
    }

    /**
     * Where a listed entry stands.
     *
     * @param position 0 (inclusive) to {@link #count()} (exclusive)
     * @return 0 (inclusive) to {@link #size()} (exclusive)
     */
    public int index(int position) {
        return indices[position];
    }

    /**
     * The number of a listed entry.
     *
     * @param position 0 (inclusive) to {@link #count()} (exclusive)
     * @return the entry
     */
    public float value(int position) {
        return values[position];
    }

    /** Makes every entry zero. */
    public void clear() {
        count = 0;
    }

    /**
     * Lists one more entry. Entries come in ascending order of their index, each at most once; a zero is left out.
     *
     * @param index above every index added before, under {@link #size()}
     * @param value the entry
     * @throws IllegalArgumentException if the index is out of range or out of order
     */
    public void add(int index, float value) {
        if (index >= size || (count == 0 ? index < 0 : index <= indices[count - 1])) {
            throw new IllegalArgumentException("index must be from " + (count == 0 ? 0 : indices[count - 1] + 1)
                    + " to " + (size - 1) + ", but was " + index);
        }
        if (value != 0) {
            indices[count] = index;
            values[count++] = value;
        }
    }

    /**
     * Takes over a vector in full.
     *
     * @param dense {@link #size()} numbers
     */
    public void setDense(float[] dense) {
        if (dense.length != size) {
            throw new IllegalArgumentException("dense must have " + size + " entries, but has " + dense.length);
        }
        clear();
        for (int i = 0; i < size; i++) {
            add(i, dense[i]);
        }
    }

    /**
     * Writes the vector out in full.
     *
     * @param dense {@link #size()} numbers, overwritten
     */
    public void toDense(float[] dense) {
        if (dense.length != size) {
            throw new IllegalArgumentException("dense must have " + size + " entries, but has " + dense.length);
        }
        Arrays.fill(dense, 0);
        for (int i = 0; i < count; i++) {
            dense[indices[i]] = values[i];
        }
    }

    /**
     * Makes this vector equal to another one of the same size.
     *
     * @param other the vector to copy
     */
    public void copyFrom(SparseVector other) {
        if (other.size != size) {
            throw new IllegalArgumentException("other must have size " + size + ", but has " + other.size);
        }
        count = other.count;
        System.arraycopy(other.indices, 0, indices, 0, count);
        System.arraycopy(other.values, 0, values, 0, count);
    }

    /**
     * The listed indices, for loops that must be fast.
     *
     * @return the vector's own array, valid up to {@link #count()}; not to be written
     */
    public int[] indices() {
        return indices;
    }

    /**
     * The listed values, for loops that must be fast.
     *
     * @return the vector's own array, valid up to {@link #count()}; not to be written
     */
    public float[] values() {
        return values;
    }
}
