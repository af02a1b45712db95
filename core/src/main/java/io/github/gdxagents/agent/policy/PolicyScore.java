package io.github.gdxagents.agent.policy;

/**
 * How good a policy was in fresh episodes, as its training found.
 *
 * @param episodes played, 1 or more
 * @param mean score of an episode, finite
 * @param standardError of the mean, 0 or more, finite
 */
public record PolicyScore(int episodes, double mean, double standardError) {

    /**
     * Checks the ranges.
     *
     * @param episodes played, 1 or more
     * @param mean score of an episode, finite
     * @param standardError of the mean, 0 or more, finite
     */
    public PolicyScore {
        if (episodes < 1) {
            throw new IllegalArgumentException("a score must come from 1 episode or more, but came from " + episodes);
        }
        if (Math.abs(mean) > Double.MAX_VALUE || !(standardError >= 0 && standardError <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "a score must have a finite mean and a finite error of 0 or more, but has " + mean + " and "
                            + standardError);
        }
    }
}
