package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.agent.space.SparseVector;
import org.junit.jupiter.api.Test;

class TrajectoryTest {

    private static final int LENGTH = 3000;

    @Test
    void keepsWhatHappened() {
        assertDecisions(filled(0), 0);
    }

    @Test
    void scoreIsTheSumOfRewards() {
        // −1, 0, 1, −1, 0, 1 …
        assertEquals(0, filled(0).score());
        Trajectory two = new Trajectory();
        two.add(new SparseVector(3), 0, 2.5f, false);
        two.add(new SparseVector(3), 0, -1, true);
        assertEquals(1.5, two.score());
    }

    @Test
    void beginsAnewAfterClear() {
        Trajectory trajectory = filled(0);
        trajectory.clear();
        assertEquals(0, trajectory.length());
        assertEquals(0, trajectory.score());
        assertEquals(0, trajectory.observations().rows());
        fill(trajectory, 1);
        assertDecisions(trajectory, 1);
    }

    @Test
    void copiesShareNothingAndGrow() {
        Trajectory trajectory = filled(0);
        Trajectory copy = trajectory.copy();
        trajectory.clear();
        fill(trajectory, 1);
        assertDecisions(copy, 0);
        for (int i = 0; i < 100; i++) {
            copy.add(new SparseVector(3), 1, 7, true);
        }
        assertEquals(LENGTH + 100, copy.length());
        assertEquals(7, copy.reward(LENGTH + 99));
        Trajectory empty = new Trajectory().copy();
        fill(empty, 0);
        assertDecisions(empty, 0);
    }

    private static Trajectory filled(int shift) {
        Trajectory trajectory = new Trajectory();
        fill(trajectory, shift);
        return trajectory;
    }

    private static void fill(Trajectory trajectory, int shift) {
        SparseVector observation = new SparseVector(3);
        for (int t = shift; t < LENGTH + shift; t++) {
            observation.clear();
            observation.add(t % 3, t + 1);
            trajectory.add(observation, t % 5, t % 3 - 1, t % 7 == 0);
        }
    }

    private static void assertDecisions(Trajectory trajectory, int shift) {
        assertEquals(LENGTH, trajectory.length());
        assertEquals(LENGTH, trajectory.observations().rows());
        SparseVector observation = new SparseVector(3);
        for (int i = 0; i < LENGTH; i++) {
            int t = i + shift;
            trajectory.observations().get(i, observation);
            assertEquals(1, observation.count());
            assertEquals(t % 3, observation.index(0));
            assertEquals(t + 1, observation.value(0));
            assertEquals(t % 5, trajectory.action(i));
            assertEquals(t % 3 - 1, trajectory.reward(i));
            assertEquals(t % 7 == 0, trajectory.cut(i));
        }
    }
}
