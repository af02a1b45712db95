package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Moments;

/**
 * Brings the rewards of one game to a size that a critic learns easily: divided by the deviation of the discounted returns
 * {@code Rₜ = γ Rₜ₋₁ + rₜ} that training has seen so far, as in Engstrom et al., "Implementation Matters in Deep Policy Gradients",
 * 2020. The scale stands still during an update. One thread at a time.
 */
final class RewardScale {

    private final boolean active;
    private final double gamma;
    private final Moments returns = new Moments(1);
    private double discounted;
    private double factor = 1;

    RewardScale(LearnerConfig config) {
        this.active = config.actorCritic().scaleRewards();
        this.gamma = config.gamma();
    }

    /** An episode begins, or what comes does not follow what was: rewards in between were not seen. */
    void begin() {
        discounted = 0;
    }

    /** Takes notice of a reward, and gives it as the learner shall see it. */
    float scaled(float reward) {
        if (!active) {
            return reward;
        }
        discounted = gamma * discounted + reward;
        returns.add(discounted);
        return (float) (reward * factor);
    }

    /** The returns of this update. */
    Moments returns() {
        return returns;
    }

    /** Forgets this update's returns, not where the present one stands. */
    void next() {
        returns.clear();
    }

    /** From here on rewards are scaled by what was seen in all games. */
    void use(Moments allReturns) {
        double deviation = allReturns.deviation(0);
        factor = active && deviation > 1e-8 ? 1 / deviation : 1;
    }
}
