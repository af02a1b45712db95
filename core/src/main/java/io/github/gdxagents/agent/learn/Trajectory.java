package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.SparseVector;
import java.util.Arrays;

/**
 * What happened at each decision of an episode: arrays {@code [decisions]} of observations, actions, rewards and cuts. The arrays
 * grow when they must and are kept when it is cleared. One thread at a time.
 */
public final class Trajectory {

    private final SparseRows observations;
    private int[] actions;
    private float[] rewards;
    private boolean[] cuts;
    private int length;

    /** A trajectory without decisions. */
    public Trajectory() {
        this(new SparseRows(), new int[64], new float[64], new boolean[64], 0);
    }

    private Trajectory(SparseRows observations, int[] actions, float[] rewards, boolean[] cuts, int length) {
        this.observations = observations;
        this.actions = actions;
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
        return new Trajectory(
                observations.copy(),
                Arrays.copyOf(actions, room),
                Arrays.copyOf(rewards, room),
                Arrays.copyOf(cuts, room),
                length);
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
        length = 0;
    }

    /**
     * Appends a decision.
     *
     * @param observation what was seen; copied
     * @param action what was done
     * @param reward what came of it
     * @param cut whether the return ends with this reward
     */
    public void add(SparseVector observation, int action, float reward, boolean cut) {
        if (length == actions.length) {
            actions = Arrays.copyOf(actions, 2 * length);
            rewards = Arrays.copyOf(rewards, 2 * length);
            cuts = Arrays.copyOf(cuts, 2 * length);
        }
        observations.add(observation);
        actions[length] = action;
        rewards[length] = reward;
        cuts[length] = cut;
        length++;
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
     * What was done.
     *
     * @param decision 0 (inclusive) to {@link #length()} (exclusive)
     * @return an action
     */
    public int action(int decision) {
        return actions[decision];
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
