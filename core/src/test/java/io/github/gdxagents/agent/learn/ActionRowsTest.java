package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ValueRange;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActionRowsTest {

    private static final int ROWS = 200;

    static Stream<ActionSpec> specs() {
        return Stream.of(
                ActionSpec.discrete(5),
                ActionSpec.branches(3, 2, 4),
                ActionSpec.continuous(3, -1, 1),
                new ActionSpec(List.of(2, 7), List.of(new ValueRange(0, 3))));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void keepsActionsInTheirOrder(ActionSpec spec) {
        ActionRows rows = new ActionRows(spec, 1);
        fill(rows, 0);
        assertRows(rows, 0);
        rows.clear();
        assertEquals(0, rows.rows());
        assertEquals(0, rows.choicesArray().length);
        fill(rows, 7);
        assertRows(rows, 7);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void copiesShareNothingAndGrow(ActionSpec spec) {
        ActionRows rows = new ActionRows(spec, 4);
        fill(rows, 0);
        ActionRows copy = rows.copy();
        ActionRows other = new ActionRows(spec, 1);
        fill(other, 3);
        other.copyFrom(rows);
        rows.clear();
        fill(rows, 5);
        assertRows(copy, 0);
        assertRows(other, 0);
        copy.add(action(spec, 1));
        assertEquals(ROWS + 1, copy.rows());
        ActionRows empty = new ActionRows(spec, 1).copy();
        fill(empty, 2);
        assertRows(empty, 2);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void arraysAreThoseOfAGamesProgress(ActionSpec spec) {
        ActionRows rows = new ActionRows(spec, 16);
        fill(rows, 4);
        GameProgress progress = new GameProgress(3, rows.choicesArray(), rows.valuesArray());
        assertEquals(ROWS, progress.decisions(spec));
        Action again = new Action(spec);
        for (int row = 0; row < ROWS; row++) {
            progress.action(row, again);
            assertEquals(action(spec, row + 4).toString(), again.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void withRoomNothingIsAllocated(ActionSpec spec) {
        ActionRows rows = new ActionRows(spec, 0);
        rows.makeRoom(ROWS);
        Action action = action(spec, 1);
        Runnable use = () -> {
            rows.clear();
            for (int i = 0; i < ROWS; i++) {
                rows.add(action);
            }
            rows.get(ROWS - 1, action);
        };
        assertEquals(0, AllocatedBytes.leastOf(50, use));
    }

    @Test
    void theFirstChoiceIsThatOfTheFirstBranch() {
        ActionSpec spec = ActionSpec.branches(3, 2);
        ActionRows rows = new ActionRows(spec, 2);
        Action action = new Action(spec);
        action.choose(0, 2);
        action.choose(1, 1);
        rows.add(action);
        action.choose(0, 1);
        rows.add(action);
        assertEquals(2, rows.choice(0));
        assertEquals(1, rows.choice(1));
        assertArrayEquals(new int[] {2, 1, 1, 1}, rows.choicesArray());
    }

    private static Action action(ActionSpec spec, int number) {
        Action action = new Action(spec);
        for (int branch = 0; branch < spec.branches().size(); branch++) {
            action.choose(branch, (number + branch) % spec.branches().get(branch));
        }
        for (int i = 0; i < spec.ranges().size(); i++) {
            action.setUnsquashed(i, (number % 13 - 6) * 0.3f + i);
        }
        return action;
    }

    private static void fill(ActionRows rows, int shift) {
        for (int row = 0; row < ROWS; row++) {
            rows.add(action(rows.spec(), row + shift));
        }
    }

    private static void assertRows(ActionRows rows, int shift) {
        assertEquals(ROWS, rows.rows());
        Action found = new Action(rows.spec());
        for (int row = 0; row < ROWS; row++) {
            rows.get(row, found);
            Action expected = action(rows.spec(), row + shift);
            assertEquals(expected.toString(), found.toString());
            for (int i = 0; i < rows.spec().ranges().size(); i++) {
                assertEquals(expected.unsquashed(i), found.unsquashed(i));
            }
        }
    }
}
