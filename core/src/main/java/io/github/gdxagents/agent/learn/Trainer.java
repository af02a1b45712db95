package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.network.Gradients;
import io.github.gdxagents.agent.network.Parameters;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The loop of learning: play a batch of whole episodes, compute the gradient of their loss, improve the weights.
 *
 * <p>The result depends on configuration, environment and seed alone. The number of environments and threads changes only how
 * fast it comes: each episode's chance is made from (seed, update, number in the batch), and sums are taken in a fixed order. One
 * thread at a time calls a trainer; it has its own workers.
 */
public final class Trainer implements AutoCloseable {

    /** Gradients are summed in so many parts, whatever the number of threads, and the parts then in order. */
    private static final int SHARDS = 8;

    private final LearnerConfig config;
    private final long seed;
    private final Workers workers;
    private final EpisodeRunner runner;
    private final PolicyNetwork network;
    private final Optimizer optimizer;
    private final EpisodeBatch batch;
    private final List<Shard> shards = new ArrayList<>();
    private final RecentScores recentScores = new RecentScores();
    private long updates;
    private long episodes;
    private long decisions;
    private double bestMean = Double.NEGATIVE_INFINITY;

    /**
     * A trainer with a fresh network.
     *
     * @param config the hyper-parameters
     * @param seed of the whole run
     * @param environments makes the copies of the game
     * @param copies how many copies are played side by side, 1 to 1,024
     * @param threads how many threads work, 1 to 1,024
     */
    public Trainer(LearnerConfig config, long seed, EnvironmentFactory environments, int copies, int threads) {
        this.config = config;
        this.seed = seed;
        this.batch = new EpisodeBatch(config.batchEpisodes());
        this.workers = new Workers(threads);
        List<Environment> games = List.of();
        try {
            games = environments.create(copies);
            Environment any = games.get(0);
            this.network = config.network()
                    .fresh(any.observationSize(), any.actions(), Seeds.stream(seed, Seeds.Purpose.WEIGHTS, 0, 0));
        } catch (Throwable failure) {
            games.forEach(Environment::close);
            workers.close();
            throw failure;
        }
        this.runner = new EpisodeRunner(games, workers, network, ActionChoice.SAMPLE);
        this.optimizer = config.optimizer().create(network.parameters());
        for (int part = 0; part < Math.min(SHARDS, config.batchEpisodes()); part++) {
            shards.add(new Shard(part));
        }
    }

    /**
     * Plays what the present batch still needs, and learns from it once it is complete. An update either happens in full or
     * leaves no trace but the episodes that were finished.
     *
     * @param maxEpisodes how many episodes of the batch may be finished at most; fewer than a batch: no update happens
     * @param stop asked again and again while playing, from several threads; true: return soon
     * @return what the update did, or nothing if the batch is not complete
     * @throws TrainingException if the gradient is not finite (the weights are left as they were), or the weights no longer are
     *     after the step; a {@link #state()} taken before it is the one to go on from
     */
    public Optional<UpdateReport> update(int maxEpisodes, BooleanSupplier stop) {
        runner.play(
                batch.missing(maxEpisodes),
                seed,
                Seeds.Purpose.ENVIRONMENT,
                Seeds.Purpose.ACTIONS,
                updates,
                batch,
                stop);
        return batch.finishedCount() == batch.size() ? Optional.of(learn()) : Optional.empty();
    }

    private UpdateReport learn() {
        workers.run(shards.size(), (worker, index) -> shards.get(index).sum());
        Gradients gradients = shards.get(0).gradients;
        double loss = shards.get(0).loss;
        double entropy = shards.get(0).entropy;
        for (Shard shard : shards.subList(1, shards.size())) {
            gradients.add(shard.gradients);
            loss += shard.loss;
            entropy += shard.entropy;
        }
        double maxNorm = config.optimizer().maxGradientNorm();
        double norm = gradients.clip(maxNorm == 0 ? Double.POSITIVE_INFINITY : maxNorm);
        if (!Double.isFinite(norm)) {
            throw new TrainingException("update " + (updates + 1) + " has a gradient of norm " + norm
                    + ", expected a finite number; the weights are left as they were");
        }
        optimizer.step(network.parameters(), gradients.arrays());
        if (!network.isFinite()) {
            throw new TrainingException("update " + (updates + 1)
                    + " left weights that are not finite numbers; the last checkpoint is that of update " + updates);
        }

        long played = 0;
        for (int episode = 0; episode < batch.size(); episode++) {
            played += batch.get(episode).length();
            recentScores.add(batch.get(episode).score());
        }
        batch.clear();
        updates++;
        episodes += batch.size();
        decisions += played;
        double mean = recentScores.mean();
        // With fewer than 100 scores luck would count: until then the newest weights are the best.
        boolean best = !recentScores.full() || mean > bestMean;
        if (recentScores.full()) {
            bestMean = Math.max(bestMean, mean);
        }
        return new UpdateReport(updates, decisions, episodes, mean, loss / played, entropy / played, norm, best);
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
        return episodes + batch.finishedCount();
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
     * Whether {@link #meanScore()} is the mean of a full hundred.
     *
     * @return whether 100 episodes or more have been learned from
     */
    public boolean hundredScores() {
        return recentScores.full();
    }

    /**
     * Everything needed to go on from here.
     *
     * @return a copy
     */
    public TrainerState state() {
        Map<Integer, Trajectory> partial = new TreeMap<>();
        for (int episode = 0; episode < batch.size(); episode++) {
            if (batch.isFinished(episode)) {
                partial.put(episode, batch.get(episode).copy());
            }
        }
        return new TrainerState(
                updates,
                episodes,
                decisions,
                recentScores.toList(),
                bestMean,
                Parameters.copyOf(network.parameters()),
                optimizer.steps(),
                Parameters.copyOf(optimizer.memory()),
                partial);
    }

    /**
     * Goes on from where another trainer with the same configuration, seed and game was.
     *
     * @param state its state; copied
     * @throws IllegalArgumentException if the state does not fit this trainer's network or batch
     */
    public void restore(TrainerState state) {
        network.set(state.parameters());
        optimizer.restore(state.optimizerSteps(), state.optimizerMemory());
        batch.clear();
        state.partialBatch().forEach((episode, trajectory) -> {
            if (episode < 0 || episode >= batch.size()) {
                throw new IllegalArgumentException(
                        "episode " + episode + " cannot be part of a batch of " + batch.size());
            }
            batch.restore(episode, trajectory.copy());
        });
        recentScores.set(state.recentScores());
        updates = state.updates();
        episodes = state.episodes();
        decisions = state.decisions();
        bestMean = state.bestMean();
    }

    @Override
    public void close() {
        runner.close();
        workers.close();
    }

    /** One part of the sum over the episodes: numbers {@code part, part + SHARDS, part + 2 · SHARDS …} of the batch. */
    private final class Shard {
        private final int part;
        private final Gradients gradients = new Gradients(network);
        private final Reinforce reinforce = new Reinforce(network, config.gamma());
        private double loss;
        private double entropy;

        private Shard(int part) {
            this.part = part;
        }

        private void sum() {
            gradients.clear();
            loss = 0;
            entropy = 0;
            for (int episode = part; episode < batch.size(); episode += SHARDS) {
                reinforce.addGradient(batch.get(episode), gradients);
                loss += reinforce.loss();
                entropy += reinforce.entropy();
            }
        }
    }
}
