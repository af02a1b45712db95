package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The loop of learning: play, compute the gradient of the loss, improve the weights.
 *
 * <p>The result depends on configuration, environment and seed alone. The number of threads, and for learning from whole episodes
 * that of environments, change only how fast it comes: all chance is made from (seed, update, number of the episode or game), and
 * sums are taken in a fixed order. One thread at a time calls a trainer, and works with its helpers.
 */
public final class Trainer implements AutoCloseable {

    private final LearnerConfig config;
    private final Workers workers;
    private final Learner learner;
    private final ObservationSpec observations;
    private final PolicyNetwork network;
    private final Optimizer optimizer;
    private final GradientStep step;
    private final RecentScores recentScores = new RecentScores();
    private long updates;
    private long episodes;
    private long decisions;
    private boolean complete;

    /**
     * A trainer with a fresh network.
     *
     * @param config the hyper-parameters
     * @param seed of the whole run
     * @param environments makes the copies of the game
     * @param copies how many copies are played side by side, 1 to 1,024; an actor-critic has its own number of games and makes
     *     one for each
     * @param threads how many threads work, 1 to 1,024
     */
    public Trainer(LearnerConfig config, long seed, EnvironmentFactory environments, int copies, int threads) {
        this.config = config;
        this.workers = new Workers(threads);
        boolean actorCritic = config.algorithm() == LearnerConfig.Algorithm.ACTOR_CRITIC;
        List<Environment> games = List.of();
        try {
            games = environments.create(actorCritic ? config.actorCritic().games() : copies);
            Environment any = games.get(0);
            this.observations = any.observationSpec();
            this.network = config.network().fresh(config.spec(any), Seeds.stream(seed, Seeds.Purpose.WEIGHTS, 0, 0));
            this.optimizer = config.optimizer().create(network);
            this.step = new GradientStep(network, optimizer, config.optimizer().maxGradientNorm(), workers);
            this.learner = actorCritic
                    ? new ActorCritic(config, seed, games, network, step, workers)
                    : new Reinforce(config, seed, games, network, step, workers);
        } catch (Throwable failure) {
            games.forEach(Environment::close);
            workers.close();
            throw failure;
        }
    }

    /**
     * Plays what the present update still needs, and learns from it once it is complete. An update either happens in full or leaves
     * no trace but the whole episodes that were finished for it.
     *
     * @param maxEpisodes how many episodes of this update may be finished at most; fewer than a batch: no update happens. An
     *     actor-critic learns from pieces of games and takes no notice
     * @param stop asked again and again while playing, from several threads; true: return soon
     * @return what the update did, or nothing if it is not complete
     * @throws TrainingException if a gradient is not finite, or the weights no longer are after the update; a {@link #state()} taken
     *     before it is the one to go on from
     */
    public Optional<UpdateReport> update(long maxEpisodes, BooleanSupplier stop) {
        return play(maxEpisodes, stop) ? Optional.of(learn()) : Optional.empty();
    }

    /**
     * The first half of {@link #update}: plays.
     *
     * @param maxEpisodes as there
     * @param stop as there
     * @return whether there is enough for {@link #learn}
     */
    public boolean play(long maxEpisodes, BooleanSupplier stop) {
        complete = learner.play(updates, maxEpisodes, stop);
        return complete;
    }

    /**
     * The second half of {@link #update}: learns from what was played.
     *
     * @return what the update did
     * @throws IllegalStateException if {@link #play} did not say that there is enough
     * @throws TrainingException as in {@link #update}
     */
    public UpdateReport learn() {
        if (!complete) {
            throw new IllegalStateException("play must be complete before learn");
        }
        complete = false;
        long before = decisions;
        UpdateLoss loss;
        try {
            loss = learner.learn(updates, before);
        } catch (TrainingException e) {
            throw new TrainingException("update " + (updates + 1) + " " + e.getMessage()
                    + "; the last checkpoint is the one to go on from");
        }
        if (!network.isFinite()) {
            throw new TrainingException("update " + (updates + 1)
                    + " left weights that are not finite numbers; the last checkpoint is the one to go on from");
        }
        List<FinishedEpisode> finished = learner.finished();
        finished.forEach(episode -> recentScores.add(episode.score()));
        updates++;
        episodes += finished.size();
        decisions += learner.decisions();
        learner.next();
        return new UpdateReport(
                updates,
                decisions,
                episodes,
                recentScores.mean(),
                recentScores.mean(20),
                finished,
                loss.policy(),
                loss.value(),
                loss.valueFirst(),
                loss.valueLast(),
                loss.values(),
                loss.entropy(),
                loss.gradientNorm(),
                loss.eventLoss(),
                loss.kl(),
                loss.clipped(),
                loss.accuracy(),
                config.schedule().factor(before));
    }

    /**
     * What the present update learns from, once {@link #play} is complete and until {@link #learn} has returned; if that threw, what it
     * failed on.
     *
     * @return copies, in an order that does not depend on threads
     */
    public List<PlayedPiece> played() {
        return learner.played();
    }

    /**
     * What the agent sees of the game.
     *
     * @return the game's spec
     */
    public ObservationSpec observations() {
        return observations;
    }

    /**
     * The network, live.
     *
     * @return the network that is trained
     */
    public PolicyNetwork network() {
        return network;
    }

    /**
     * Updates made.
     *
     * @return 0 or more
     */
    public long updates() {
        return updates;
    }

    /**
     * Episodes that are finished, those of the update in progress included.
     *
     * @return 0 or more
     */
    public long episodes() {
        return episodes + learner.finishedEarly();
    }

    /**
     * Decisions learned from.
     *
     * @return 0 or more
     */
    public long decisions() {
        return decisions;
    }

    /**
     * Mean score of the last 100 episodes learned from.
     *
     * @return NaN before the first update
     */
    public double meanScore() {
        return recentScores.mean();
    }

    /**
     * Everything needed to go on from here.
     *
     * @return a copy
     */
    public TrainerState state() {
        Experience experience = learner.experience();
        return new TrainerState(
                updates,
                episodes,
                decisions,
                recentScores.toList(),
                network.parameters(),
                optimizer.steps(),
                optimizer.memory(),
                experience.episodes(),
                experience.games(),
                network.normaliser().toList(),
                experience.returns());
    }

    /**
     * Goes on from where another trainer with the same configuration, seed and game was.
     *
     * @param state its state; copied
     * @throws IllegalArgumentException if the state does not fit this trainer's network, batch or games
     */
    public void restore(TrainerState state) {
        network.set(state.parameters());
        network.normaliser().set(state.inputMoments());
        optimizer.restore(state.optimizerSteps(), state.optimizerMemory());
        step.refresh();
        learner.restore(new Experience(state.partialBatch(), state.games(), state.returnMoments()));
        recentScores.set(state.recentScores());
        updates = state.updates();
        episodes = state.episodes();
        decisions = state.decisions();
    }

    /**
     * Begins with the weights of another network in place of fresh ones; optimiser and counters stay at their beginning.
     *
     * @param other a network of the same shape; copied
     * @throws IllegalArgumentException if its shape is another one
     * @throws IllegalStateException if an update was made already
     */
    public void beginWith(PolicyNetwork other) {
        if (updates > 0) {
            throw new IllegalStateException("beginWith must come before the first update");
        }
        network.copyFrom(other);
        step.refresh();
    }

    @Override
    public void close() {
        learner.close();
        workers.close();
    }
}
