package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ObservationSpec;
import org.jspecify.annotations.Nullable;

/** What is chosen about a {@link LearningAgent}. One thread at a time. */
public final class LearningAgentBuilder {

    /** The most episodes of a window: beyond it, nothing would ever come back. */
    private static final int MOST_EPISODES = 10_000;

    private final ObservationSpec observations;
    private final ActionSpec actions;
    private LearnerConfig config = LearnerConfig.defaults();
    private long seed;
    private boolean background = true;
    private int rollbackEpisodes = 20;
    private @Nullable PolicyNetwork network;
    private @Nullable TrainerState state;

    LearningAgentBuilder(ObservationSpec observations, ActionSpec actions) {
        this.observations = observations;
        this.actions = actions;
    }

    /**
     * The hyper-parameters; those of {@link LearnerConfig#defaults()} if nothing else is said. An update learns from {@code games}
     * pieces of {@code rollout} decisions each, as in training without a window: with one agent, pieces that follow each other.
     *
     * @param hyperParameters of an actor-critic
     * @return this
     * @throws IllegalArgumentException if they are of another algorithm
     */
    public LearningAgentBuilder learner(LearnerConfig hyperParameters) {
        if (hyperParameters.algorithm() != LearnerConfig.Algorithm.ACTOR_CRITIC) {
            throw new IllegalArgumentException(
                    "learning in a running game needs the algorithm actor-critic, but was given reinforce");
        }
        this.config = hyperParameters;
        return this;
    }

    /**
     * Where all chance comes from: first weights, actions, the order of learning. 0 if nothing else is said.
     *
     * @param runSeed any number
     * @return this
     */
    public LearningAgentBuilder seed(long runSeed) {
        this.seed = runSeed;
        return this;
    }

    /**
     * Whether a thread of its own learns while the game runs; it does if nothing else is said. Otherwise the game calls {@link
     * LearningAgent#learn()}, and the same calls give the same bytes.
     *
     * @param ownThread whether there is such a thread
     * @return this
     */
    public LearningAgentBuilder background(boolean ownThread) {
        this.background = ownThread;
        return this;
    }

    /**
     * How many episodes are compared with the record, to find out whether learning made things worse; 20 if nothing else is said.
     * It takes two windows in a row: old weights come back after twice as many episodes.
     *
     * @param episodes 2 to 10,000; 0: old weights never come back
     * @return this
     */
    public LearningAgentBuilder rollbackEpisodes(int episodes) {
        if (episodes != 0 && (episodes < 2 || episodes > MOST_EPISODES)) {
            throw new IllegalArgumentException(
                    "rollback-episodes must be 0 or from 2 to " + MOST_EPISODES + ", but was " + episodes);
        }
        this.rollbackEpisodes = episodes;
        return this;
    }

    /**
     * Begins with given weights in place of fresh ones. They are something to lose: the first update waits until as many episodes as
     * {@link #rollbackEpisodes} says have shown how good they are. A network does not know how large rewards were when it was learned:
     * where they are scaled, the scale is found anew while it is measured, and its critic may first have to learn it. {@link #resume}
     * is what keeps the scale.
     *
     * @param weights of the shape that the hyper-parameters make; copied
     * @return this
     */
    public LearningAgentBuilder beginWith(PolicyNetwork weights) {
        this.network = weights.copy();
        this.state = null;
        return this;
    }

    /**
     * Goes on from what {@link LearningAgent#state()} gave, or a trainer: weights, scale of rewards, optimiser and counters. What was
     * said of {@link #beginWith} holds here as well.
     *
     * @param kept of the same hyper-parameters; copied by {@link #build}
     * @return this
     */
    public LearningAgentBuilder resume(TrainerState kept) {
        this.state = kept;
        this.network = null;
        return this;
    }

    /**
     * Makes the agent, and starts its learner's thread if it is to have one.
     *
     * @return a new agent, to be closed
     * @throws IllegalArgumentException if the weights to begin with, or the state to go on from, have another shape
     */
    public LearningAgent build() {
        NetworkSpec spec = config.spec(observations, actions, 0);
        PolicyNetwork first = network;
        if (first != null && first.spec().critic() == Critic.NONE) {
            throw new IllegalArgumentException(
                    "the weights to begin with have no critic, which learning needs: expected a policy that was kept with it");
        }
        if (first != null && !first.spec().equals(spec)) {
            throw new IllegalArgumentException(
                    "the weights to begin with must be of " + spec + ", but are of " + first.spec());
        }
        InPlaceLearner learner = new InPlaceLearner(config, spec, seed, first, state, rollbackEpisodes);
        BackgroundLearner thread = background ? new BackgroundLearner(learner) : null;
        LearningAgent agent = new LearningAgent(
                observations, actions, config, seed, learner, thread, learner.firstSeat(observations, actions));
        if (thread != null) {
            thread.start();
        }
        return agent;
    }
}
