package io.github.gdxagents.agent.network;

import java.util.Arrays;

/**
 * Sums of gradients, shaped like a network's lines (see {@link ParameterLayout}).
 *
 * <p>Lines that are not touched are zero and never looked at: of the first layer, only those of the inputs that occurred. Filled by
 * {@link BatchPass#gather}; different lines may be filled by different threads.
 */
public final class Gradients {

    private final float[][] lines;
    private final double[] squares;
    private final int[] touched;
    private final boolean[] isTouched;
    private final boolean[] stale;
    private int touchedCount;

    /**
     * A gradient of zeros.
     *
     * @param network whose shape it takes
     */
    public Gradients(PolicyNetwork network) {
        this.lines = network.layout().zeroLines();
        this.squares = new double[lines.length];
        this.touched = new int[lines.length];
        this.isTouched = new boolean[lines.length];
        this.stale = new boolean[lines.length];
    }

    /** Makes every sum zero. */
    public void clear() {
        for (int k = 0; k < touchedCount; k++) {
            isTouched[touched[k]] = false;
        }
        touchedCount = 0;
    }

    /**
     * How many lines have been touched since the last {@link #clear()}.
     *
     * @return 0 to the number of lines
     */
    public int touchedCount() {
        return touchedCount;
    }

    /**
     * One of the touched lines.
     *
     * @param position 0 (inclusive) to {@link #touchedCount()} (exclusive)
     * @return the line's number
     */
    public int touched(int position) {
        return touched[position];
    }

    /**
     * Whether a line has been touched.
     *
     * @param line its number
     * @return false: its sums are zero, whatever stands in {@link #line}
     */
    public boolean isTouched(int line) {
        return isTouched[line];
    }

    /**
     * The sums of a touched line, not a copy.
     *
     * @param line its number
     * @return the gradient's own array
     */
    public float[] line(int line) {
        return lines[line];
    }

    /**
     * The Euclidean norm of all sums together, in the order in which the lines were touched.
     *
     * @return 0 or more, or not finite if a sum is not
     */
    public double norm() {
        double sum = 0;
        for (int k = 0; k < touchedCount; k++) {
            sum += squares[touched[k]];
        }
        return StrictMath.sqrt(sum);
    }

    /** Marks a line, which is to be filled before anything else is asked; one thread at a time. */
    void touch(int line) {
        if (!isTouched[line]) {
            isTouched[line] = true;
            stale[line] = true;
            touched[touchedCount++] = line;
        }
    }

    /** A touched line, to be added to; {@link #filled} follows. */
    float[] open(int line) {
        if (stale[line]) {
            stale[line] = false;
            Arrays.fill(lines[line], 0);
        }
        return lines[line];
    }

    /** A line has its sums. */
    void filled(int line) {
        squares[line] = Lines.squares(lines[line]);
    }
}
