package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.ActionDistribution;
import io.github.gdxagents.agent.network.BatchPass;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.SoftMax;
import io.github.gdxagents.agent.random.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Actor-critic with the clipped objective (Schulman et al., "Proximal Policy Optimization Algorithms", 2017, equations 7 and 9).
 *
 * <p>Each update plays a fixed number of decisions in several games that go on from update to update, estimates the advantages
 * ({@link Returns#advantages}), standardises them over the update, and makes several passes over its decisions in shuffled
 * mini-batches. The loss of a decision, averaged over the mini-batch, is
 *
 * <pre>{@code
 * L = −min(r A, clip(r, 1 − c, 1 + c) A) − β H(π) + w · ½ (V − R)²     with r = π(a | s) / π_played(a | s) and R = A + V_played
 * }</pre>
 *
 * <p>Where the environment names events, the policy's hidden layers also learn to foresee the next one: a soft-max over the kinds of
 * events, trained with the cross-entropy. It is an auxiliary task (as in Jaderberg et al., "Reinforcement Learning with Unsupervised
 * Auxiliary Tasks", 2017): what it learns is used by the policy, its own output by nobody.
 *
 * <p>With one pass, c = 0 (no clipping) and a whole batch it is a plain actor-critic.
 */
final class ActorCritic implements Learner, GradientStep.Samples {

    /** Decisions that a game plays before the user is asked again whether to stop. */
    private static final int TURN = 64;

    private final LearnerConfig config;
    private final ActorCriticConfig own;
    private final long seed;
    private final Workers workers;
    private final GradientStep step;
    private final ActionDistribution distribution;
    private final NetworkSpec spec;
    private final boolean alone;
    private final List<GameRollout> games = new ArrayList<>();
    private final int[] order;
    private int used;
    private final double[] advantages;
    private final double[] gameAdvantages;
    private final double[] usedAdvantages;
    private final double[] usedValues;
    private final float[] targets;

    // What the last pass found out about each sample, and each lane's scratch.
    private final double[] sampleLoss;
    private final double[] sampleEntropy;
    private final double[] sampleValueLoss;
    private final double[] sampleKl;
    private final boolean[] sampleClipped;
    private final boolean[] sampleAgrees;
    private final float[][] probabilities;
    private final float[][] logProbabilities;

    private final int[] foreseen;
    private final double[] sampleEventLoss;
    private final float[][] eventProbabilities;
    private double entropyBonus;
    private float batchScale;
    private boolean policyPass;
    private boolean valuePass;

    ActorCritic(
            LearnerConfig config,
            long seed,
            List<Environment> environments,
            PolicyNetwork network,
            GradientStep step,
            Workers workers) {
        this.config = config;
        this.own = config.actorCritic();
        this.seed = seed;
        this.workers = workers;
        this.step = step;
        this.spec = network.spec();
        this.distribution = spec.output().distribution();
        this.alone = spec.critic() == Critic.SEPARATE && own.valuePasses() > 0;
        for (int game = 0; game < own.games(); game++) {
            games.add(new GameRollout(game, seed, environments.get(game), network, config));
        }
        int samples = own.games() * own.rollout();
        this.order = new int[samples];
        this.advantages = new double[samples];
        this.gameAdvantages = new double[own.rollout()];
        this.usedAdvantages = new double[samples];
        this.usedValues = new double[samples];
        this.targets = new float[samples];
        this.sampleLoss = new double[samples];
        this.sampleEntropy = new double[samples];
        this.sampleValueLoss = new double[samples];
        this.sampleKl = new double[samples];
        this.sampleClipped = new boolean[samples];
        this.foreseen = new int[samples];
        this.sampleEventLoss = new double[samples];
        this.eventProbabilities = new float[workers.threads()][spec.events()];
        this.sampleAgrees = new boolean[samples];
        this.probabilities = new float[workers.threads()][spec.actions()];
        this.logProbabilities = new float[workers.threads()][spec.actions()];
    }

    @Override
    public boolean play(long update, long maxEpisodes, BooleanSupplier stop) {
        workers.run(games.size(), (worker, index) -> {
            GameRollout game = games.get(index);
            while (!game.complete() && !stop.getAsBoolean()) {
                game.advance(update, TURN);
            }
        });
        return games.stream().allMatch(GameRollout::complete);
    }

    @Override
    public UpdateLoss learn(long update, long before) {
        double rateFactor = config.schedule().factor(before);
        entropyBonus = own.entropyBonus()
                * (1 - (1 - own.entropyFloor()) * config.schedule().progress(before));
        estimate();
        if (used == 0) {
            return UpdateLoss.nothing();
        }
        policyPass = true;
        valuePass = !alone;
        Totals totals = new Totals();
        boolean goesOn = true;
        for (int pass = 0; pass < own.passes() && goesOn; pass++) {
            shuffle(update, pass);
            goesOn = pass(rateFactor, totals);
            totals.endPass();
        }
        Totals values = totals;
        if (alone) {
            policyPass = false;
            valuePass = true;
            values = new Totals();
            for (int pass = 0; pass < own.valuePasses(); pass++) {
                shuffle(update, own.passes() + pass);
                pass(own.valueRate() / config.optimizer().learningRate(), values);
                values.endPass();
            }
        }
        return totals.report(values, Spread.of(usedValues, used));
    }

    /** Advantages, targets of the value, and the list of decisions to learn from. */
    private void estimate() {
        used = 0;
        for (int g = 0; g < games.size(); g++) {
            GameRollout game = games.get(g);
            Returns.advantages(
                    game.trajectory(), game.values(), game.nextValue(), config.gamma(), own.lambda(), gameAdvantages);
            game.foreseen(foreseen, g * own.rollout());
            for (int t = 0; t < own.rollout(); t++) {
                int sample = g * own.rollout() + t;
                targets[sample] = (float) (gameAdvantages[t] + game.values()[t]);
                if (!own.decisiveOnly() || game.isDecisive(t)) {
                    usedAdvantages[used] = gameAdvantages[t];
                    usedValues[used] = game.values()[t];
                    order[used++] = sample;
                }
            }
        }
        Returns.standardise(usedAdvantages, used);
        for (int k = 0; k < used; k++) {
            advantages[order[k]] = usedAdvantages[k];
        }
    }

    private void shuffle(long update, int pass) {
        Seeds.stream(seed, Seeds.Purpose.SHUFFLE, update, pass).shuffle(order, used);
    }

    /** One pass in mini-batches of nearly equal size; false: the policy has moved too far. */
    private boolean pass(double rateFactor, Totals totals) {
        int batches = config.miniBatch() == 0 ? 1 : Math.max(1, Math.round((float) used / config.miniBatch()));
        for (int batch = 0; batch < batches; batch++) {
            int from = (int) ((long) used * batch / batches);
            int to = (int) ((long) used * (batch + 1) / batches);
            batchScale = 1f / (to - from);
            step.clear();
            step.add(this, order, from, to, policyPass, valuePass);
            double kl = totals.add(from, to);
            if (own.maxKl() > 0 && kl > own.maxKl()) {
                return false;
            }
            totals.addNorm(step.apply(rateFactor, policyPass ? 0 : 1, valuePass ? spec.stacks() : 1));
        }
        return true;
    }

    @Override
    public void load(int sample, BatchPass pass, int slot) {
        games.get(sample / own.rollout()).trajectory().observations().load(sample % own.rollout(), pass, slot);
    }

    @Override
    public void differentiate(int lane, int sample, BatchPass pass, int slot) {
        if (policyPass) {
            differentiatePolicy(lane, sample, pass, slot);
            if (spec.events() > 0) {
                differentiateEvents(lane, sample, pass, slot);
            }
        }
        if (valuePass) {
            double error = pass.value(slot) - targets[sample];
            sampleValueLoss[sample] = 0.5 * error * error;
            double weight = alone ? 1 : own.valueWeight();
            pass.setValueGradient(slot, (float) (weight * error) * batchScale);
        }
    }

    private void differentiatePolicy(int lane, int sample, BatchPass pass, int slot) {
        GameRollout game = games.get(sample / own.rollout());
        int t = sample % own.rollout();
        int action = game.trajectory().action(t);
        float[] p = probabilities[lane];
        float[] logP = logProbabilities[lane];
        distribution.probabilities(pass.outputs(slot), p, logP);
        double advantage = advantages[sample];
        double logRatio = (double) logP[action] - game.logLikelihood(t);
        double ratio = StrictMath.exp(logRatio);
        boolean clipped = own.clip() > 0 && (advantage > 0 ? ratio > 1 + own.clip() : ratio < 1 - own.clip());
        double bounded = clipped ? (advantage > 0 ? 1 + own.clip() : 1 - own.clip()) : ratio;
        sampleLoss[sample] = -bounded * advantage;
        sampleEntropy[sample] = ActionDistribution.entropy(p, logP);
        // Schulman's estimate of the divergence, which is never negative: http://joschu.net/blog/kl-approx.html
        sampleKl[sample] = ratio - 1 - logRatio;
        sampleClipped[sample] = clipped;
        sampleAgrees[sample] = ActionDistribution.greedy(p) == action;
        float[] gradient = pass.outputGradient(slot);
        Arrays.fill(gradient, 0);
        if (!clipped) {
            distribution.addLogLikelihoodGradient(p, action, (float) (-advantage * ratio) * batchScale, gradient);
        }
        if (entropyBonus > 0) {
            distribution.addEntropyGradient(p, logP, (float) -entropyBonus * batchScale, gradient);
        }
    }

    private void differentiateEvents(int lane, int sample, BatchPass pass, int slot) {
        sampleEventLoss[sample] = Double.NaN;
        if (foreseen[sample] < 0) {
            return;
        }
        float[] outputs = pass.outputs(slot);
        float[] p = eventProbabilities[lane];
        SoftMax.of(outputs, spec.firstEvent(), p);
        sampleEventLoss[sample] = -StrictMath.log(Math.max(p[foreseen[sample]], 1e-30));
        float weight = (float) own.eventWeight() * batchScale;
        float[] gradient = pass.outputGradient(slot);
        for (int event = 0; event < p.length; event++) {
            gradient[spec.firstEvent() + event] = weight * (p[event] - (event == foreseen[sample] ? 1 : 0));
        }
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
    public int finishedEarly() {
        return 0;
    }

    @Override
    public void next() {
        games.forEach(GameRollout::next);
    }

    @Override
    public Experience experience() {
        return new Experience(
                Map.of(), games.stream().map(GameRollout::progress).toList());
    }

    @Override
    public void restore(Experience experience) {
        if (experience.games().size() != games.size()) {
            throw new IllegalArgumentException("expected the progress of " + games.size() + " games, but found "
                    + experience.games().size());
        }
        workers.run(
                games.size(),
                (worker, game) -> games.get(game).restore(experience.games().get(game)));
    }

    @Override
    public void close() {
        games.forEach(GameRollout::close);
    }

    /** Sums over all mini-batches of an update, taken in the order of the samples. */
    private final class Totals {
        private long samples;
        private double loss;
        private double entropy;
        private double valueLoss;
        private long passSamples;
        private double passValueLoss;
        private double firstPassValueLoss = Double.NaN;
        private double lastPassValueLoss;
        private double kl;
        private long clipped;
        private long agreeing;
        private double eventLoss;
        private long eventSamples;
        private double norms;
        private int steps;

        void endPass() {
            lastPassValueLoss = passValueLoss / passSamples;
            if (Double.isNaN(firstPassValueLoss)) {
                firstPassValueLoss = lastPassValueLoss;
            }
            passValueLoss = 0;
            passSamples = 0;
        }

        /** Adds a mini-batch; returns its mean divergence. */
        double add(int from, int to) {
            double batchKl = 0;
            samples += to - from;
            passSamples += to - from;
            for (int k = from; k < to; k++) {
                int sample = order[k];
                if (policyPass) {
                    loss += sampleLoss[sample];
                    entropy += sampleEntropy[sample];
                    batchKl += sampleKl[sample];
                    if (spec.events() > 0 && foreseen[sample] >= 0) {
                        eventLoss += sampleEventLoss[sample];
                        eventSamples++;
                    }
                    clipped += sampleClipped[sample] ? 1 : 0;
                    agreeing += sampleAgrees[sample] ? 1 : 0;
                }
                if (valuePass) {
                    valueLoss += sampleValueLoss[sample];
                    passValueLoss += sampleValueLoss[sample];
                }
            }
            kl += batchKl;
            return policyPass ? batchKl / (to - from) : 0;
        }

        void addNorm(double norm) {
            norms += norm;
            steps++;
        }

        /** The report of a policy's passes, with those of the value, which may be the same. */
        UpdateLoss report(Totals value, Spread values) {
            return new UpdateLoss(
                    loss / samples,
                    value.valueLoss / value.samples,
                    value.firstPassValueLoss,
                    value.lastPassValueLoss,
                    values,
                    entropy / samples,
                    norms / Math.max(1, steps),
                    eventLoss / eventSamples,
                    kl / samples,
                    (double) clipped / samples,
                    (double) agreeing / samples);
        }
    }
}
