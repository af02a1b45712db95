package io.github.gdxagents.agent.learn;

/**
 * How an agent that learns in a running game gets on.
 *
 * @param decisions decisions of this agent so far
 * @param recorded those that were handed to the learner, or will be when their piece is complete
 * @param dropped those of the policy that were played but not recorded, since the learner was behind
 * @param episodes episodes of this agent that have ended, those before the state that it was resumed from included
 * @param meanScore20 mean score of the last 20 episodes that the policy played alone, or of all if there are fewer; NaN before the first
 * @param meanScore100 the same of the last 100
 * @param recordMean mean score that the kept weights are known by, over all agents of the learner; NaN until the first window of episodes
 *     is full
 * @param updates updates made by the learner
 * @param learnedDecisions decisions that the learner has learned from, each counted once
 * @param playingVersion number of the weights that this agent plays with: 0 for the first ones
 * @param finishedVersion number of the newest finished weights
 * @param rollbacks how often older weights came back
 * @param policyLoss the clipped objective of the last update, with its sign turned
 * @param valueLoss {@code ½ (V − R)²} of the last update; NaN before it
 * @param entropy of the policy in the last update, in nats
 * @param kl how far the policy moved in it from the one that played, in nats
 */
public record LearningReport(
        long decisions,
        long recorded,
        long dropped,
        long episodes,
        double meanScore20,
        double meanScore100,
        double recordMean,
        long updates,
        long learnedDecisions,
        long playingVersion,
        long finishedVersion,
        long rollbacks,
        double policyLoss,
        double valueLoss,
        double entropy,
        double kl) {}
