package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Moments;
import io.github.gdxagents.agent.network.PolicyNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Actor-critic: each update plays a fixed number of decisions in several games that go on from update to update, and learns from them
 * ({@link ActorCriticUpdate}). What the games showed moves the normaliser and the scale of rewards once the update is over. Where there
 * is such a thing, the first update only looks: it changes no weights.
 */
final class ActorCritic implements Learner {

    /** Decisions that a game plays before the user is asked again whether to stop. */
    private static final int TURN = 64;

    private final ActorCriticConfig own;
    private final Workers workers;
    private final PolicyNetwork network;
    private final ActorCriticUpdate update;
    private final List<GameRollout> games = new ArrayList<>();
    private final List<Rollout> rollouts;
    private final Moments returns = new Moments(1);

    ActorCritic(
            LearnerConfig config,
            long seed,
            List<Environment> environments,
            PolicyNetwork network,
            GradientStep step,
            Workers workers) {
        this.own = config.actorCritic();
        this.workers = workers;
        this.network = network;
        this.update = new ActorCriticUpdate(config, seed, network, step, workers.threads());
        for (int game = 0; game < own.games(); game++) {
            games.add(new GameRollout(game, seed, environments.get(game), network, config));
        }
        this.rollouts = games.stream().map(GameRollout::rollout).toList();
    }

    @Override
    public boolean play(long number, long maxEpisodes, BooleanSupplier stop) {
        workers.run(games.size(), (worker, index) -> {
            GameRollout game = games.get(index);
            while (!game.complete() && !stop.getAsBoolean()) {
                game.advance(number, TURN);
            }
        });
        return games.stream().allMatch(GameRollout::complete);
    }

    @Override
    public UpdateLoss learn(long number, long before) {
        if (ActorCriticUpdate.isBlind(own, network, returns)) {
            return UpdateLoss.nothing();
        }
        return update.learn(rollouts, number, before);
    }

    @Override
    public long decisions() {
        return (long) own.games() * own.rollout();
    }

    @Override
    public List<FinishedEpisode> finished() {
        List<FinishedEpisode> finished = new ArrayList<>();
        int[] next = new int[games.size()];
        while (true) {
            // In the order of time, and of the games' numbers within it.
            int first = -1;
            for (int g = 0; g < next.length; g++) {
                if (next[g] < games.get(g).finished()
                        && (first < 0
                                || games.get(g).scoreTime(next[g])
                                        < games.get(first).scoreTime(next[first]))) {
                    first = g;
                }
            }
            if (first < 0) {
                return finished;
            }
            finished.add(games.get(first).finished(next[first]++));
        }
    }

    @Override
    public List<PlayedPiece> played() {
        return rollouts.stream().map(Rollout::copy).toList();
    }

    @Override
    public int finishedEarly() {
        return 0;
    }

    @Override
    public void next() {
        for (GameRollout game : games) {
            network.normaliser().learn(game.seen());
            returns.add(game.rewards().returns());
            game.next();
        }
        games.forEach(game -> game.rewards().use(returns));
    }

    @Override
    public Experience experience() {
        return new Experience(
                Map.of(), games.stream().map(GameRollout::progress).toList(), returns.toList());
    }

    @Override
    public void restore(Experience experience) {
        if (experience.games().size() != games.size()) {
            throw new IllegalArgumentException("expected the progress of " + games.size() + " games, but found "
                    + experience.games().size());
        }
        returns.set(experience.returns());
        games.forEach(game -> game.rewards().use(returns));
        workers.run(
                games.size(),
                (worker, game) -> games.get(game).restore(experience.games().get(game)));
    }

    @Override
    public void close() {
        games.forEach(GameRollout::close);
    }
}
