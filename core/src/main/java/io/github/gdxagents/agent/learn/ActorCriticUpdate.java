package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.BatchPass;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.Moments;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.PolicyHead;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.SoftMax;
import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import java.util.Arrays;
import java.util.List;

/**
 * Actor-critic with the clipped objective (Schulman et al., "Proximal Policy Optimization Algorithms", 2017, equations 7 and 9).
 *
 * <p>Each update estimates the advantages of some rollouts ({@link Returns#advantages}), standardises them over the update, and makes
 * several passes over its decisions in shuffled mini-batches. The loss of a decision, averaged over the mini-batch, is
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
final class ActorCriticUpdate implements GradientStep.Samples {

    private final LearnerConfig config;
    private final ActorCriticConfig own;
    private final long seed;
    private final GradientStep step;
    private final NetworkSpec spec;
    private final boolean alone;
    private final int length;
    private List<Rollout> rollouts = List.of();
    private final int[] order;
    private int used;
    private final double[] advantages;
    private final double[] rolloutAdvantages;
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
    private final PolicyHead[] heads;
    private final Action[] actions;
    private final ActionMask[] masks;

    private final int firstEvent;
    private final int[] foreseen;
    private final double[] sampleEventLoss;
    private final float[][] eventProbabilities;
    private double entropyBonus;
    private float batchScale;
    private boolean policyPass;
    private boolean valuePass;

    /** Learns from as many rollouts at a time as there are games in the configuration, with as many threads as there are lanes. */
    ActorCriticUpdate(LearnerConfig config, long seed, PolicyNetwork network, GradientStep step, int lanes) {
        this.config = config;
        this.own = config.actorCritic();
        this.seed = seed;
        this.step = step;
        this.spec = network.spec();
        this.alone = spec.critic() == Critic.SEPARATE && own.valuePasses() > 0;
        this.length = own.rollout();
        int samples = own.games() * length;
        this.order = new int[samples];
        this.advantages = new double[samples];
        this.rolloutAdvantages = new double[length];
        this.usedAdvantages = new double[samples];
        this.usedValues = new double[samples];
        this.targets = new float[samples];
        this.sampleLoss = new double[samples];
        this.sampleEntropy = new double[samples];
        this.sampleValueLoss = new double[samples];
        this.sampleKl = new double[samples];
        this.sampleClipped = new boolean[samples];
        this.sampleAgrees = new boolean[samples];
        this.firstEvent = spec.firstEvent();
        this.foreseen = new int[samples];
        this.sampleEventLoss = new double[samples];
        this.eventProbabilities = new float[lanes][spec.events()];
        this.heads = new PolicyHead[lanes];
        this.actions = new Action[lanes];
        this.masks = new ActionMask[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            heads[lane] = new PolicyHead(spec);
            actions[lane] = new Action(spec.actions());
            masks[lane] = new ActionMask(spec.actions());
        }
    }

    /** Whether inputs or rewards are not brought to their size yet: what was learned now would have to be learned anew. */
    static boolean isBlind(ActorCriticConfig config, PolicyNetwork network, Moments scale) {
        boolean inputsUnknown =
                network.spec().normalised() > 0 && !network.normaliser().hasSeen();
        return inputsUnknown || (config.scaleRewards() && scale.count() == 0);
    }

    /**
     * Changes the weights.
     *
     * @param from complete rollouts, as many as the configuration has games; not written
     * @param update number of the update: the order of samples depends on it
     * @param before decisions that were learned from before it: how far the learning rate has fallen
     * @return what was found
     * @throws TrainingException if a gradient is not finite; the weights are as the last step before it left them
     */
    UpdateLoss learn(List<Rollout> from, long update, long before) {
        rollouts = from;
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
        for (int g = 0; g < rollouts.size(); g++) {
            Rollout rollout = rollouts.get(g);
            Returns.advantages(
                    rollout.trajectory(),
                    rollout.values(),
                    rollout.nextValue(),
                    config.gamma(),
                    own.lambda(),
                    rolloutAdvantages);
            rollout.foreseen(foreseen, g * length);
            for (int t = 0; t < length; t++) {
                int sample = g * length + t;
                targets[sample] = (float) (rolloutAdvantages[t] + rollout.values()[t]);
                if (!own.decisiveOnly() || rollout.isDecisive(t)) {
                    usedAdvantages[used] = rolloutAdvantages[t];
                    usedValues[used] = rollout.values()[t];
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
        rollouts.get(sample / length).trajectory().observations().load(sample % length, pass, slot);
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
        Rollout rollout = rollouts.get(sample / length);
        int t = sample % length;
        Action action = actions[lane];
        rollout.trajectory().action(t, action);
        rollout.trajectory().mask(t, masks[lane]);
        PolicyHead head = heads[lane];
        head.read(pass.outputs(slot), masks[lane]);
        double advantage = advantages[sample];
        double logRatio = head.logLikelihood(action) - rollout.logLikelihood(t);
        double ratio = StrictMath.exp(logRatio);
        boolean clipped = own.clip() > 0 && (advantage > 0 ? ratio > 1 + own.clip() : ratio < 1 - own.clip());
        double bounded = clipped ? (advantage > 0 ? 1 + own.clip() : 1 - own.clip()) : ratio;
        sampleLoss[sample] = -bounded * advantage;
        sampleEntropy[sample] = head.entropy();
        // Schulman's estimate of the divergence, which is never negative: http://joschu.net/blog/kl-approx.html
        sampleKl[sample] = ratio - 1 - logRatio;
        sampleClipped[sample] = clipped;
        sampleAgrees[sample] = head.isGreedy(action);
        float[] gradient = pass.outputGradient(slot);
        Arrays.fill(gradient, 0);
        if (!clipped) {
            head.addLogLikelihoodGradient(action, (float) (-advantage * ratio) * batchScale, gradient);
        }
        if (entropyBonus > 0) {
            head.addEntropyGradient((float) -entropyBonus * batchScale, gradient);
        }
    }

    private void differentiateEvents(int lane, int sample, BatchPass pass, int slot) {
        sampleEventLoss[sample] = Double.NaN;
        if (foreseen[sample] < 0) {
            return;
        }
        float[] outputs = pass.outputs(slot);
        float[] p = eventProbabilities[lane];
        SoftMax.of(outputs, firstEvent, p);
        sampleEventLoss[sample] = -StrictMath.log(Math.max(p[foreseen[sample]], 1e-30));
        float weight = (float) own.eventWeight() * batchScale;
        float[] gradient = pass.outputGradient(slot);
        for (int event = 0; event < p.length; event++) {
            gradient[firstEvent + event] = weight * (p[event] - (event == foreseen[sample] ? 1 : 0));
        }
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
