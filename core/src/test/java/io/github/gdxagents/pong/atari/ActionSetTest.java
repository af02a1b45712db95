package io.github.gdxagents.pong.atari;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionSetTest {

    @ParameterizedTest
    @CsvSource({"2, TWO", "3, THREE", "6, SIX"})
    void setsAreKnownByTheirSize(int size, ActionSet set) {
        assertEquals(set, ActionSet.ofSize(size));
        assertEquals(size, set.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 7, -2})
    void refusesOtherSizes(int size) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> ActionSet.ofSize(size));
        assertEquals("number of actions must be 2, 3, 4 or 6, but was " + size, refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource(ActionSet.class)
    void firstIsUpAndSecondIsDownInEverySet(ActionSet set) {
        assertEquals(ConsoleAction.RIGHT, set.get(0));
        assertEquals(-1, set.get(0).direction());
        assertEquals(ConsoleAction.LEFT, set.get(1));
        assertEquals(1, set.get(1).direction());
    }

    @ParameterizedTest
    @EnumSource(ActionSet.class)
    void noActionComesTwice(ActionSet set) {
        Set<ConsoleAction> actions = EnumSet.noneOf(ConsoleAction.class);
        for (int action = 0; action < set.size(); action++) {
            assertTrue(actions.add(set.get(action)));
        }
        assertEquals(set.size() == 6, actions.equals(EnumSet.allOf(ConsoleAction.class)));
    }

    /** The emulator's numbers, from its Constants.h: NOOP 0, FIRE 1, RIGHT 3, LEFT 4, RIGHTFIRE 11, LEFTFIRE 12. */
    @ParameterizedTest
    @CsvSource({
        "NOOP, 0, 0, false",
        "FIRE, 1, 0, true",
        "RIGHT, 3, -1, false",
        "LEFT, 4, 1, false",
        "RIGHT_FIRE, 11, -1, true",
        "LEFT_FIRE, 12, 1, true"
    })
    void consoleActionsHaveTheEmulatorsNumbers(ConsoleAction action, int code, int direction, boolean fire) {
        assertEquals(code, action.aleCode());
        assertEquals(direction, action.direction());
        assertEquals(fire, action.fire());
    }

    @Test
    void gymsNumbersAreTheOrderOfTheEnum() {
        assertEquals(
                List.of(
                        ConsoleAction.NOOP,
                        ConsoleAction.FIRE,
                        ConsoleAction.RIGHT,
                        ConsoleAction.LEFT,
                        ConsoleAction.RIGHT_FIRE,
                        ConsoleAction.LEFT_FIRE),
                List.of(ConsoleAction.values()));
    }
}
