package io.github.gdxagents.agent.network;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import java.util.Arrays;
import java.util.List;

/**
 * What the outputs of a policy say about actions: for each branch the probabilities of its choices ({@link ActionDistribution}), for
 * each continuous value a Gaussian, squashed to its range (see {@link Action}). The parts of an action are independent of each other.
 *
 * <p>The outputs are the logits of all branches, then for each Gaussian a number y that is bent smoothly into the bounds of its mean,
 * {@code μ = 3 tanh(y / 3)}, then for each deviation a number x that is bent into the bounds of its logarithm,
 * {@code log σ = −1.5 + 2.5 tanh(x / 2.5 + log 2)}: from −4 to 1, and 0 for 0. A mean beyond 3 would change the action by half a
 * percent at most, but from far out there all draws are squashed to the same bound, and nothing tells the policy to come back.
 *
 * <p>Log-likelihoods of continuous values are those of the Gaussian, before it is squashed: {@code −½ ((u − μ) / σ)² − log σ −
 * ½ log 2π}. The squashing would add a term that depends on the action alone, which ratios and gradients do not feel; the entropy,
 * too, is the Gaussian's, {@code log σ + ½ log 2πe}.
 *
 * <p>One thread's scratch: {@link #read} first, then ask. Nothing is allocated after construction.
 */
public final class PolicyHead {

    /** The middle and half the width of the logarithms of deviations: from a 55th to 2.7, where tanh is saturated. */
    private static final double MIDDLE = -1.5;

    private static final double REACH = 2.5;

    /** log 2, the inverse tanh of 0.6. */
    private static final double SHIFT = 0.6931471805599453;

    /** How far a mean comes at most, before it is squashed: to 99.5 % of half the range. */
    private static final double FARTHEST_MEAN = 3;

    /** ½ log 2π. */
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    private final ActionDistribution distribution;
    private final int[] sizes;
    private final int[] starts;
    /** Of each branch. */
    private final float[][] probabilities;

    private final float[][] logProbabilities;
    private final float[] scratch;
    private final int firstMean;
    private final float[] means;
    private final double[] meanSlopes;
    private final double[] logDeviations;
    /** Derivatives of the logarithms with respect to the outputs; those of the means are {@link #meanSlopes}. */
    private final double[] slopes;

    /**
     * A head for the outputs of some network.
     *
     * @param network its shape
     */
    public PolicyHead(NetworkSpec network) {
        ActionSpec spec = network.actions();
        this.distribution = network.output().distribution();
        List<Integer> branches = spec.branches();
        this.sizes = branches.stream().mapToInt(Integer::intValue).toArray();
        this.starts = new int[sizes.length];
        this.probabilities = new float[sizes.length][];
        this.logProbabilities = new float[sizes.length][];
        int next = 0;
        int widest = 0;
        for (int branch = 0; branch < sizes.length; branch++) {
            starts[branch] = next;
            next += sizes[branch];
            widest = Math.max(widest, sizes[branch]);
            probabilities[branch] = new float[sizes[branch]];
            logProbabilities[branch] = new float[sizes[branch]];
        }
        this.scratch = new float[widest];
        this.firstMean = next;
        this.means = new float[spec.ranges().size()];
        this.meanSlopes = new double[means.length];
        this.logDeviations = new double[means.length];
        this.slopes = new double[means.length];
    }

    /**
     * Takes notice of a network's outputs, where everything is allowed.
     *
     * @param outputs begins with {@link NetworkSpec#logits()} finite numbers
     */
    public void read(float[] outputs) {
        for (int branch = 0; branch < sizes.length; branch++) {
            float[] logits = outputs;
            if (branch > 0) {
                System.arraycopy(outputs, starts[branch], scratch, 0, sizes[branch]);
                logits = scratch;
            }
            distribution.probabilities(logits, probabilities[branch], logProbabilities[branch]);
        }
        for (int i = 0; i < means.length; i++) {
            double bentMean = StrictMath.tanh(outputs[firstMean + i] / FARTHEST_MEAN);
            means[i] = (float) (FARTHEST_MEAN * bentMean);
            meanSlopes[i] = 1 - bentMean * bentMean;
            double bent = StrictMath.tanh(outputs[firstMean + means.length + i] / REACH + SHIFT);
            logDeviations[i] = MIDDLE + REACH * bent;
            slopes[i] = 1 - bent * bent;
        }
    }

