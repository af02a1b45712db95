package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.SparseVector;

/**
 * A piece of play of a fixed number of decisions as a running game notes it down: facts only. What the critic thinks of them, how
 * large rewards are for the learner, and what normalising makes of the observations is found out later, by the learner.
 *
 * <p>Belongs to one thread at a time, see {@link RecordingRing}. Nothing is allocated once the arrays are large enough.
 */
final class Recording {

    /** Non-zeros of images and features that there is room for at first, at each decision. */
    private static final int FIRST_ROOM = 64;

    /** Observations after an end of the game's own choice that there is room for at first. */
    private static final int FIRST_ENDS = 16;

    private final int length;
    private final Trajectory trajectory;
    private final float[] logLikelihoods;
    private final Outcome[] ends;
    /** What was seen after each decision that was cut short, and after the last one if the episode went on. */
    private final SparseRows afterwards = new SparseRows();

    private final double[] scores;
    private final long[] scoreVersions;
    private int episodes;
    private long version;
    private boolean continues;

    Recording(ObservationSpec observations, ActionSpec actions, int length) {
        this.length = length;
        this.trajectory = new Trajectory(actions);
        this.logLikelihoods = new float[length];
        this.ends = new Outcome[length];
        this.scores = new double[length];
        this.scoreVersions = new long[length];
        int room = room(observations);
        trajectory.makeRoom(length, Math.multiplyExact(length, room));
        afterwards.makeRoom(FIRST_ENDS, Math.multiplyExact(FIRST_ENDS, room));
    }

    /** Numbers of a decision that there is room for at first. */
    static int room(ObservationSpec observations) {
        int stacked = observations.stack() * observations.entries().size();
        return stacked + Math.min(FIRST_ROOM, observations.inputs() - stacked);
    }

    /**
     * Begins anew.
     *
     * @param playedBy version of the weights that play
     * @param goesOn whether it follows the last recording of the same game, without a decision in between
     */
    void begin(long playedBy, boolean goesOn) {
        trajectory.clear();
        afterwards.clear();
        episodes = 0;
        version = playedBy;
        continues = goesOn;
    }

    /** Whether there is no room for another decision; the last one's end may still be open. */
    boolean isFull() {
        return trajectory.length() == length;
    }

    /** Appends a decision; {@link #end} follows. */
    void add(SparseVector input, ActionMask mask, Action action, float logLikelihood) {
        logLikelihoods[trajectory.length()] = logLikelihood;
        trajectory.add(input, mask, action, 0, false);
    }

    /** Says what came of the last decision. */
    void end(float reward, Outcome outcome) {
        trajectory.addToReward(reward);
        ends[trajectory.length() - 1] = outcome;
    }

    /** Says what was seen after the last decision, which was cut short or is the last of all. */
    void addAfterwards(SparseVector input) {
        afterwards.add(input);
    }

    /** Says how an episode that ended here has scored, and which weights it was begun with. */
    void addEpisode(double score, long begunWith) {
        scores[episodes] = score;
        scoreVersions[episodes++] = begunWith;
    }

    Trajectory trajectory() {
        return trajectory;
    }

    float logLikelihood(int t) {
        return logLikelihoods[t];
    }

    /** How a decision ended; truncated is also one after which nothing more of the episode was recorded. */
    Outcome end(int t) {
        return ends[t];
    }

    SparseRows afterwards() {
        return afterwards;
    }

    int episodes() {
        return episodes;
    }

    double score(int episode) {
        return scores[episode];
    }

    long scoreVersion(int episode) {
        return scoreVersions[episode];
    }

    /** The oldest weights that played here. */
    long version() {
        return version;
    }

    boolean continuesTheLast() {
        return continues;
    }
}
