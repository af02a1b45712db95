package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.BatchPass;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.Arrays;

/**
 * Many observations of the same length, each kept as its few non-zeros, one after the other in three arrays. The arrays grow
 * when they must and are kept when it is cleared. One thread at a time.
 */
public final class SparseRows {

    private int[] starts;
    private int[] indices;
    private float[] values;
    private int rows;

    /** No rows, with room for some. */
    public SparseRows() {
        this(new int[65], new int[2048], new float[2048], 0);
    }

    private SparseRows(int[] starts, int[] indices, float[] values, int rows) {
        this.starts = starts;
        this.indices = indices;
        this.values = values;
        this.rows = rows;
    }

    /**
     * How many rows there are.
     *
     * @return 0 or more
     */
    public int rows() {
        return rows;
    }

    /**
     * How many non-zeros all rows have together.
     *
     * @return 0 or more
     */
    public int nonZeros() {
        return starts[rows];
    }

    /** Removes all rows. */
    public void clear() {
        rows = 0;
    }

    /**
     * Appends a row.
     *
     * @param row copied
     */
    public void add(SparseVector row) {
        int start = starts[rows];
        int count = row.count();
        grow(count);
        for (int k = 0; k < count; k++) {
            indices[start + k] = row.index(k);
            values[start + k] = row.value(k);
        }
        starts[++rows] = start + count;
    }

    /**
     * Hands a row to a pass through a network, without copying it.
     *
     * @param row 0 (inclusive) to {@link #rows()} (exclusive)
     * @param pass where it goes
     * @param slot which of the pass's samples it becomes
     */
    public void load(int row, BatchPass pass, int slot) {
        pass.input(slot, indices, values, starts[row], starts[row + 1]);
    }

    /**
     * Reads a row.
     *
     * @param row 0 (inclusive) to {@link #rows()} (exclusive)
     * @param into overwritten
     */
    public void get(int row, SparseVector into) {
        into.clear();
        for (int k = starts[row]; k < starts[row + 1]; k++) {
            into.add(indices[k], values[k]);
        }
    }

    /**
     * A copy that shares nothing with this one and is no larger than it must be.
     *
     * @return new rows
     */
    public SparseRows copy() {
        int room = Math.max(1, nonZeros());
        return new SparseRows(
                Arrays.copyOf(starts, rows + 2), Arrays.copyOf(indices, room), Arrays.copyOf(values, room), rows);
    }

    /**
     * Makes room for rows, so that adding them allocates nothing.
     *
     * @param count how many
     * @param numbers how many non-zeros they have together
     */
    public void makeRoom(int count, int numbers) {
        if (starts.length < count + 2) {
            starts = Arrays.copyOf(starts, count + 2);
        }
        if (indices.length < numbers) {
            indices = Arrays.copyOf(indices, numbers);
            values = Arrays.copyOf(values, numbers);
        }
    }

    private void grow(int count) {
        if (rows + 1 == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        int needed = Math.addExact(starts[rows], count);
        if (needed > indices.length) {
            int length = Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8, 2L * indices.length));
            indices = Arrays.copyOf(indices, length);
            values = Arrays.copyOf(values, length);
        }
    }
}
