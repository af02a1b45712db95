package io.github.gdxagents.agent.learn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The scores of the last 100 episodes, which is what progress is measured by. Adding and asking for means allocates nothing. */
final class RecentScores {

    static final int CAPACITY = 100;

    /** A ring. */
    private final double[] scores = new double[CAPACITY];

    private int count;
    private int next;

    void add(double score) {
        scores[next] = score;
        next = (next + 1) % CAPACITY;
        count = Math.min(CAPACITY, count + 1);
    }

    /** Mean of the scores, NaN if there is none. */
    double mean() {
        return mean(CAPACITY);
    }

    /** Mean of the last so many scores, or of all if there are fewer; NaN if there is none. */
    double mean(int last) {
        int used = Math.min(last, count);
        double sum = 0;
        for (int age = used; age > 0; age--) {
            sum += score(age);
        }
        return sum / used;
    }

    /** The score of an episode; age 1 is the last one. */
    private double score(int age) {
        return scores[(next - age + CAPACITY) % CAPACITY];
    }

    /** The scores, oldest first. */
    List<Double> toList() {
        List<Double> list = new ArrayList<>(count);
        for (int age = count; age > 0; age--) {
            list.add(score(age));
        }
        return List.copyOf(list);
    }

    void set(Collection<Double> oldestFirst) {
        count = 0;
        oldestFirst.forEach(this::add);
    }
}
