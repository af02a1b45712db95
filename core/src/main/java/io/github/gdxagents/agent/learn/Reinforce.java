package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.network.BatchPass;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.PolicyHead;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * REINFORCE (Williams, "Simple statistical gradient-following algorithms for connectionist reinforcement learning", 1992), from a
 * batch of whole episodes. The loss is
 *
 * <pre>{@code L = − Σₜ Aₜ log π(aₜ | sₜ)}</pre>
 *
 * <p>where the advantages {@code Aₜ} are an episode's discounted returns, cut where the game says so and standardised over the
 * episode, as in "Pong from Pixels". One step is made with the sum over the whole batch; or, with mini-batches, one step with the
 * mean of each of them, in shuffled order.
 */
final class Reinforce implements Learner, GradientStep.Samples {

    private final LearnerConfig config;
    private final long seed;
    private final GradientStep step;
    private final EpisodeRunner runner;
    private final EpisodeBatch batch;
    private final PolicyHead[] heads;
    private final Action[] actions;
    private final ActionMask[] masks;

    // Of each decision of the batch, episode after episode.
    private int count;
    private int[] order = new int[1024];
    private int[] episodeOf = new int[1024];
    private int[] timeOf = new int[1024];
    private double[] advantages = new double[1024];
    private double[] losses = new double[1024];
    private double[] entropies = new double[1024];
    private boolean[] agreements = new boolean[1024];
    private double[] episodeAdvantages = new double[1024];
    private float scale;

    Reinforce(
            LearnerConfig config,
            long seed,
            List<Environment> environments,
            PolicyNetwork network,
            GradientStep step,
            Workers workers) {
        this.config = config;
        this.seed = seed;
        this.step = step;
        this.runner = new EpisodeRunner(environments, workers, network, ActionChoice.SAMPLE);
        NetworkSpec spec = network.spec();
        this.batch = new EpisodeBatch(config.batchEpisodes(), spec.actions());
        int lanes = workers.threads();
        this.heads = new PolicyHead[lanes];
        this.actions = new Action[lanes];
        this.masks = new ActionMask[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            heads[lane] = new PolicyHead(spec);
            actions[lane] = new Action(spec.actions());
            masks[lane] = new ActionMask(spec.actions());
        }
    }

    @Override
    public boolean play(long update, long maxEpisodes, BooleanSupplier stop) {
        int most = (int) Math.min(batch.size(), maxEpisodes);
        runner.play(batch.missing(most), seed, Seeds.Purpose.ENVIRONMENT, Seeds.Purpose.ACTIONS, update, batch, stop);
        return batch.finishedCount() == batch.size();
    }

    @Override
    public UpdateLoss learn(long update, long before) {
        double rateFactor = config.schedule().factor(before);
        estimate();
        double norms = 0;
        int steps = 1;
        if (config.miniBatch() == 0) {
            norms = step(0, count, 1, rateFactor);
        } else {
            Seeds.stream(seed, Seeds.Purpose.SHUFFLE, update, 0).shuffle(order, count);
            steps = (count + config.miniBatch() - 1) / config.miniBatch();
            for (int s = 0; s < steps; s++) {
                int from = s * config.miniBatch();
                int to = Math.min(count, from + config.miniBatch());
                norms += step(from, to, 1f / (to - from), rateFactor);
            }
        }
        double loss = 0;
        double entropy = 0;
        long agreeing = 0;
        for (int sample = 0; sample < count; sample++) {
            loss += losses[sample];
            entropy += entropies[sample];
            agreeing += agreements[sample] ? 1 : 0;
        }
        return new UpdateLoss(
                loss / count,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Spread.of(new double[0], 0),
                entropy / count,
                norms / steps,
                Double.NaN,
                0,
                0,
                (double) agreeing / count);
    }

    private double step(int from, int to, float newScale, double rateFactor) {
        scale = newScale;
        step.clear();
        step.add(this, order, from, to, true, true);
        return step.apply(rateFactor, 0, 1);
    }

