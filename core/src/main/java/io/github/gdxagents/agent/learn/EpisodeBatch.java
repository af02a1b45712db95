package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.space.ActionSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole episodes that one update learns from, by number. Those that are finished are kept when a run stops half-way; the
 * others are played again, and come out the same.
 */
final class EpisodeBatch implements EpisodeRunner.Episodes {

    private final List<Trajectory> trajectories = new ArrayList<>();
    private final boolean[] finished;

    EpisodeBatch(int size, ActionSpec actions) {
        for (int episode = 0; episode < size; episode++) {
            trajectories.add(new Trajectory(actions));
        }
        this.finished = new boolean[size];
    }

    int size() {
        return finished.length;
    }

    Trajectory get(int episode) {
        return trajectories.get(episode);
    }

    boolean isFinished(int episode) {
        return finished[episode];
    }

    int finishedCount() {
        int count = 0;
        for (boolean done : finished) {
            count += done ? 1 : 0;
        }
        return count;
    }

    /** The first episodes that are not finished, at most so many that no more than {@code most} are finished afterwards. */
    List<Integer> missing(int most) {
        List<Integer> missing = new ArrayList<>();
        int room = most - finishedCount();
        for (int episode = 0; episode < finished.length && missing.size() < room; episode++) {
            if (!finished[episode]) {
                missing.add(episode);
            }
        }
        return missing;
    }

    /** Forgets all episodes. */
    void clear() {
        for (int episode = 0; episode < finished.length; episode++) {
            finished[episode] = false;
            trajectories.get(episode).clear();
        }
    }

    /** Takes over an episode that was finished in an earlier life of the run. */
    void restore(int episode, Trajectory trajectory) {
        trajectories.set(episode, trajectory);
        finished[episode] = true;
    }

    @Override
    public Trajectory recording(int episode) {
        return trajectories.get(episode);
    }

    @Override
    public void finished(int episode, double score, long decisions) {
        // Each episode has its own place, and the main thread looks only after all workers are done.
        finished[episode] = true;
    }
}
