package io.github.gdxagents.agent.network;

/** One logit for each action, made probabilities by the soft-max {@code π(a) = exp(zₐ) / Σ exp(z)}. */
public final class Categorical implements ActionDistribution {

    @Override
    public void probabilities(float[] logits, float[] probabilities) {
        float highest = highest(logits, probabilities.length);
        double sum = 0;
        for (int action = 0; action < probabilities.length; action++) {
            // The highest logit is taken off first, so that nothing overflows; the quotient does not change.
            probabilities[action] = (float) StrictMath.exp((double) logits[action] - highest);
            sum += probabilities[action];
        }
        for (int action = 0; action < probabilities.length; action++) {
            probabilities[action] = (float) (probabilities[action] / sum);
        }
    }

    /** {@inheritDoc} For a soft-max this is {@code weight · (1[a = action] − π(a))}. */
    @Override
    public void addLogLikelihoodGradient(float[] probabilities, int action, float weight, float[] logitGradient) {
        for (int a = 0; a < probabilities.length; a++) {
            logitGradient[a] += weight * ((a == action ? 1 : 0) - probabilities[a]);
        }
    }

    /** {@inheritDoc} For a soft-max the logarithms are {@code z(a) − log Σ exp(z)}. */
    @Override
    public void probabilities(float[] logits, float[] probabilities, float[] logProbabilities) {
        float highest = highest(logits, probabilities.length);
        double sum = 0;
        for (int action = 0; action < probabilities.length; action++) {
            probabilities[action] = (float) StrictMath.exp((double) logits[action] - highest);
            sum += probabilities[action];
        }
        double logSum = highest + StrictMath.log(sum);
        for (int action = 0; action < probabilities.length; action++) {
            probabilities[action] = (float) (probabilities[action] / sum);
            logProbabilities[action] = (float) Math.max(-Float.MAX_VALUE, Math.min(0, logits[action] - logSum));
        }
    }

    /** {@inheritDoc} For a soft-max this is {@code −weight · π(a) (log π(a) + H)}. */
    @Override
    public void addEntropyGradient(
            float[] probabilities, float[] logProbabilities, float weight, float[] logitGradient) {
        float entropy = 0;
        for (int a = 0; a < probabilities.length; a++) {
            entropy -= probabilities[a] * logProbabilities[a];
        }
        for (int a = 0; a < probabilities.length; a++) {
            logitGradient[a] -= weight * probabilities[a] * (logProbabilities[a] + entropy);
        }
    }

    private static float highest(float[] logits, int actions) {
        float highest = logits[0];
        for (int action = 1; action < actions; action++) {
            highest = Math.max(highest, logits[action]);
        }
        return highest;
    }
}
