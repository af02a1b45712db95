package io.github.gdxagents.agent.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an agent may do at a decision: some discrete branches, of each of which one choice is made, and some continuous values, each
 * within its range. Most games have one branch, or only values; both together are allowed.
 *
 * @param branches number of choices of each branch, 2 to 1,024; at most 64 branches
 * @param ranges bounds of each continuous value; at most 64
 */
public record ActionSpec(List<Integer> branches, List<ValueRange> ranges) {

    /** The most branches, and the most continuous values. */
    public static final int MAX_PARTS = 64;

    /** The most choices of one branch. */
    public static final int MAX_CHOICES = 1024;

    /**
     * Copies the lists and checks the numbers.
     *
     * @param branches number of choices of each branch, 2 to 1,024; at most 64 branches
     * @param ranges bounds of each continuous value; at most 64
     */
    public ActionSpec {
        branches = List.copyOf(branches);
        ranges = List.copyOf(ranges);
        if (branches.isEmpty() && ranges.isEmpty()) {
            throw new IllegalArgumentException("there must be something to do: a branch or a continuous value");
        }
        check("number of branches", branches.size(), 0, MAX_PARTS);
        check("number of continuous values", ranges.size(), 0, MAX_PARTS);
        for (int choices : branches) {
            check("choices of a branch", choices, 2, MAX_CHOICES);
        }
    }

    /**
     * One choice among a few actions.
     *
     * @param actions 2 to 1,024
     * @return the spec
     */
    public static ActionSpec discrete(int actions) {
        check("actions", actions, 2, MAX_CHOICES);
        return new ActionSpec(List.of(actions), List.of());
    }

    /**
     * Several choices at once, for example where to steer and whether to shoot.
     *
     * @param choices number of choices of each branch, 2 to 1,024
     * @return the spec
     */
    public static ActionSpec branches(int... choices) {
        List<Integer> branches = new ArrayList<>();
        for (int count : choices) {
            branches.add(count);
        }
        return new ActionSpec(branches, List.of());
    }

    /**
     * Continuous values that share their bounds.
     *
     * @param values how many, 1 to 64
     * @param low the lowest value, inclusive
     * @param high the highest value, inclusive
     * @return the spec
     */
    public static ActionSpec continuous(int values, float low, float high) {
        check("number of continuous values", values, 1, MAX_PARTS);
        return new ActionSpec(List.of(), Collections.nCopies(values, new ValueRange(low, high)));
    }

    /**
     * How many choices all branches have together: the length of all their probabilities side by side.
     *
     * @return 0 or more
     */
    public int choices() {
        int sum = 0;
        for (int count : branches) {
            sum += count;
        }
        return sum;
    }

    /**
     * Whether an action is one choice and nothing else.
     *
     * @return whether there is one branch and no continuous value
     */
    public boolean isDiscrete() {
        return branches.size() == 1 && ranges.isEmpty();
    }

    private static void check(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be from " + min + " to " + max + ", but was " + value);
        }
    }
}
