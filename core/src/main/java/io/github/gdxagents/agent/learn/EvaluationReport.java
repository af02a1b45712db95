package io.github.gdxagents.agent.learn;

import java.util.List;

/**
 * How a policy scored in fresh episodes.
 *
 * @param scores one for each episode, in the order of their numbers
 * @param decisions decisions of all episodes together
 */
public record EvaluationReport(List<Double> scores, long decisions) {

    /**
     * Copies the scores; there must be one at least.
     *
     * @param scores one for each episode, in the order of their numbers
     * @param decisions decisions of all episodes together
     */
    public EvaluationReport {
        scores = List.copyOf(scores);
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("scores must not be empty");
        }
    }

    /**
     * Mean score.
     *
     * @return the mean
     */
    public double mean() {
        return scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /**
     * Standard deviation of the scores, with n − 1 in the denominator.
     *
     * @return 0 or more; 0 for a single episode
     */
    public double standardDeviation() {
        double mean = mean();
        double squares = 0;
        for (double score : scores) {
            squares += (score - mean) * (score - mean);
        }
        return scores.size() == 1 ? 0 : Math.sqrt(squares / (scores.size() - 1));
    }

    /**
     * Half the width of the 95 % confidence interval of the mean, 1.96 standard errors (normal approximation).
     *
     * @return 0 or more
     */
    public double confidence95() {
        return 1.96 * standardDeviation() / Math.sqrt(scores.size());
    }

    /**
     * Lowest score.
     *
     * @return the minimum
     */
    public double min() {
        return scores.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /**
     * Highest score.
     *
     * @return the maximum
     */
    public double max() {
        return scores.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /**
     * How many different scores there are. One alone, from many episodes, says that they may all have been the same game.
     *
     * @return 1 or more
     */
    public long distinct() {
        return scores.stream().distinct().count();
    }
}
