package io.github.gdxagents.agent.checkpoint;

/**
 * How good a policy was in fresh episodes during its training.
 *
 * @param decisions learned from at that moment
 * @param episodes played, 1 or more
 * @param mean score
 * @param standardError of the mean, 0 or more
 */
public record HeldOutScore(long decisions, int episodes, double mean, double standardError) {

    /**
     * Checks the ranges.
     *
     * @param decisions learned from at that moment
     * @param episodes played, 1 or more
     * @param mean score
     * @param standardError of the mean, 0 or more
     */
    public HeldOutScore {
        if (decisions < 0 || episodes < 1 || !Double.isFinite(mean) || !(standardError >= 0)) {
            throw new IllegalArgumentException(
                    "a score of fresh episodes needs decisions of 0 or more, 1 episode or more, a"
                            + " finite mean and an error of 0 or more, but has " + decisions + ", " + episodes + ", "
                            + mean
                            + " and " + standardError);
        }
    }

    /**
     * The lower end of the mean's 95 % confidence interval (normal approximation).
     *
     * @return the mean less 1.96 standard errors
     */
    public double lowerEnd() {
        return mean - 1.96 * standardError;
    }

    /**
     * Whether this score is better than another one by more than both their errors explain.
     *
     * @param other the score to beat
     * @return whether the difference is more than one standard error of the difference
     */
    public boolean isBetterThan(HeldOutScore other) {
        double error = Math.sqrt(standardError * standardError + other.standardError * other.standardError);
        return mean - other.mean > error;
    }
}
