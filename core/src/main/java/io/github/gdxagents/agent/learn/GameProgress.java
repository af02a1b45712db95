package io.github.gdxagents.agent.learn;

/**
 * Where a game stands that goes on over many updates: playing the actions again leads there.
 *
 * @param episode number of the game's episode, from 0
 * @param actions the actions taken in it so far
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers, which nobody compares
public record GameProgress(long episode, int[] actions) {

    /**
     * Checks the number.
     *
     * @param episode number of the game's episode, from 0
     * @param actions the actions taken in it so far
     */
    public GameProgress {
        if (episode < 0) {
            throw new IllegalArgumentException("episode must be 0 or more, but was " + episode);
        }
    }
}
