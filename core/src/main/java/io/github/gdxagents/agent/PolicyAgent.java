package io.github.gdxagents.agent;

import io.github.gdxagents.agent.network.ActionDistribution;
import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.SparseVector;
import io.github.gdxagents.agent.random.RandomStream;

/**
 * An agent with a network: observation → logits → probabilities → action. {@link #act} allocates nothing. Not for sharing
 * between threads; many may share one network that stands still.
 */
public final class PolicyAgent implements Agent {

    private final ForwardPass pass;
    private final ActionDistribution distribution;
    private final ActionChoice choice;
    private final float[] probabilities;
    private RandomStream random;

    /**
     * An agent.
     *
     * @param network its policy; used as it is at the time of each decision
     * @param choice whether actions are sampled
     * @param random where samples come from; not used by a greedy agent
     */
    public PolicyAgent(PolicyNetwork network, ActionChoice choice, RandomStream random) {
        this.pass = new ForwardPass(network);
        this.distribution = network.spec().output().distribution();
        this.choice = choice;
        this.probabilities = new float[network.spec().actions()];
        this.random = random;
    }

    /**
     * From here on samples come from another stream.
     *
     * @param stream for example the one of the next episode
     */
    public void useRandom(RandomStream stream) {
        this.random = stream;
    }

    @Override
    public int act(SparseVector observation) {
        distribution.probabilities(pass.forward(observation), probabilities);
        return choice == ActionChoice.GREEDY
                ? ActionDistribution.greedy(probabilities)
                : ActionDistribution.sample(probabilities, random);
    }

    /**
     * The probabilities behind the last action.
     *
     * @return the agent's own array, overwritten by the next {@link #act}
     */
    public float[] probabilities() {
        return probabilities;
    }
}
