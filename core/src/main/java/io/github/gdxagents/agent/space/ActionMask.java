package io.github.gdxagents.agent.space;

import java.util.Arrays;

/**
 * Which choices are not allowed at a decision. All are, unless they are forbidden. A policy never takes a forbidden choice, and learns
 * as if it did not exist. Made once and filled again and again; one thread at a time.
 */
public final class ActionMask {

    private final int[] sizes;
    private final int[] starts;
    private final long[] forbidden;
    private boolean any;

    /**
     * Everything is allowed.
     *
     * @param spec what may be done in general
     */
    public ActionMask(ActionSpec spec) {
        this.sizes = spec.branches().stream().mapToInt(Integer::intValue).toArray();
        this.starts = new int[sizes.length];
        int next = 0;
        for (int branch = 0; branch < sizes.length; branch++) {
            starts[branch] = next;
            next += sizes[branch];
        }
        this.forbidden = new long[words(spec)];
    }

    /**
     * How many numbers {@link #words()} has.
     *
     * @param spec what may be done in general
     * @return 64 choices of all branches go into one
     */
    public static int words(ActionSpec spec) {
        return (spec.choices() + 63) / 64;
    }

    /** Allows everything. */
    public void allowAll() {
        if (any) {
            Arrays.fill(forbidden, 0);
            any = false;
        }
    }

    /**
     * Forbids a choice of the first branch: an action, where there is but one branch.
     *
     * @param choice 0 (inclusive) to the number of its choices (exclusive)
     */
    public void forbid(int choice) {
        forbid(0, choice);
    }

    /**
     * Forbids a choice of a branch. At least one choice of each branch must stay allowed when a decision is made.
     *
     * @param branch 0 (inclusive) to the number of branches (exclusive)
     * @param choice 0 (inclusive) to the number of its choices (exclusive)
     * @throws IllegalArgumentException if one of them is outside
     */
    public void forbid(int branch, int choice) {
        int bit = bit(branch, choice);
        forbidden[bit >> 6] |= 1L << bit;
        any = true;
    }

    /**
     * Whether a choice of the first branch is allowed.
     *
     * @param choice 0 (inclusive) to the number of its choices (exclusive)
     * @return false if it was forbidden
     */
    public boolean isAllowed(int choice) {
        return isAllowed(0, choice);
    }

    /**
     * Whether a choice is allowed.
     *
     * @param branch 0 (inclusive) to the number of branches (exclusive)
     * @param choice 0 (inclusive) to the number of its choices (exclusive)
     * @return false if it was forbidden
     */
    public boolean isAllowed(int branch, int choice) {
        int bit = bit(branch, choice);
        return (forbidden[bit >> 6] & 1L << bit) == 0;
    }

    /**
     * Whether an action takes allowed choices only.
     *
     * @param action of the same spec
     * @return false if one of its choices was forbidden
     */
    public boolean allows(Action action) {
        for (int branch = 0; any && branch < sizes.length; branch++) {
            if (!isAllowed(branch, action.choice(branch))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether something is forbidden.
     *
     * @return whether any choice of any branch is
     */
    public boolean any() {
        return any;
    }

    /**
     * Whether each branch has a choice left.
     *
     * @return false if a decision is impossible
     */
    public boolean leavesAChoice() {
        for (int branch = 0; any && branch < sizes.length; branch++) {
            boolean found = false;
            for (int choice = 0; choice < sizes[branch] && !found; choice++) {
                found = isAllowed(branch, choice);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /**
     * The forbidden choices of all branches, side by side, as bits: to be kept.
     *
     * @return the mask's own array, not to be written
     */
    public long[] words() {
        return forbidden;
    }

    /**
     * Sets all from kept bits.
     *
     * @param words where the bits are
     * @param from the first of them
     */
    public void set(long[] words, int from) {
        any = false;
        for (int word = 0; word < forbidden.length; word++) {
            forbidden[word] = words[from + word];
            any |= forbidden[word] != 0;
        }
    }

    private int bit(int branch, int choice) {
        if (sizes.length == 0) {
            throw new IllegalArgumentException(
                    "there is no branch in the action's spec, but " + branch + " was asked for");
        }
        if (branch < 0 || branch >= sizes.length) {
            throw new IllegalArgumentException(
                    "branch must be from 0 to " + (sizes.length - 1) + ", but was " + branch);
        }
        if (choice < 0 || choice >= sizes[branch]) {
            throw new IllegalArgumentException(
                    "choice must be from 0 to " + (sizes[branch] - 1) + ", but was " + choice);
        }
        return starts[branch] + choice;
    }
}
