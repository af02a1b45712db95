package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.PolicyHead;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import java.util.Arrays;

/**
 * A piece of play of a fixed number of decisions that an actor-critic learns from: what was seen, done and gained, and what the policy
 * thought of it when it played. One thread at a time; nothing is allocated once the arrays are large enough.
 */
final class Rollout {

    private final int length;
    private final Trajectory trajectory;
    private final float[] values;
    private final float[] logLikelihoods;
    private final boolean[] decisive;
    private final int[] events;
    private float nextValue;

    Rollout(ActionSpec actions, int length) {
        this.length = length;
        this.trajectory = new Trajectory(actions);
        this.values = new float[length];
        this.logLikelihoods = new float[length];
        this.decisive = new boolean[length];
        this.events = new int[length];
    }

    /** How many decisions it has when it is complete. */
    int length() {
        return length;
    }

    boolean complete() {
        return trajectory.length() == length;
    }

    void clear() {
        trajectory.clear();
    }

    /** Notes what the policy thinks of the action that it has chosen; {@link #add} follows. */
    void note(ForwardPass pass, PolicyHead head, Action action) {
        note(pass.value(), (float) head.logLikelihood(action));
    }

    /** Notes V of what is seen, and what the policy thought of the action that it chose; {@link #add} follows. */
    void note(float value, float logLikelihood) {
        int t = trajectory.length();
        values[t] = value;
        logLikelihoods[t] = logLikelihood;
    }

    /** Appends the decision that was noted, with what came of it. */
    void add(
            ForwardPass pass,
            ActionMask mask,
            Action action,
            float reward,
            boolean cut,
            boolean isDecisive,
            int event) {
        int t = trajectory.length();
        decisive[t] = isDecisive;
        events[t] = event;
        trajectory.add(pass.input(), mask, action, reward, cut);
    }

    /** Sets V of the observation after the last decision. */
    void setNextValue(float value) {
        nextValue = value;
    }

    /** What was played so far, copied. */
    PlayedPiece copy() {
        int played = trajectory.length();
        return new PlayedPiece(trajectory.copy(), Arrays.copyOf(values, played), Arrays.copyOf(logLikelihoods, played));
    }

    Trajectory trajectory() {
        return trajectory;
    }

    float[] values() {
        return values;
    }

    float nextValue() {
        return nextValue;
    }

    float logLikelihood(int t) {
        return logLikelihoods[t];
    }

    boolean isDecisive(int t) {
        return decisive[t];
    }

    /**
     * The next event after each decision, as far as it is known and not beyond a cut or a decision that does not matter; −1 for
     * none.
     */
    void foreseen(int[] into, int offset) {
        int next = -1;
        for (int t = length - 1; t >= 0; t--) {
            next = trajectory.cut(t) || !decisive[t] ? -1 : next;
            next = decisive[t] && events[t] >= 0 ? events[t] : next;
            into[offset + t] = next;
        }
    }
}
