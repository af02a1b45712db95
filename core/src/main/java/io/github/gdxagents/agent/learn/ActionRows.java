package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import java.util.Arrays;

/**
 * Many actions, one after the other. The arrays grow when they must and are kept when it is cleared. One thread at a time.
 */
final class ActionRows {

    private final ActionSpec spec;
    private final int branches;
    private final int values;
    private int[] choices;
    private float[] unsquashed;
    private int rows;

    ActionRows(ActionSpec spec, int room) {
        this.spec = spec;
        this.branches = spec.branches().size();
        this.values = spec.ranges().size();
        this.choices = new int[room * branches];
        this.unsquashed = new float[room * values];
    }

    ActionSpec spec() {
        return spec;
    }

    int rows() {
        return rows;
    }

    void clear() {
        rows = 0;
    }

    void add(Action action) {
        grow();
        for (int branch = 0; branch < branches; branch++) {
            choices[rows * branches + branch] = action.choice(branch);
        }
        for (int i = 0; i < values; i++) {
            unsquashed[rows * values + i] = action.unsquashed(i);
        }
        rows++;
    }

    void makeRoom(int count) {
        if (choices.length < count * branches) {
            choices = Arrays.copyOf(choices, count * branches);
        }
        if (unsquashed.length < count * values) {
            unsquashed = Arrays.copyOf(unsquashed, count * values);
        }
    }

    private void grow() {
        if ((rows + 1) * branches > choices.length) {
            choices = Arrays.copyOf(choices, Math.max(branches, 2 * choices.length));
        }
        if ((rows + 1) * values > unsquashed.length) {
            unsquashed = Arrays.copyOf(unsquashed, Math.max(values, 2 * unsquashed.length));
        }
    }

    void get(int row, Action into) {
        for (int branch = 0; branch < branches; branch++) {
            into.choose(branch, choices[row * branches + branch]);
        }
        for (int i = 0; i < values; i++) {
            into.setUnsquashed(i, unsquashed[row * values + i]);
        }
    }

    int choice(int row) {
        return choices[row * branches];
    }

    /** Becomes equal to another one of the same spec. */
    void copyFrom(ActionRows other) {
        if (choices.length < other.rows * branches) {
            choices = new int[other.choices.length];
        }
        if (unsquashed.length < other.rows * values) {
            unsquashed = new float[other.unsquashed.length];
        }
        System.arraycopy(other.choices, 0, choices, 0, other.rows * branches);
        System.arraycopy(other.unsquashed, 0, unsquashed, 0, other.rows * values);
        rows = other.rows;
    }

    /** A copy that is no larger than it must be. */
    ActionRows copy() {
        ActionRows copy = new ActionRows(spec, Math.max(1, rows));
        copy.copyFrom(this);
        return copy;
    }

    /** The choices of all rows. */
    int[] choicesArray() {
        return Arrays.copyOf(choices, rows * branches);
    }

    /** The numbers that the continuous values of all rows were squashed from. */
    float[] valuesArray() {
        return Arrays.copyOf(unsquashed, rows * values);
    }
}
