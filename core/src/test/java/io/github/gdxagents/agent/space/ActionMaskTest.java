package io.github.gdxagents.agent.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ActionMaskTest {

    /** 70 and 3 choices: the second word begins in the middle of the first branch. */
    private static final ActionSpec SPEC = ActionSpec.branches(70, 3);

    private final ActionMask mask = new ActionMask(SPEC);

    @Test
    void everythingIsAllowedUntilItIsForbidden() {
        assertFalse(mask.any());
        assertTrue(mask.leavesAChoice());
        for (int choice = 0; choice < 70; choice++) {
            assertTrue(mask.isAllowed(choice));
        }
    }

    @Test
    void onlyWhatIsForbiddenIs() {
        mask.forbid(0);
        mask.forbid(0, 63);
        mask.forbid(0, 64);
        mask.forbid(1, 2);
        assertTrue(mask.any());
        for (int choice = 0; choice < 70; choice++) {
            assertEquals(choice != 0 && choice != 63 && choice != 64, mask.isAllowed(choice), "choice " + choice);
        }
        assertTrue(mask.isAllowed(1, 0));
        assertTrue(mask.isAllowed(1, 1));
        assertFalse(mask.isAllowed(1, 2));
        mask.allowAll();
        everythingIsAllowedUntilItIsForbidden();
        assertTrue(mask.isAllowed(1, 2));
        assertArrayEquals(new long[2], mask.words());
    }

    @Test
    void eachBranchNeedsAChoice() {
        for (int choice = 0; choice < 70; choice++) {
            assertTrue(mask.leavesAChoice(), "with " + choice + " forbidden");
            mask.forbid(choice);
        }
        assertFalse(mask.leavesAChoice());
        mask.allowAll();
        mask.forbid(1, 0);
        mask.forbid(1, 2);
        assertTrue(mask.leavesAChoice());
        mask.forbid(1, 1);
        assertFalse(mask.leavesAChoice());
    }

    @Test
    void isKeptAsBits() {
        mask.forbid(0, 1);
        mask.forbid(0, 69);
        mask.forbid(1, 0);
        assertEquals(2, ActionMask.words(SPEC));
        assertArrayEquals(new long[] {0b10, 0b110_0000}, mask.words());
        long[] kept = {99, 98, mask.words()[0], mask.words()[1], 97};
        ActionMask back = new ActionMask(SPEC);
        back.set(kept, 2);
        assertTrue(back.any());
        assertFalse(back.isAllowed(0, 1));
        assertFalse(back.isAllowed(0, 69));
        assertFalse(back.isAllowed(1, 0));
        assertTrue(back.isAllowed(1, 1));
        back.set(new long[2], 0);
        assertFalse(back.any());
        assertTrue(back.isAllowed(0, 1));
    }

    @Test
    void needsNoBitsWithoutBranches() {
        ActionSpec values = ActionSpec.continuous(2, 0, 1);
        ActionMask none = new ActionMask(values);
        assertEquals(0, ActionMask.words(values));
        assertFalse(none.any());
        assertTrue(none.leavesAChoice());
        assertEquals(1, ActionMask.words(ActionSpec.discrete(64)));
        assertEquals(2, ActionMask.words(ActionSpec.discrete(65)));
    }

    @Test
    void whatThereIsNotIsRefusedByName() {
        assertRefused("choice must be from 0 to 69, but was 70", () -> mask.forbid(70));
        assertRefused("choice must be from 0 to 2, but was -1", () -> mask.forbid(1, -1));
        assertRefused("choice must be from 0 to 2, but was 3", () -> mask.isAllowed(1, 3));
        assertRefused("branch must be from 0 to 1, but was 2", () -> mask.forbid(2, 0));
        assertRefused("branch must be from 0 to 1, but was -1", () -> mask.isAllowed(-1, 0));
        assertFalse(mask.any());
    }

    @Test
    void aMaskWithoutBranchesRefusesAChoiceAsSuch() {
        ActionMask none = new ActionMask(ActionSpec.continuous(1, 0, 1));
        assertRefused("there is no branch in the action's spec, but 0 was asked for", () -> none.forbid(1));
    }

    private static void assertRefused(String message, Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