    /** Advantages, and the list of decisions to learn from. */
    private void estimate() {
        count = 0;
        for (int episode = 0; episode < batch.size(); episode++) {
            Trajectory trajectory = batch.get(episode);
            int length = trajectory.length();
            makeRoom(Math.addExact(count, length));
            if (episodeAdvantages.length < length) {
                episodeAdvantages = new double[Math.max(length, 2 * episodeAdvantages.length)];
            }
            Returns.discount(trajectory, config.gamma(), episodeAdvantages);
            Returns.standardise(episodeAdvantages, length);
            for (int t = 0; t < length; t++) {
                order[count] = count;
                episodeOf[count] = episode;
                timeOf[count] = t;
                advantages[count++] = episodeAdvantages[t];
            }
        }
    }

    private void makeRoom(int needed) {
        if (needed > order.length) {
            int room = Math.max(needed, 2 * order.length);
            order = Arrays.copyOf(order, room);
            episodeOf = Arrays.copyOf(episodeOf, room);
            timeOf = Arrays.copyOf(timeOf, room);
            advantages = Arrays.copyOf(advantages, room);
            losses = new double[room];
            entropies = new double[room];
            agreements = new boolean[room];
        }
    }

    @Override
    public void load(int sample, BatchPass pass, int slot) {
        batch.get(episodeOf[sample]).observations().load(timeOf[sample], pass, slot);
    }

    @Override
    public void differentiate(int lane, int sample, BatchPass pass, int slot) {
        Trajectory trajectory = batch.get(episodeOf[sample]);
        Action action = actions[lane];
        trajectory.action(timeOf[sample], action);
        trajectory.mask(timeOf[sample], masks[lane]);
        PolicyHead head = heads[lane];
        head.read(pass.outputs(slot), masks[lane]);
        losses[sample] = -advantages[sample] * head.logLikelihood(action);
        entropies[sample] = head.entropy();
        agreements[sample] = head.isGreedy(action);
        float[] gradient = pass.outputGradient(slot);
        Arrays.fill(gradient, 0);
        head.addLogLikelihoodGradient(action, (float) -advantages[sample] * scale, gradient);
    }

    @Override
    public long decisions() {
        long decisions = 0;
        for (int episode = 0; episode < batch.size(); episode++) {
            decisions += batch.get(episode).length();
        }
        return decisions;
    }

    @Override
    public List<FinishedEpisode> finished() {
        List<FinishedEpisode> finished = new ArrayList<>();
        for (int episode = 0; episode < batch.size(); episode++) {
            finished.add(new FinishedEpisode(
                    batch.get(episode).score(), batch.get(episode).length()));
        }
        return finished;
    }

    @Override
    public List<PlayedPiece> played() {
        List<PlayedPiece> played = new ArrayList<>();
        for (int episode = 0; episode < batch.size(); episode++) {
            if (batch.isFinished(episode)) {
                played.add(new PlayedPiece(batch.get(episode).copy(), new float[0], new float[0]));
            }
        }
        return played;
    }

    @Override
    public int finishedEarly() {
        return batch.finishedCount();
    }

    @Override
    public void next() {
        batch.clear();
    }

    @Override
    public Experience experience() {
        Map<Integer, Trajectory> finished = new TreeMap<>();
        for (int episode = 0; episode < batch.size(); episode++) {
            if (batch.isFinished(episode)) {
                finished.put(episode, batch.get(episode).copy());
            }
        }
        return new Experience(finished, List.of(), List.of());
    }

    @Override
    public void restore(Experience experience) {
        batch.clear();
        experience.episodes().forEach((episode, trajectory) -> {
            if (episode < 0 || episode >= batch.size()) {
                throw new IllegalArgumentException(
                        "episode " + episode + " cannot be part of a batch of " + batch.size());
            }
            batch.restore(episode, trajectory.copy());
        });
    }

    @Override
    public void close() {
        runner.close();
    }
}
