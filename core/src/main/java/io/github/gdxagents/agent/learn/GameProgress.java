package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;

/**
 * Where a game stands that goes on over many updates: playing the actions again leads there.
 *
 * @param episode number of the game's episode, from 0
 * @param choices the choices of all branches of the actions taken in it so far, {@code [decisions × branches]}
 * @param values the numbers that their continuous values were squashed from, {@code [decisions × values]}
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers, which nobody compares
public record GameProgress(long episode, int[] choices, float[] values) {

    /**
     * Checks the number.
     *
     * @param episode number of the game's episode, from 0
     * @param choices the choices of all branches of the actions taken in it so far, {@code [decisions × branches]}
     * @param values the numbers that their continuous values were squashed from, {@code [decisions × values]}
     */
    public GameProgress {
        if (episode < 0) {
            throw new IllegalArgumentException("episode must be 0 or more, but was " + episode);
        }
    }

    /**
     * At the beginning of the next episode.
     *
     * @return a game in which nothing was done yet
     */
    public GameProgress next() {
        return new GameProgress(episode + 1, new int[0], new float[0]);
    }

    /**
     * How many decisions there are.
     *
     * @param spec what may be done
     * @return 0 or more
     * @throws IllegalArgumentException if the numbers are not those of whole actions
     */
    public int decisions(ActionSpec spec) {
        int branches = spec.branches().size();
        int ranges = spec.ranges().size();
        int decisions = branches > 0 ? choices.length / branches : values.length / ranges;
        if (choices.length != decisions * branches || values.length != decisions * ranges) {
            throw new IllegalArgumentException(choices.length + " choices and " + values.length
                    + " values are no whole number of actions of " + spec);
        }
        return decisions;
    }

    /**
     * What was done at a decision.
     *
     * @param decision 0 (inclusive) to {@link #decisions} (exclusive)
     * @param into overwritten
     * @throws IllegalArgumentException if it cannot be done
     */
    public void action(int decision, Action into) {
        int branches = into.spec().branches().size();
        for (int branch = 0; branch < branches; branch++) {
            into.choose(branch, choices[decision * branches + branch]);
        }
        int ranges = into.spec().ranges().size();
        for (int i = 0; i < ranges; i++) {
            into.setUnsquashed(i, values[decision * ranges + i]);
        }
    }
}
