package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.util.List;

/**
 * All that is chosen about learning; the hyper-parameters. {@link LearnerSettings} names each of them.
 *
 * @param algorithm how experience becomes gradients
 * @param network the network
 * @param optimizer how gradients become weights
 * @param schedule how the learning rate falls
 * @param gamma the discount, 0 to 1
 * @param miniBatch about how many decisions make one step of the optimiser, 1 to 10 million; 0: all of an update
 * @param batchEpisodes for {@link Algorithm#REINFORCE}: how many whole episodes one update learns from, 1 to 10,000
 * @param actorCritic for {@link Algorithm#ACTOR_CRITIC}: its own numbers
 */
public record LearnerConfig(
        Algorithm algorithm,
        NetworkConfig network,
        OptimizerConfig optimizer,
        RateSchedule schedule,
        double gamma,
        int miniBatch,
        int batchEpisodes,
        ActorCriticConfig actorCritic) {

    /** The ways to learn. */
    public enum Algorithm {
        /** {@link Reinforce}, from whole episodes. */
        REINFORCE,
        /** {@link ActorCritic}, from pieces of games that go on. */
        ACTOR_CRITIC
    }

    /**
     * Checks the ranges, and that an actor-critic has a critic.
     *
     * @param algorithm how experience becomes gradients
     * @param network the network
     * @param optimizer how gradients become weights
     * @param schedule how the learning rate falls
     * @param gamma the discount, 0 to 1
     * @param miniBatch about how many decisions make one step of the optimiser, 1 to 10 million; 0: all of an update
     * @param batchEpisodes for {@link Algorithm#REINFORCE}: how many whole episodes one update learns from, 1 to 10,000
     * @param actorCritic for {@link Algorithm#ACTOR_CRITIC}: its own numbers
     */
    public LearnerConfig {
        if (!(gamma >= 0 && gamma <= 1)) {
            throw new IllegalArgumentException("gamma must be from 0 to 1, but was " + gamma);
        }
        if (miniBatch < 0 || miniBatch > 10_000_000) {
            throw new IllegalArgumentException("mini-batch must be from 0 to 10 million, but was " + miniBatch);
        }
        if (batchEpisodes < 1 || batchEpisodes > 10_000) {
            throw new IllegalArgumentException("batch-episodes must be from 1 to 10000, but was " + batchEpisodes);
        }
        if (algorithm == Algorithm.ACTOR_CRITIC && network.critic() == Critic.NONE) {
            throw new IllegalArgumentException(
                    "actor-critic needs a critic: critic must be shared or separate, but was none");
        }
        if (algorithm == Algorithm.REINFORCE && network.critic() != Critic.NONE) {
            throw new IllegalArgumentException("reinforce has no use for a critic: critic must be none, but was "
                    + (network.critic() == Critic.SHARED ? "shared" : "separate"));
        }
        if (actorCritic.valuePasses() > 0 && network.critic() == Critic.SHARED) {
            throw new IllegalArgumentException(
                    "value-passes need a separate critic: expected 0 with a shared one, but was "
                            + actorCritic.valuePasses());
        }
    }

    /**
     * What suits most games whose observations are vectors: an actor-critic with two small networks.
     *
     * @return the hyper-parameters
     */
    public static LearnerConfig defaults() {
        WeightInit hidden = new WeightInit(WeightInit.Kind.ORTHOGONAL, Math.sqrt(2));
        return new LearnerConfig(
                Algorithm.ACTOR_CRITIC,
                new NetworkConfig(
                        List.of(64, 64),
                        Activation.TANH,
                        true,
                        OutputKind.SOFTMAX,
                        Critic.SEPARATE,
                        hidden,
                        hidden,
                        new WeightInit(WeightInit.Kind.ORTHOGONAL, 0.01)),
                new OptimizerConfig(OptimizerConfig.Kind.ADAM, 3e-4, 0.99, 0.9, 0.999, 1e-5, false, 0.5, false),
                RateSchedule.CONSTANT,
                0.99,
                64,
                1,
                new ActorCriticConfig(0.95, 8, 256, 10, 0.2, 0.01, 1, 0, 0.5, 0.04, false, 0, 1e-3, true));
    }

    /**
     * The shape of the network for an environment.
     *
     * @param environment what is learned
     * @return the shape
     */
    public NetworkSpec spec(Environment environment) {
        return spec(environment.observationSpec(), environment.actionSpec(), environment.events());
    }

    /**
     * The shape of the network for what is seen and done. Learning from whole episodes sees entries as they are: it does not normalise
     * them.
     *
     * @param observations what is seen
     * @param actions what may be done
     * @param events number of kinds of events that there are; the network has room for them only if it learns to foresee them
     * @return the shape
     */
    public NetworkSpec spec(ObservationSpec observations, ActionSpec actions, int events) {
        boolean actorCriticLearns = algorithm == Algorithm.ACTOR_CRITIC;
        boolean foresees = actorCriticLearns && actorCritic.eventWeight() > 0;
        return network.spec(
                observations.inputs(),
                actorCriticLearns ? observations.normalisedInputs() : 0,
                actions,
                foresees ? events : 0);
    }

    /**
     * The shape of the network for a game of features and of one choice at a time.
     *
     * @param inputs length of an observation
     * @param actions number of actions
     * @param events number of kinds of events that there are; the network has room for them only if it learns to foresee them
     * @return the shape
     */
    public NetworkSpec spec(int inputs, int actions, int events) {
        return spec(ObservationSpec.features(inputs), ActionSpec.discrete(actions), events);
    }
}
