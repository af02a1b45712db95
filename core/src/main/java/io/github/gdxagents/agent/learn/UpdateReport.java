package io.github.gdxagents.agent.learn;

import java.util.List;

/**
 * What one update did, for whoever listens. Means are over the decisions of all passes of the update.
 *
 * @param update number of updates so far, this one included
 * @param decisions number of decisions that have been learned from so far
 * @param episodes number of episodes that have been finished so far
 * @param meanScore mean score of the last 100 episodes, or of all if there are fewer; NaN before the first
 * @param meanScore20 mean score of the last 20 episodes, or of all if there are fewer; NaN before the first
 * @param finished the episodes that were finished in this update
 * @param loss of the policy: {@code −A log π}, or the clipped objective with its sign turned
 * @param valueLoss {@code ½ (V − R)²}; NaN without a critic
 * @param valueLossFirst the same in the first pass alone
 * @param valueLossLast the same in the last pass alone
 * @param values how the critic valued the observations before the update; NaN without a critic
 * @param entropy of the policy, in nats
 * @param gradientNorm norm of the gradient before it was shortened, a mean over the update's steps
 * @param eventLoss cross-entropy of the foreseen events, in nats; NaN without any
 * @param kl how far the policy moved from the one that played, in nats; 0 for a single step
 * @param clipped part of the decisions whose gradient was cut off, 0 to 1
 * @param accuracy part of the decisions in which the most probable action is the one that was taken, 0 to 1
 * @param rateFactor what the learning rate was multiplied by, above 0 and at most 1
 */
public record UpdateReport(
        long update,
        long decisions,
        long episodes,
        double meanScore,
        double meanScore20,
        List<FinishedEpisode> finished,
        double loss,
        double valueLoss,
        double valueLossFirst,
        double valueLossLast,
        Spread values,
        double entropy,
        double gradientNorm,
        double eventLoss,
        double kl,
        double clipped,
        double accuracy,
        double rateFactor) {

    /**
     * Copies the list.
     *
     * @param update number of updates so far, this one included
     * @param decisions number of decisions that have been learned from so far
     * @param episodes number of episodes that have been finished so far
     * @param meanScore mean score of the last 100 episodes, or of all if there are fewer; NaN before the first
     * @param meanScore20 mean score of the last 20 episodes, or of all if there are fewer; NaN before the first
     * @param finished the episodes that were finished in this update
     * @param loss of the policy: {@code −A log π}, or the clipped objective with its sign turned
     * @param valueLoss {@code ½ (V − R)²}; NaN without a critic
     * @param valueLossFirst the same in the first pass alone
     * @param valueLossLast the same in the last pass alone
     * @param values how the critic valued the observations before the update; NaN without a critic
     * @param entropy of the policy, in nats
     * @param gradientNorm norm of the gradient before it was shortened, a mean over the update's steps
     * @param eventLoss cross-entropy of the foreseen events, in nats; NaN without any
     * @param kl how far the policy moved from the one that played, in nats; 0 for a single step
     * @param clipped part of the decisions whose gradient was cut off, 0 to 1
     * @param accuracy part of the decisions in which the most probable action is the one that was taken, 0 to 1
     * @param rateFactor what the learning rate was multiplied by, above 0 and at most 1
     */
    public UpdateReport {
        finished = List.copyOf(finished);
    }
}
