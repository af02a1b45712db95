package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ValueRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GameProgressTest {

    private static final ActionSpec MIXED = new ActionSpec(List.of(3, 2), List.of(new ValueRange(0, 1)));

    @Test
    void actionsAreOneAfterTheOther() {
        GameProgress progress = new GameProgress(0, new int[] {0, 1, 2, 0}, new float[] {0.5f, -1});
        assertEquals(2, progress.decisions(MIXED));
        Action action = new Action(MIXED);
        progress.action(1, action);
        assertEquals(2, action.choice(0));
        assertEquals(0, action.choice(1));
        assertEquals(-1, action.unsquashed(0));
        assertEquals(0, new GameProgress(0, new int[0], new float[0]).decisions(MIXED));
        ActionSpec values = ActionSpec.continuous(2, 0, 1);
        assertEquals(3, new GameProgress(0, new int[0], new float[6]).decisions(values));
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "3, 2", "4, 1", "4, 3", "0, 1", "2, 0", "1, 0"})
    void halfAnActionIsRefused(int choices, int values) {
        GameProgress progress = new GameProgress(0, new int[choices], new float[values]);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> progress.decisions(MIXED));
        assertEquals(
                choices + " choices and " + values + " values are no whole number of actions of " + MIXED,
                refusal.getMessage());
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        Action action = new Action(MIXED);
        GameProgress choice = new GameProgress(0, new int[] {0, 2}, new float[1]);
        assertThrows(IllegalArgumentException.class, () -> choice.action(0, action));
        GameProgress value = new GameProgress(0, new int[] {0, 1}, new float[] {Float.NaN});
        assertThrows(IllegalArgumentException.class, () -> value.action(0, action));
        assertThrows(IllegalArgumentException.class, () -> new GameProgress(-1, new int[0], new float[0]));
    }
}
