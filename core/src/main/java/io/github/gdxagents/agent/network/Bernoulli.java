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

    /** {@inheritDoc} For a sigmoid the logarithms are {@code −log(1 + exp(−z))} and {@code −log(1 + exp(z))}. */
    @Override
    public void probabilities(float[] logits, float[] probabilities, float[] logProbabilities) {
        probabilities(logits, probabilities);
        double z = logits[0];
        // log(1 + exp(x)) is x for a large x, where the exponential overflows.
        logProbabilities[0] = (float) -(z < -30 ? -z : StrictMath.log1p(StrictMath.exp(-z)));
        logProbabilities[1] = (float) -(z > 30 ? z : StrictMath.log1p(StrictMath.exp(z)));
    }

    /** {@inheritDoc} For a sigmoid this is {@code −weight · z π(0) π(1)}. */
    @Override
    public void addEntropyGradient(
            float[] probabilities, float[] logProbabilities, float weight, float[] logitGradient) {
        float logit = logProbabilities[0] - logProbabilities[1];
        // The probabilities first: where a huge logit could overflow, one of them is 0.
        logitGradient[0] -= probabilities[0] * probabilities[1] * logit * weight;
    }
}
