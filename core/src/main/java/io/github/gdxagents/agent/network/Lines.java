package io.github.gdxagents.agent.network;

import org.ojalgo.array.operation.AXPY;

/**
 * Sums over lines, which are pieces of a long array.
 *
 * <p>The JVM makes vector instructions of {@code y[i] += a * x[i]}, but not of {@code y[i] += a * x[from + i]} (measured on Java 17
 * and 25: 17 ns against 57 to 100 ns for 192 numbers). So a line is copied to an array of its own first, which costs less than it
 * brings. The sums are the same to the last bit.
 */
final class Lines {

    /** Shorter lines are not worth the copy. */
    private static final int SHORT = 32;

    private Lines() {}

    /** y += a · line; the copy, as long as y, is overwritten. */
    static void addLine(float[] y, float a, float[] lines, int from, float[] copy) {
        if (y.length < SHORT) {
            AXPY.invoke(y, 0, a, lines, from, 0, y.length);
        } else {
            System.arraycopy(lines, from, copy, 0, y.length);
            add(y, a, copy);
        }
    }

    /** y += a · x, in the form that becomes vector instructions. */
    static void add(float[] y, float a, float[] x) {
        for (int i = 0; i < y.length; i++) {
            y[i] += a * x[i];
        }
    }

    /** line += a · x; the copy, as long as x, is overwritten. */
    static void addToLine(float[] lines, int from, float a, float[] x, float[] copy) {
        if (x.length < SHORT) {
            AXPY.invoke(lines, from, a, x, 0, 0, x.length);
        } else {
            System.arraycopy(lines, from, copy, 0, x.length);
            add(copy, a, x);
            System.arraycopy(copy, 0, lines, from, x.length);
        }
    }
}
