package io.github.gdxagents.agent.learn;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** The scores of the last 100 episodes, which is what progress is measured by. */
final class RecentScores {

    static final int CAPACITY = 100;

    private final Deque<Double> scores = new ArrayDeque<>(CAPACITY);

    void add(double score) {
        if (scores.size() == CAPACITY) {
            scores.removeFirst();
        }
        scores.addLast(score);
    }

    /** Mean of the scores, NaN if there is none. */
    double mean() {
        return mean(CAPACITY);
    }

    /** Mean of the last so many scores, or of all if there are fewer; NaN if there is none. */
    double mean(int last) {
        return scores.stream()
                .skip(Math.max(0, scores.size() - last))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    /** The scores, oldest first. */
    List<Double> toList() {
        return List.copyOf(scores);
    }

    void set(Collection<Double> oldestFirst) {
        scores.clear();
        oldestFirst.forEach(this::add);
    }
}
