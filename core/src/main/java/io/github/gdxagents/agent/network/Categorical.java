package io.github.gdxagents.agent.network;

/** One logit for each action, made probabilities by the soft-max {@code π(a) = exp(zₐ) / Σ exp(z)}. */
public final class Categorical implements ActionDistribution {

    @Override
    public void probabilities(float[] logits, float[] probabilities) {
        float highest = logits[0];
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double sum = 0;
        for (int action = 0; action < logits.length; action++) {
            // The highest logit is taken off first, so that nothing overflows; the quotient does not change.
            probabilities[action] = (float) StrictMath.exp((double) logits[action] - highest);
            sum += probabilities[action];
        }
        for (int action = 0; action < logits.length; action++) {
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
}
