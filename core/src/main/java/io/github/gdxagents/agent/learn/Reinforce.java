package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.ActionDistribution;
import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.Gradients;
import io.github.gdxagents.agent.network.PolicyNetwork;
import java.util.Arrays;

/**
 * REINFORCE (Williams, "Simple statistical gradient-following algorithms for connectionist reinforcement learning", 1992): the
 * gradient of the loss
 *
 * <pre>{@code L = − Σₜ Aₜ log π(aₜ | sₜ)}</pre>
 *
 * <p>of one episode, where the advantages {@code Aₜ} are its discounted returns, cut where the game says so and standardised over
 * the episode, as in "Pong from Pixels". Losses of several episodes add up. One thread at a time.
 */
public final class Reinforce {

    private final double gamma;
    private final ForwardPass pass;
    private final ActionDistribution distribution;
    private final float[] probabilities;
    private final float[] logitGradient;
    private double[] advantages = new double[1024];
    private double loss;
    private double entropy;

    /**
     * Gradients for one network.
     *
     * @param network whose gradients are computed, with its weights as they are at each call
     * @param gamma the discount, 0 to 1
     */
    public Reinforce(PolicyNetwork network, double gamma) {
        this.gamma = gamma;
        this.pass = new ForwardPass(network);
        this.distribution = network.spec().output().distribution();
        this.probabilities = new float[network.spec().actions()];
        this.logitGradient = new float[network.spec().outputsOf(network.spec().layers() - 1)];
    }

    /**
     * Adds the gradient of the loss of one episode.
     *
     * @param episode what happened
     * @param into the sums to add to
     */
    public void addGradient(Trajectory episode, Gradients into) {
        int length = episode.length();
        if (advantages.length < length) {
            advantages = new double[Math.max(length, 2 * advantages.length)];
        }
        Returns.discount(episode, gamma, advantages);
        Returns.standardise(advantages, length);
        loss = 0;
        entropy = 0;
        for (int t = 0; t < length; t++) {
            float[] logits = episode.observations().forward(t, pass);
            distribution.probabilities(logits, probabilities);
            int action = episode.action(t);
            loss -= advantages[t] * ActionDistribution.logLikelihood(probabilities, action);
            entropy += ActionDistribution.entropy(probabilities);
            Arrays.fill(logitGradient, 0);
            distribution.addLogLikelihoodGradient(probabilities, action, (float) -advantages[t], logitGradient);
            pass.backward(logitGradient, into);
        }
    }

    /**
     * The loss of the last episode.
     *
     * @return {@code − Σₜ Aₜ log π(aₜ | sₜ)}
     */
    public double loss() {
        return loss;
    }

    /**
     * The policy's entropy summed over the decisions of the last episode.
     *
     * @return nats, 0 or more
     */
    public double entropy() {
        return entropy;
    }
}
