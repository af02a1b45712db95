package io.github.gdxagents.agent.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ojalgo.array.operation.AXPY;

/**
 * Sums of gradients, shaped like a network's parameters.
 *
 * <p>The first layer's rows are marked as they are touched: clearing, adding and measuring go over those rows alone. Mutable;
 * one thread at a time.
 */
public final class Gradients {

    private final List<float[]> arrays;
    private final int rowLength;
    private final long[] touched;
    private final float[] scratch;

    /**
     * A gradient of zeros.
     *
     * @param network whose shape it takes
     */
    public Gradients(PolicyNetwork network) {
        this.arrays = Parameters.zeros(network.parameters());
        this.rowLength = network.spec().outputsOf(0);
        this.scratch = new float[rowLength];
        this.touched = new long[(network.spec().inputs() + Long.SIZE - 1) / Long.SIZE];
    }

    /**
     * The sums themselves, not a copy, in the order of {@link PolicyNetwork#parameters()}.
     *
     * @return the gradient's own arrays
     */
    public List<float[]> arrays() {
        return arrays;
    }

    /**
     * Which inputs of the first layer have been other than zero since the last {@link #clear()}. The gradient of all other rows
     * is zero.
     *
     * @return a copy of the marks
     */
    public BitSet touchedInputs() {
        return BitSet.valueOf(touched);
    }

    /** Makes every sum zero. */
    public void clear() {
        float[] first = arrays.get(0);
        for (int row = nextTouched(0); row >= 0; row = nextTouched(row + 1)) {
            Arrays.fill(first, row * rowLength, (row + 1) * rowLength, 0);
        }
        Arrays.fill(touched, 0);
        for (int k = 1; k < arrays.size(); k++) {
            Arrays.fill(arrays.get(k), 0);
        }
    }

    /**
     * Adds another gradient of the same shape.
     *
     * @param other left as it is
     */
    public void add(Gradients other) {
        float[] first = arrays.get(0);
        float[] otherFirst = other.arrays.get(0);
        for (int row = other.nextTouched(0); row >= 0; row = other.nextTouched(row + 1)) {
            touch(row);
            AXPY.invoke(first, row * rowLength, 1, otherFirst, row * rowLength, 0, rowLength);
        }
        for (int k = 1; k < arrays.size(); k++) {
            Lines.add(arrays.get(k), 1, other.arrays.get(k));
        }
    }

    /**
     * The Euclidean norm of all sums together.
     *
     * @return 0 or more
     */
    public double norm() {
        double squares = 0;
        float[] first = arrays.get(0);
        for (int row = nextTouched(0); row >= 0; row = nextTouched(row + 1)) {
            squares += squares(first, row * rowLength, (row + 1) * rowLength);
        }
        for (int k = 1; k < arrays.size(); k++) {
            squares += squares(arrays.get(k), 0, arrays.get(k).length);
        }
        return StrictMath.sqrt(squares);
    }

    /**
     * Shortens the gradient so that its norm is at most a given one; its direction stays.
     *
     * @param maxNorm above 0; infinity leaves every gradient as it is
     * @return the norm before
     */
    public double clip(double maxNorm) {
        if (!(maxNorm > 0)) {
            throw new IllegalArgumentException("maxNorm must be above 0, but was " + maxNorm);
        }
        double norm = norm();
        if (norm > maxNorm) {
            scale((float) (maxNorm / norm));
        }
        return norm;
    }

    private void scale(float factor) {
        float[] first = arrays.get(0);
        for (int row = nextTouched(0); row >= 0; row = nextTouched(row + 1)) {
            scale(first, row * rowLength, (row + 1) * rowLength, factor);
        }
        for (int k = 1; k < arrays.size(); k++) {
            scale(arrays.get(k), 0, arrays.get(k).length, factor);
        }
    }

    /** Adds {@code x · dy} to the row of one input of the first layer. */
    void addToRow(int input, float x, float[] dy) {
        touch(input);
        Lines.addToLine(arrays.get(0), input * rowLength, x, dy, scratch);
    }

    private void touch(int row) {
        touched[row >> 6] |= 1L << row;
    }

    private int nextTouched(int from) {
        int word = from >> 6;
        if (word >= touched.length) {
            return -1;
        }
        long bits = touched[word] & (-1L << from);
        while (bits == 0) {
            if (++word == touched.length) {
                return -1;
            }
            bits = touched[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    private static double squares(float[] array, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) array[i] * array[i];
        }
        return sum;
    }

    private static void scale(float[] array, int from, int to, float factor) {
        for (int i = from; i < to; i++) {
            array[i] *= factor;
        }
    }
}
