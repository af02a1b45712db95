package io.github.gdxagents.desktop.play;

/**
 * Numbers that come at an even pace, to be drawn as a curve: when there are too many, every second one is left out and the pace
 * halves. One thread at a time; nothing is allocated after construction.
 */
public final class LearningCurve {

    private static final int MOST = 480;

    private final float[] values = new float[MOST];
    private int count;
    private int pace = 1;
    private int skipped;

    /** A curve without numbers. */
    public LearningCurve() {
        // Filled by add.
    }

    /**
     * Appends a number.
     *
     * @param value what is drawn; NaN leaves a gap
     */
    public void add(float value) {
        if (++skipped < pace) {
            return;
        }
        if (count == MOST) {
            for (int i = 0; i < MOST / 2; i++) {
                values[i] = values[2 * i + 1];
            }
            count = MOST / 2;
            // What was added since the last number counts towards the next one.
            pace *= 2;
            return;
        }
        skipped = 0;
        values[count++] = value;
    }

    /**
     * How many numbers there are.
     *
     * @return 0 to 480
     */
    public int count() {
        return count;
    }

    /**
     * A number.
     *
     * @param index 0 (inclusive) to {@link #count()} (exclusive)
     * @return the number
     */
    public float value(int index) {
        return values[index];
    }

    /**
     * How many additions one number stands for.
     *
     * @return 1, 2, 4, …
     */
    public int pace() {
        return pace;
    }
}
