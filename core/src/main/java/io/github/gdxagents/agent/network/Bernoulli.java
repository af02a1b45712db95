package io.github.gdxagents.agent.network;

/** Two actions and one logit, made the probability of action 0 by the sigmoid {@code σ(z) = 1 / (1 + exp(−z))}. */
public final class Bernoulli implements ActionDistribution {

    @Override
    public void probabilities(float[] logits, float[] probabilities) {
        double first = 1 / (1 + StrictMath.exp(-logits[0]));
        probabilities[0] = (float) first;
        probabilities[1] = (float) (1 - first);
    }

    /** {@inheritDoc} For a sigmoid this is {@code weight · (1[action = 0] − π(0))}. */
    @Override
    public void addLogLikelihoodGradient(float[] probabilities, int action, float weight, float[] logitGradient) {
        logitGradient[0] += weight * ((action == 0 ? 1 : 0) - probabilities[0]);
    }
}
