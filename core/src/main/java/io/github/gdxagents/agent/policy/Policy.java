package io.github.gdxagents.agent.policy;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.PolicyAgent;
import io.github.gdxagents.agent.network.ActingNetwork;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.util.Map;
import java.util.Optional;

/**
 * What an agent has learned, ready to play: a network, and what it sees and may do. It does not change, so that any number of agents
 * and threads may share one; a game loads it once and makes an agent for each character. It says which game it was trained on, so
 * that a game can tell its own policies from others.
 *
 * @param game what it was trained on, as its name on the command line; at most 4,096 bytes of UTF-8
 * @param settings the game's own settings, by name; at most 256
 * @param observations what the agent sees
 * @param network the policy's own: shared by all its agents, not to be written. To learn on, take a copy of it
 * @param score how good it was in fresh episodes, if that is known
 */
public record Policy(
        String game,
        Map<String, String> settings,
        ObservationSpec observations,
        PolicyNetwork network,
        Optional<PolicyScore> score) {

    /**
     * Copies what it is given and checks that it fits together. Where the network normalises nothing the observations say so. What only training needs of a network is left out: see
     * {@link ActingNetwork}.
     *
     * @param game what it was trained on, as its name on the command line; at most 4,096 bytes of UTF-8
     * @param settings the game's own settings, by name; at most 256
     * @param observations what the agent sees
     * @param network copied
     * @param score how good it was in fresh episodes, if that is known
     * @throws IllegalArgumentException if the network was made for other observations, or a weight is no finite number
     */
    public Policy {
        settings = Map.copyOf(settings);
        PolicyAgent.requireFits(network.spec(), observations);
        if (network.spec().normalised() == 0 && observations.normalisedInputs() > 0) {
            // Learned by a way that sees entries as they are: so it is to be seen from the file.
            observations = observations.unnormalised();
        }
        if (!network.isFinite()) {
            throw new IllegalArgumentException("a policy must have finite weights, but one is not a finite number");
        }
        network = ActingNetwork.of(network, true);
    }

    /**
     * The same without a critic: it acts alike, has no value to show, and takes less memory and a smaller file (half of both, if the
     * critic had layers of its own).
     *
     * @return a new policy, or this one if it has no critic
     */
    public Policy withoutCritic() {
        return network.spec().critic() == Critic.NONE
                ? this
                : new Policy(game, settings, observations, ActingNetwork.of(network, false), score);
    }

    /**
     * What may be done.
     *
     * @return the spec
     */
    public ActionSpec actions() {
        return network.spec().actions();
    }

    /**
     * An agent that plays it, for one thread. Made before the game begins: {@link PolicyAgent#act} then allocates nothing.
     *
     * @param choice whether actions are sampled
     * @param random where samples come from; not used by a greedy agent
     * @return a new agent
     */
    public PolicyAgent agent(ActionChoice choice, RandomStream random) {
        return new PolicyAgent(network, observations, choice, random);
    }

    /**
     * Where the game writes what the agent sees.
     *
     * @return a new observation, all zero, everything allowed
     */
    public Observation newObservation() {
        return new Observation(observations, actions());
    }

    /**
     * Where the agent writes what is to be done.
     *
     * @return a new action
     */
    public Action newAction() {
        return new Action(actions());
    }
}
