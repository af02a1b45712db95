package io.github.gdxagents.agent.network;

import io.github.gdxagents.agent.random.RandomStream;

/**
 * How the outputs of a network become the probabilities of a few discrete actions. Implementations are stateless and allocate
 * nothing; {@code probabilities} has as many entries as there are actions; {@code logits} begins with as many as the network has
 * logits, and what follows is neither read nor written.
 */
public interface ActionDistribution {

    /**
     * Probabilities of all actions.
     *
     * @param logits the network's outputs, any finite numbers
     * @param probabilities overwritten; sums to 1
     */
    void probabilities(float[] logits, float[] probabilities);

    /**
     * Adds the gradient of a weighted log-likelihood, {@code weight · ∂ log π(action) / ∂ logits}.
     *
     * @param probabilities of all actions, as {@link #probabilities} made them of the logits
     * @param action the action that was taken, from 0
     * @param weight the factor, for example an advantage
     * @param logitGradient one entry for each logit; the gradient is added to it
     */
    void addLogLikelihoodGradient(float[] probabilities, int action, float weight, float[] logitGradient);

    /**
     * Probabilities of all actions and their logarithms, which stay finite where a probability is rounded to 0.
     *
     * @param logits the network's outputs, any finite numbers
     * @param probabilities overwritten; sums to 1
     * @param logProbabilities overwritten; each at most 0
     */
    void probabilities(float[] logits, float[] probabilities, float[] logProbabilities);

    /**
     * Adds the gradient of a weighted entropy, {@code weight · ∂ H(π) / ∂ logits}.
     *
     * @param probabilities of all actions
     * @param logProbabilities their logarithms
     * @param weight the factor
     * @param logitGradient one entry for each logit; the gradient is added to it
     */
    void addEntropyGradient(float[] probabilities, float[] logProbabilities, float weight, float[] logitGradient);

    /**
     * An action drawn with the given probabilities; one draw of the stream. Never one whose probability is 0.
     *
     * @param probabilities of all actions
     * @param random where the draw comes from
     * @return an action, from 0
     */
    static int sample(float[] probabilities, RandomStream random) {
        double left = random.uniform();
        int last = 0;
        for (int action = 0; action < probabilities.length; action++) {
            left -= probabilities[action];
            if (left < 0) {
                return action;
            }
            last = probabilities[action] > 0 ? action : last;
        }
        // The probabilities are rounded: their sum may be a little less than 1.
        return last;
    }

    /**
     * The most probable action, the first one if several are.
     *
     * @param probabilities of all actions
     * @return an action, from 0
     */
    static int greedy(float[] probabilities) {
        int best = 0;
        for (int action = 1; action < probabilities.length; action++) {
            if (probabilities[action] > probabilities[best]) {
                best = action;
            }
        }
        return best;
    }

    /**
     * The log-likelihood of an action, held above log(10⁻¹⁵) so that it stays finite.
     *
     * @param probabilities of all actions
     * @param action the action, from 0
     * @return log π(action), at most 0
     */
    static double logLikelihood(float[] probabilities, int action) {
        return StrictMath.log(Math.max(probabilities[action], 1e-15));
    }

    /**
     * The entropy {@code −Σ π log π}, in nats.
     *
     * @param probabilities of all actions
     * @param logProbabilities their logarithms
     * @return 0 to log(number of actions)
     */
    static double entropy(float[] probabilities, float[] logProbabilities) {
        double entropy = 0;
        for (int action = 0; action < probabilities.length; action++) {
            entropy -= (double) probabilities[action] * logProbabilities[action];
        }
        return entropy;
    }
}
