package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.agent.space.ValueRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrajectoryTest {

    private static final int LENGTH = 3000;

    /** More choices than a word has bits, and a value. */
    private static final ActionSpec SPEC = new ActionSpec(List.of(70, 2), List.of(new ValueRange(0, 1)));

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

    @Test
    void masksAreKeptFromTheFirstForbiddenChoiceOn() {
        for (int first : new int[] {0, 1, 63, 64, 65, 500}) {
            Trajectory trajectory = new Trajectory(SPEC);
            fillMasked(trajectory, first);
            assertMasked(trajectory, first);
            Trajectory copy = trajectory.copy();
            trajectory.clear();
            assertFalse(trajectory.masked());
            assertMasked(copy, first);
            // Masks of the life before must not shine through.
            fillMasked(trajectory, 700);
            assertMasked(trajectory, 700);
            for (int i = 0; i < 100; i++) {
                copy.add(new SparseVector(3), new ActionMask(SPEC), new Action(SPEC), 7, true);
            }
            ActionMask mask = new ActionMask(SPEC);
            copy.mask(1099, mask);
            assertFalse(mask.any());
            copy.mask(first, mask);
            assertFalse(mask.isAllowed(0, first % 70));
        }
    }

    @Test
    void whereNothingIsForbiddenThereAreNoMasks() {
        Trajectory trajectory = new Trajectory(SPEC);
        fillMasked(trajectory, 1000);
        assertFalse(trajectory.masked());
        ActionMask mask = new ActionMask(SPEC);
        mask.forbid(0, 3);
        trajectory.mask(999, mask);
        assertFalse(mask.any());
        assertFalse(trajectory.copy().masked());
    }

    @Test
    void aDecisionWithoutAMaskIsAllowedEverythingAmongMaskedOnes() {
        ActionSpec discrete = ActionSpec.discrete(5);
        Trajectory trajectory = new Trajectory(discrete);
        ActionMask mask = new ActionMask(discrete);
        mask.forbid(1);
        trajectory.makeRoom(3, 9);
        for (int life = 0; life < 2; life++) {
            trajectory.clear();
            trajectory.add(new SparseVector(3), mask, new Action(discrete), 0, false);
            trajectory.add(new SparseVector(3), mask, new Action(discrete), 0, false);
            trajectory.clear();
            trajectory.add(new SparseVector(3), mask, new Action(discrete), 0, false);
            trajectory.add(new SparseVector(3), 1, 0, false);
            for (int t = 2; t < 200; t++) {
                trajectory.add(new SparseVector(3), 2, 0, false);
            }
            ActionMask found = new ActionMask(discrete);
            trajectory.mask(1, found);
            assertFalse(found.any());
            trajectory.mask(199, found);
            assertFalse(found.any());
            trajectory.mask(0, found);
            assertFalse(found.isAllowed(1));
        }
    }

    @Test
    void withRoomNothingIsAllocated() {
        Trajectory trajectory = new Trajectory(SPEC);
        trajectory.makeRoom(500, 500);
        SparseVector observation = new SparseVector(3);
        observation.add(1, 2);
        Action action = new Action(SPEC);
        ActionMask mask = new ActionMask(SPEC);
        mask.forbid(1, 0);
        Runnable fill = () -> {
            trajectory.clear();
            for (int t = 0; t < 500; t++) {
                trajectory.add(observation, mask, action, 1, false);
            }
            trajectory.action(499, action);
            trajectory.mask(499, mask);
        };
        assertEquals(0, AllocatedBytes.leastOf(50, fill));
    }

    /** A thousand decisions; from some decision on every third has a mask. */
    private static void fillMasked(Trajectory trajectory, int first) {
        Action action = new Action(SPEC);
        ActionMask mask = new ActionMask(SPEC);
        for (int t = 0; t < 1000; t++) {
            mask.allowAll();
            if (t >= first && (t - first) % 3 == 0) {
                mask.forbid(0, t % 70);
            }
            action.choose(0, (t + 1) % 70);
            action.choose(1, t % 2);
            action.setUnsquashed(0, t / 500f - 1);
            trajectory.add(new SparseVector(3), mask, action, 1, false);
        }
    }

    private static void assertMasked(Trajectory trajectory, int first) {
        assertEquals(1000, trajectory.length());
        assertTrue(trajectory.masked());
        Action action = new Action(SPEC);
        ActionMask mask = new ActionMask(SPEC);
        for (int t = 0; t < 1000; t++) {
            trajectory.mask(t, mask);
            boolean forbidden = t >= first && (t - first) % 3 == 0;
            assertEquals(forbidden, mask.any(), "decision " + t);
            for (int choice = 0; choice < 70; choice++) {
                assertEquals(!forbidden || choice != t % 70, mask.isAllowed(0, choice));
            }
            trajectory.action(t, action);
            assertEquals((t + 1) % 70, trajectory.action(t));
            assertEquals((t + 1) % 70, action.choice(0));
            assertEquals(t % 2, action.choice(1));
            assertEquals(t / 500f - 1, action.unsquashed(0));
        }
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
