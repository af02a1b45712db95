package io.github.gdxagents.agent.space;

import java.util.Arrays;

/**
 * One action: a choice for each branch, a number for each continuous value. Made once and filled again and again; one thread at a
 * time.
 *
 * <p>A continuous value {@code v} is kept with the number {@code u} that it was squashed from,
 * {@code v = low + (high − low) (tanh(u) + 1) / 2}: policies draw {@code u}, games read {@code v}.
 */
public final class Action {

    /** tanh(9) differs from 1 by 3·10⁻⁸: where a value at its bound is taken to come from. */
    private static final float FARTHEST = 9;

    private final ActionSpec spec;
    private final int[] sizes;
    private final int[] choices;
    private final float[] lows;
    private final float[] highs;
    private final float[] unsquashed;
    private final float[] values;

    /**
     * The first choice of each branch, the middle of each range.
     *
     * @param spec what may be done
     */
    public Action(ActionSpec spec) {
        this.spec = spec;
        this.sizes = spec.branches().stream().mapToInt(Integer::intValue).toArray();
        this.choices = new int[sizes.length];
        int count = spec.ranges().size();
        this.lows = new float[count];
        this.highs = new float[count];
        this.unsquashed = new float[count];
        this.values = new float[count];
        for (int i = 0; i < count; i++) {
            lows[i] = spec.ranges().get(i).low();
            highs[i] = spec.ranges().get(i).high();
        }
        reset();
    }

    /**
     * What may be done.
     *
     * @return the spec
     */
    public ActionSpec spec() {
        return spec;
    }

    /** Back to the first choice of each branch and the middle of each range. */
    public void reset() {
        Arrays.fill(choices, 0);
        for (int i = 0; i < values.length; i++) {
            setUnsquashed(i, 0);
        }
    }

    /**
     * The choice of the first branch: the action, where there is but one branch.
     *
     * @return 0 (inclusive) to the number of its choices (exclusive)
     */
    public int choice() {
        return choice(0);
    }

    /**
     * The choice of a branch.
     *
     * @param branch 0 (inclusive) to the number of branches (exclusive)
     * @return 0 (inclusive) to the number of its choices (exclusive)
     */
    public int choice(int branch) {
        checkIndex("branch", branch, choices.length);
        return choices[branch];
    }

    /**
     * Makes the choice of the first branch.
     *
     * @param choice 0 (inclusive) to the number of its choices (exclusive)
     * @throws IllegalArgumentException if it is outside
     */
    public void choose(int choice) {
        choose(0, choice);
    }

    /**
     * Makes the choice of a branch.
     *
     * @param branch 0 (inclusive) to the number of branches (exclusive)
     * @param choice 0 (inclusive) to the number of its choices (exclusive)
     * @throws IllegalArgumentException if one of them is outside
     */
    public void choose(int branch, int choice) {
        checkIndex("branch", branch, choices.length);
        checkIndex("choice", choice, sizes[branch]);
        choices[branch] = choice;
    }

    /**
     * A continuous value.
     *
     * @param index 0 (inclusive) to the number of continuous values (exclusive)
     * @return within its range
     */
    public float value(int index) {
        checkIndex("continuous value", index, values.length);
        return values[index];
    }

    /**
     * Sets a continuous value.
     *
     * @param index 0 (inclusive) to the number of continuous values (exclusive)
     * @param value within its range
     * @throws IllegalArgumentException if it is outside, or not a number
     */
    public void setValue(int index, float value) {
        checkIndex("continuous value", index, values.length);
        if (!(value >= lows[index] && value <= highs[index])) {
            throw new IllegalArgumentException("continuous value " + index + " must be from " + lows[index] + " to "
                    + highs[index] + ", but was " + value);
        }
        double part = 2 * ((double) value - lows[index]) / ((double) highs[index] - lows[index]) - 1;
        // The inverse of tanh; infinite at the bounds.
        double u = 0.5 * (StrictMath.log1p(part) - StrictMath.log1p(-part));
        unsquashed[index] = (float) Math.max(-FARTHEST, Math.min(FARTHEST, u));
        values[index] = value;
    }

    /**
     * The number that a continuous value was squashed from.
     *
     * @param index 0 (inclusive) to the number of continuous values (exclusive)
     * @return any finite number
     */
    public float unsquashed(int index) {
        checkIndex("continuous value", index, values.length);
        return unsquashed[index];
    }

    /**
     * Sets a continuous value by the number that it is squashed from.
     *
     * @param index 0 (inclusive) to the number of continuous values (exclusive)
     * @param number any finite number
     * @throws IllegalArgumentException if it is not finite
     */
    public void setUnsquashed(int index, float number) {
        checkIndex("continuous value", index, values.length);
        if (!Float.isFinite(number)) {
            throw new IllegalArgumentException(
                    "a continuous value must be squashed from a finite number, but was from " + number);
        }
        unsquashed[index] = number;
        double part = (StrictMath.tanh(number) + 1) / 2;
        float value = (float) (lows[index] + ((double) highs[index] - lows[index]) * part);
        values[index] = Math.max(lows[index], Math.min(highs[index], value));
    }

    /**
     * Becomes equal to another action of the same spec.
     *
     * @param other copied
     * @throws IllegalArgumentException if its spec is another one
     */
    public void copyFrom(Action other) {
        if (!spec.equals(other.spec)) {
            throw new IllegalArgumentException("expected an action of " + spec + ", but was one of " + other.spec);
        }
        System.arraycopy(other.choices, 0, choices, 0, choices.length);
        System.arraycopy(other.unsquashed, 0, unsquashed, 0, unsquashed.length);
        System.arraycopy(other.values, 0, values, 0, values.length);
    }

    /** For example {@code choices [2] values [0.5]}. */
    @Override
    public String toString() {
        return "choices " + Arrays.toString(choices) + " values " + Arrays.toString(values);
    }

    private static void checkIndex(String name, int index, int count) {
        if (count == 0) {
            throw new IllegalArgumentException(
                    "there is no " + name + " in the action's spec, but " + index + " was asked for");
        }
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException(name + " must be from 0 to " + (count - 1) + ", but was " + index);
        }
    }
}
