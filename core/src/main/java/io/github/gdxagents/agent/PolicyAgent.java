package io.github.gdxagents.agent;

import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.PolicyHead;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationHistory;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.SparseVector;

/**
 * An agent with a network: observation → outputs → probabilities → action. {@link #act} allocates nothing. Not for sharing between
 * threads; many may share one network that stands still.
 */
public final class PolicyAgent implements Agent {

    private final ForwardPass pass;
    private final PolicyHead head;
    private final ObservationHistory history;
    private final ActionChoice choice;
    private RandomStream random;

    /**
     * An agent.
     *
     * @param network its policy; used as it is at the time of each decision; one that normalises nothing fits as well, as learning from
     *     whole episodes makes it
     * @param observations what it sees
     * @param choice whether actions are sampled
     * @param random where samples come from; not used by a greedy agent
     * @throws IllegalArgumentException if the network was made for other observations
     */
    public PolicyAgent(PolicyNetwork network, ObservationSpec observations, ActionChoice choice, RandomStream random) {
        NetworkSpec spec = network.spec();
        requireFits(spec, observations);
        this.pass = new ForwardPass(network);
        this.head = new PolicyHead(spec);
        this.history = new ObservationHistory(observations);
        this.choice = choice;
        this.random = random;
    }

    /**
     * Makes sure that a network can see some observations.
     *
     * @param spec the network's shape
     * @param observations what is to be seen
     * @throws IllegalArgumentException if the network was made for other observations
     */
    public static void requireFits(NetworkSpec spec, ObservationSpec observations) {
        // A network may see entries as they are: REINFORCE does not normalise.
        boolean normalisedOtherwise = spec.normalised() > 0 && spec.normalised() != observations.normalisedInputs();
        if (spec.inputs() != observations.inputs() || normalisedOtherwise) {
            throw new IllegalArgumentException("the network has " + spec.inputs() + " inputs, " + spec.normalised()
                    + " of them normalised, but the observations have " + observations.inputs() + " and "
                    + observations.normalisedInputs());
        }
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
    public void begin() {
        history.begin();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if everything is forbidden
     */
    @Override
    public void act(Observation observation, Action into) {
        head.read(pass.forward(history.input(observation)), observation.mask());
        history.advance();
        if (choice == ActionChoice.GREEDY) {
            head.greedy(into);
        } else {
            head.sample(random, into);
        }
    }

    /**
     * The probabilities of the first branch behind the last action.
     *
     * @return the agent's own array, overwritten by the next {@link #act}
     */
    public float[] probabilities() {
        return head.probabilities(0);
    }

    /**
     * All that the policy said behind the last action.
     *
     * @return the agent's own, overwritten by the next {@link #act}
     */
    public PolicyHead head() {
        return head;
    }

    /**
     * What the network got for the last action: the observations as one vector, normalised where the network does so.
     *
     * @return overwritten by the next {@link #act}, or with the observation
     */
    public SparseVector input() {
        return pass.input();
    }
}