    /**
     * Takes notice of a network's outputs, where some choices are forbidden: their probability is 0, the others share what is left.
     *
     * @param outputs begins with {@link NetworkSpec#logits()} finite numbers
     * @param mask what is forbidden
     * @throws IllegalArgumentException if no choice of a branch is left
     */
    public void read(float[] outputs, ActionMask mask) {
        read(outputs);
        if (!mask.any()) {
            return;
        }
        if (!mask.leavesAChoice()) {
            throw new IllegalArgumentException(
                    "the mask forbids all choices of a branch, expected at least one allowed");
        }
        for (int branch = 0; branch < sizes.length; branch++) {
            maskBranch(branch, mask);
        }
    }

    /** π(a | allowed) = π(a) / Σ π(allowed), by way of the logarithms, which tell small probabilities apart. */
    private void maskBranch(int branch, ActionMask mask) {
        float[] p = probabilities[branch];
        float[] logP = logProbabilities[branch];
        float highest = Float.NEGATIVE_INFINITY;
        for (int choice = 0; choice < p.length; choice++) {
            if (mask.isAllowed(branch, choice)) {
                highest = Math.max(highest, logP[choice]);
            }
        }
        double sum = 0;
        for (int choice = 0; choice < p.length; choice++) {
            p[choice] = mask.isAllowed(branch, choice) ? (float) StrictMath.exp((double) logP[choice] - highest) : 0;
            sum += p[choice];
        }
        double logSum = highest + StrictMath.log(sum);
        for (int choice = 0; choice < p.length; choice++) {
            boolean allowed = mask.isAllowed(branch, choice);
            p[choice] = (float) (p[choice] / sum);
            logP[choice] = allowed ? (float) Math.min(0, logP[choice] - logSum) : -Float.MAX_VALUE;
        }
    }

    /**
     * Draws an action: one draw of the stream for each branch, then some for each continuous value.
     *
     * @param random where the draws come from
     * @param into overwritten
     */
    public void sample(RandomStream random, Action into) {
        for (int branch = 0; branch < sizes.length; branch++) {
            into.choose(branch, ActionDistribution.sample(probabilities[branch], random));
        }
        for (int i = 0; i < means.length; i++) {
            double deviation = StrictMath.exp(logDeviations[i]);
            into.setUnsquashed(i, (float) (means[i] + deviation * random.normal()));
        }
    }

    /**
     * The most probable choice of each branch, the middle of each Gaussian.
     *
     * @param into overwritten
     */
    public void greedy(Action into) {
        for (int branch = 0; branch < sizes.length; branch++) {
            into.choose(branch, ActionDistribution.greedy(probabilities[branch]));
        }
        for (int i = 0; i < means.length; i++) {
            into.setUnsquashed(i, means[i]);
        }
    }

