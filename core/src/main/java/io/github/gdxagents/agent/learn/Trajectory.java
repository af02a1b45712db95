package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What happened at each decision of an episode: arrays {@code [decisions]} of observations, actions, rewards and cuts. The arrays
 * grow when they must and are kept when it is cleared. One thread at a time.
 */
public final class Trajectory {

    private final SparseRows observations;
    private final ActionRows actions;
    private final int maskWords;
    /** Scratch, made when it is needed: thousands of small trajectories may be read from a file. */
    private @Nullable Action single;

    /** The masks of all decisions, {@code [decisions × words]}, from the first decision on at which something was forbidden. */
    private long[] masks = new long[0];

    private boolean masked;
    private float[] rewards;
    private boolean[] cuts;
    private int length;

    /** A trajectory without decisions, each of them one choice. */
    public Trajectory() {
        this(ActionSpec.discrete(ActionSpec.MAX_CHOICES));
    }

    /**
     * A trajectory without decisions.
     *
     * @param spec what may be done
     */
    public Trajectory(ActionSpec spec) {
        this(new SparseRows(), new ActionRows(spec, 64), new float[64], new boolean[64], 0);
    }

    private Trajectory(SparseRows observations, ActionRows actions, float[] rewards, boolean[] cuts, int length) {
        this.observations = observations;
        this.actions = actions;
        this.maskWords = ActionMask.words(actions.spec());
        this.rewards = rewards;
        this.cuts = cuts;
        this.length = length;
    }

    /**
     * A copy that shares nothing with this one and is no larger than it must be.
     *
     * @return a new trajectory
     */
    public Trajectory copy() {
        int room = Math.max(1, length);
        Trajectory copy = new Trajectory(
                observations.copy(), actions.copy(), Arrays.copyOf(rewards, room), Arrays.copyOf(cuts, room), length);
        copy.masked = masked;
        copy.masks = masked ? Arrays.copyOf(masks, length * maskWords) : copy.masks;
        return copy;
    }

    /**
     * Number of decisions.
     *
     * @return 0 or more
     */
    public int length() {
        return length;
    }

    /** Forgets all decisions. */
    public void clear() {
        observations.clear();
        actions.clear();
        masked = false;
        length = 0;
    }

    /**
     * Appends a decision of one choice, at which everything was allowed.
     *
     * @param observation what was seen; copied
     * @param action what was done
     * @param reward what came of it
     * @param cut whether the return ends with this reward
     */
    public void add(SparseVector observation, int action, float reward, boolean cut) {
        if (single == null) {
            single = new Action(actions.spec());
        }
        single.choose(action);
        append(observation, single, reward, cut);
        if (masked) {
            makeMaskRoom();
            Arrays.fill(masks, (length - 1) * maskWords, length * maskWords, 0);
        }
    }

    /**
     * Appends a decision.
     *
     * @param observation what was seen; copied
     * @param mask what was not allowed; copied
     * @param action what was done; copied
     * @param reward what came of it
     * @param cut whether the return ends with this reward
     */
    public void add(SparseVector observation, ActionMask mask, Action action, float reward, boolean cut) {
        if (mask.any() && !masked) {
            masked = true;
            Arrays.fill(masks, 0, Math.min(masks.length, length * maskWords), 0);
        }
        append(observation, action, reward, cut);
        if (masked) {
            makeMaskRoom();
            System.arraycopy(mask.words(), 0, masks, (length - 1) * maskWords, maskWords);
        }
    }

    private void makeMaskRoom() {
        int needed = Math.multiplyExact(length, maskWords);
        if (masks.length < needed) {
            masks = Arrays.copyOf(masks, (int) Math.max(needed, Math.min(2L * masks.length, Integer.MAX_VALUE - 8)));
        }
    }

    private void append(SparseVector observation, Action action, float reward, boolean cut) {
        if (length == rewards.length) {
            rewards = Arrays.copyOf(rewards, 2 * length);
            cuts = Arrays.copyOf(cuts, 2 * length);
        }
        observations.add(observation);
        actions.add(action);
        rewards[length] = reward;
        cuts[length] = cut;
        length++;
    }

    /**
     * Adds to the reward of the last decision.
     *
     * @param more any finite number
     */
    public void addToReward(double more) {
        rewards[length - 1] = (float) (rewards[length - 1] + more);
    }

    /**
     * Makes room for decisions, so that adding them allocates nothing.
     *
     * @param decisions how many
     * @param nonZeros how many numbers that are not 0 their observations have together
     */
    public void makeRoom(int decisions, int nonZeros) {
        observations.makeRoom(decisions, nonZeros);
        actions.makeRoom(decisions);
        if (rewards.length < decisions) {
            rewards = Arrays.copyOf(rewards, decisions);
            cuts = Arrays.copyOf(cuts, decisions);
        }
        if (masks.length < decisions * maskWords) {
            masks = Arrays.copyOf(masks, decisions * maskWords);
        }
    }

    /**
     * What was seen at each decision.
     *
     * @return {@link #length()} rows, the trajectory's own
     */
    public SparseRows observations() {
        return observations;
    }

    /**
     * What was done, where an action is one choice; the choice of the first branch.
     *
     * @param decision 0 (inclusive) to {@link #length()} (exclusive)
     * @return a choice
     */
    public int action(int decision) {
        return actions.choice(decision);
    }

    /**
     * What was done.
     *
     * @param decision 0 (inclusive) to {@link #length()} (exclusive)
     * @param into overwritten
     */
    public void action(int decision, Action into) {
        actions.get(decision, into);
    }

    /**
     * What was not allowed.
     *
     * @param decision 0 (inclusive) to {@link #length()} (exclusive)
     * @param into overwritten
     */
    public void mask(int decision, ActionMask into) {
        if (masked) {
            into.set(masks, decision * maskWords);
        } else {
            into.allowAll();
        }
    }

    /**
     * Whether something was not allowed at any decision.
     *
     * @return false if everything was allowed all the time
     */
    public boolean masked() {
        return masked;
    }

    /**
     * What came of it.
     *
     * @param decision 0 (inclusive) to {@link #length()} (exclusive)
     * @return a reward
     */
    public float reward(int decision) {
        return rewards[decision];
    }

    /**
     * Whether the return ends with this decision's reward.
     *
     * @param decision 0 (inclusive) to {@link #length()} (exclusive)
     * @return whether rewards after it have nothing to do with what came before
     */
    public boolean cut(int decision) {
        return cuts[decision];
    }

    /**
     * Sum of all rewards, not discounted: in Pong, points won less points lost.
     *
     * @return the score
     */
    public double score() {
        double score = 0;
        for (int t = 0; t < length; t++) {
            score += rewards[t];
        }
        return score;
    }
}
