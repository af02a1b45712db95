package io.github.gdxagents.agent.learn;

/**
 * What one update did, for whoever listens.
 *
 * @param update number of updates so far, this one included
 * @param decisions number of decisions that have been learned from so far
 * @param episodes number of episodes that have been learned from so far
 * @param meanScore mean score of the last 100 episodes, or of all if there are fewer
 * @param loss {@code −Σ A log π} over the update's decisions, divided by their number
 * @param entropy mean entropy of the policy at the update's decisions, in nats
 * @param gradientNorm norm of the gradient before it was shortened
 * @param best whether that mean is the highest so far; with fewer than 100 scores, always
 */
public record UpdateReport(
        long update,
        long decisions,
        long episodes,
        double meanScore,
        double loss,
        double entropy,
        double gradientNorm,
        boolean best) {}
