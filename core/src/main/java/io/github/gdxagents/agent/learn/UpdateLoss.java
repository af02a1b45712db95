package io.github.gdxagents.agent.learn;

/**
 * What an update found out about the policy while it learned, each a mean over the decisions of all its passes.
 *
 * @param policy loss of the policy
 * @param value loss {@code ½ (V − R)²} of the value; NaN without a critic
 * @param valueFirst the same in the first pass alone
 * @param valueLast the same in the last pass alone
 * @param values how the critic valued the observations before the update; all NaN without a critic
 * @param entropy of the policy, in nats
 * @param gradientNorm norm of the gradient before it was shortened, a mean over the steps
 * @param eventLoss cross-entropy of the foreseen events, in nats; NaN without any
 * @param kl how far the policy moved from the one that played, in nats
 * @param clipped part of the decisions whose gradient was cut off, 0 to 1
 * @param accuracy part of the decisions in which the most probable action is the one that was taken, 0 to 1
 */
record UpdateLoss(
        double policy,
        double value,
        double valueFirst,
        double valueLast,
        Spread values,
        double entropy,
        double gradientNorm,
        double eventLoss,
        double kl,
        double clipped,
        double accuracy) {

    /** There was nothing to learn from. */
    static UpdateLoss nothing() {
        return new UpdateLoss(
                0, Double.NaN, Double.NaN, Double.NaN, Spread.of(new double[0], 0), 0, 0, Double.NaN, 0, 0, 0);
    }
}
