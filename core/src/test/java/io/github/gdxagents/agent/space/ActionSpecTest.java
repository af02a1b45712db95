package io.github.gdxagents.agent.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionSpecTest {

    @Test
    void choicesOfAllBranchesAddUp() {
        assertEquals(6, ActionSpec.discrete(6).choices());
        assertEquals(9, ActionSpec.branches(4, 2, 3).choices());
        assertEquals(0, ActionSpec.continuous(3, -1, 1).choices());
    }

    @Test
    void onlyOneChoiceAndNothingElseIsDiscrete() {
        assertTrue(ActionSpec.discrete(2).isDiscrete());
        assertTrue(ActionSpec.branches(2).isDiscrete());
        assertFalse(ActionSpec.branches(2, 2).isDiscrete());
        assertFalse(ActionSpec.continuous(1, 0, 1).isDiscrete());
        assertFalse(new ActionSpec(List.of(2), List.of(new ValueRange(0, 1))).isDiscrete());
    }

    @Test
    void specsOfTheSameShapeAreEqual() {
        assertEquals(ActionSpec.discrete(3), ActionSpec.branches(3));
        assertEquals(
                ActionSpec.continuous(2, -1, 1),
                new ActionSpec(List.of(), List.of(new ValueRange(-1, 1), new ValueRange(-1, 1))));
    }

    @Test
    void aSpecDoesNotChangeWithTheListsItWasMadeOf() {
        List<Integer> branches = new ArrayList<>(List.of(2, 3));
        ActionSpec spec = new ActionSpec(branches, List.of());
        branches.add(4);
        assertEquals(List.of(2, 3), spec.branches());
    }

    @Test
    void theLargestIsAllowed() {
        ActionSpec largest = new ActionSpec(
                Collections.nCopies(64, 1024), Collections.nCopies(64, new ValueRange(-Float.MIN_VALUE, 0)));
        assertEquals(65_536, largest.choices());
    }

    @Test
    void whatCannotBeDoneIsRefusedByName() {
        assertRefused(
                "there must be something to do: a branch or a continuous value", () -> ActionSpec.branches(new int[0]));
        assertRefused("actions must be from 2 to 1024, but was 1", () -> ActionSpec.discrete(1));
        assertRefused("actions must be from 2 to 1024, but was 1025", () -> ActionSpec.discrete(1025));
        assertRefused("choices of a branch must be from 2 to 1024, but was 1", () -> ActionSpec.branches(3, 1));
        assertRefused("choices of a branch must be from 2 to 1024, but was 1025", () -> ActionSpec.branches(1025, 3));
        assertRefused(
                "number of continuous values must be from 1 to 64, but was 0", () -> ActionSpec.continuous(0, 0, 1));
        assertRefused(
                "number of continuous values must be from 1 to 64, but was 65", () -> ActionSpec.continuous(65, 0, 1));
        assertRefused("number of branches must be from 0 to 64, but was 65", () -> ActionSpec.branches(new int[65]));
        assertRefused(
                "number of continuous values must be from 0 to 64, but was 65",
                () -> new ActionSpec(List.of(), Collections.nCopies(65, new ValueRange(0, 1))));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1, 0",
        "NaN, 1",
        "0, NaN",
        "-Infinity, 0",
        "0, Infinity",
        // As far apart as no float can say.
        "-3e38, 3e38"
    })
    void rangesThatAreNoneAreRefused(float low, float high) {
        assertRefused(
                "a range must be two finite numbers, the lower one first, but was " + low + " to " + high,
                () -> new ValueRange(low, high));
    }

    private static void assertRefused(String message, Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