    /**
     * Whether the most probable choice of each branch is the one taken.
     *
     * @param action what was done
     * @return true as well if there are no branches
     */
    public boolean isGreedy(Action action) {
        for (int branch = 0; branch < sizes.length; branch++) {
            if (ActionDistribution.greedy(probabilities[branch]) != action.choice(branch)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The log-likelihood of an action.
     *
     * @param action what was done
     * @return log π(action), a sum over its parts; above 0 only where a Gaussian is narrow
     */
    public double logLikelihood(Action action) {
        double sum = 0;
        for (int branch = 0; branch < sizes.length; branch++) {
            sum += logProbabilities[branch][action.choice(branch)];
        }
        for (int i = 0; i < means.length; i++) {
            double distance = distance(action, i);
            sum -= 0.5 * distance * distance + logDeviations[i] + HALF_LOG_TWO_PI;
        }
        return sum;
    }

    /** How many deviations a value lies from the mean. */
    private double distance(Action action, int index) {
        return ((double) action.unsquashed(index) - means[index]) * StrictMath.exp(-logDeviations[index]);
    }

    /**
     * The entropy, in nats.
     *
     * @return a sum over the parts of an action
     */
    public double entropy() {
        double sum = 0;
        for (int branch = 0; branch < sizes.length; branch++) {
            sum += ActionDistribution.entropy(probabilities[branch], logProbabilities[branch]);
        }
        for (double logDeviation : logDeviations) {
            sum += logDeviation + HALF_LOG_TWO_PI + 0.5;
        }
        return sum;
    }

    /**
     * Adds the gradient of a weighted log-likelihood, {@code weight · ∂ log π(action) / ∂ outputs}: for a Gaussian
     * {@code (u − μ) / σ² · ∂ μ / ∂ y} and {@code (((u − μ) / σ)² − 1) ∂ log σ / ∂ x}.
     *
     * @param action what was done
     * @param weight the factor, for example an advantage
     * @param gradient one entry for each output; the gradient is added to it
     */
    public void addLogLikelihoodGradient(Action action, float weight, float[] gradient) {
        for (int branch = 0; branch < sizes.length; branch++) {
            float[] into = branchGradient(branch, gradient);
            distribution.addLogLikelihoodGradient(probabilities[branch], action.choice(branch), weight, into);
            addBack(branch, into, gradient);
        }
        for (int i = 0; i < means.length; i++) {
            double distance = distance(action, i);
            gradient[firstMean + i] += (float) (weight * distance * StrictMath.exp(-logDeviations[i]) * meanSlopes[i]);
            gradient[firstMean + means.length + i] += (float) (weight * (distance * distance - 1) * slopes[i]);
        }
    }

    /**
     * Adds the gradient of a weighted entropy, {@code weight · ∂ H(π) / ∂ outputs}: for a Gaussian 0 and
     * {@code ∂ log σ / ∂ x}.
     *
     * @param weight the factor
     * @param gradient one entry for each output; the gradient is added to it
     */
    public void addEntropyGradient(float weight, float[] gradient) {
        for (int branch = 0; branch < sizes.length; branch++) {
            float[] into = branchGradient(branch, gradient);
            distribution.addEntropyGradient(probabilities[branch], logProbabilities[branch], weight, into);
            addBack(branch, into, gradient);
        }
        for (int i = 0; i < means.length; i++) {
            gradient[firstMean + means.length + i] += (float) (weight * slopes[i]);
        }
    }

    private float[] branchGradient(int branch, float[] gradient) {
        if (branch == 0) {
            return gradient;
        }
        Arrays.fill(scratch, 0, sizes[branch], 0);
        return scratch;
    }

    private void addBack(int branch, float[] from, float[] gradient) {
        if (branch > 0) {
            for (int choice = 0; choice < sizes[branch]; choice++) {
                gradient[starts[branch] + choice] += from[choice];
            }
        }
    }

    /**
     * Probabilities of a branch's choices.
     *
     * @param branch 0 (inclusive) to the number of branches (exclusive)
     * @return the head's own array, overwritten by the next {@link #read}
     */
    public float[] probabilities(int branch) {
        return probabilities[branch];
    }

    /**
     * The mean of a Gaussian, before it is squashed.
     *
     * @param index 0 (inclusive) to the number of continuous values (exclusive)
     * @return −3 to 3
     */
    public float mean(int index) {
        return means[index];
    }

    /**
     * The deviation of a Gaussian, before it is squashed.
     *
     * @param index 0 (inclusive) to the number of continuous values (exclusive)
     * @return above 0
     */
    public double deviation(int index) {
        return StrictMath.exp(logDeviations[index]);
    }
}
