package io.github.gdxagents.agent.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionTest {

    private static final ActionSpec SPEC =
            new ActionSpec(List.of(3, 2), List.of(new ValueRange(-0.5f, 2), new ValueRange(10, 11)));

    private final Action action = new Action(SPEC);

    @Test
    void beginsWithTheFirstChoicesAndTheMiddles() {
        assertEquals("choices [0, 0] values [0.75, 10.5]", action.toString());
        fill();
        action.reset();
        assertEquals("choices [0, 0] values [0.75, 10.5]", action.toString());
        assertEquals(0, action.unsquashed(1));
    }

    @Test
    void keepsWhatWasChosen() {
        fill();
        assertEquals(2, action.choice());
        assertEquals(2, action.choice(0));
        assertEquals(1, action.choice(1));
        assertEquals(1.25f, action.value(0));
        action.choose(1);
        assertEquals(1, action.choice(0));
        assertEquals(1, action.choice(1));
    }

    @ParameterizedTest
    @ValueSource(floats = {-4, -1.5f, -0.1f, 0, 1e-4f, 0.7f, 3.5f})
    void squashingIsUndone(float number) {
        action.setUnsquashed(0, number);
        assertEquals(number, action.unsquashed(0));
        double expected = -0.5 + 2.5 / (1 + Math.exp(-2.0 * number));
        assertEquals(expected, action.value(0), 2e-7);
        Action back = new Action(SPEC);
        back.setValue(0, action.value(0));
        // Near a bound the values lie close together.
        assertEquals(number, back.unsquashed(0), 1e-6 * Math.exp(2 * Math.abs(number)));
    }

    @ParameterizedTest
    @ValueSource(floats = {-0.5f, -0.499999f, 0, 0.3f, 1.9999f, 2})
    void valuesAreKeptAsTheyWereSet(float value) {
        action.setValue(0, value);
        assertEquals(value, action.value(0));
        assertTrue(Float.isFinite(action.unsquashed(0)));
        float from = action.unsquashed(0);
        action.setUnsquashed(0, from);
        assertEquals(value, action.value(0), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(floats = {9, 20, 1e30f, Float.MAX_VALUE})
    void farNumbersStayWithinTheRange(float number) {
        action.setUnsquashed(1, number);
        assertEquals(11, action.value(1));
        assertEquals(number, action.unsquashed(1));
        action.setUnsquashed(1, -number);
        assertEquals(10, action.value(1));
        ActionSpec widest = ActionSpec.continuous(1, -1e38f, 2e38f);
        Action wide = new Action(widest);
        wide.setUnsquashed(0, number);
        assertTrue(wide.value(0) <= 2e38f && wide.value(0) > 1.9999e38f, wide::toString);
    }

    @Test
    void largerNumbersGiveLargerValues() {
        float before = -1;
        for (float number = -6; number <= 6; number += 0.25f) {
            action.setUnsquashed(0, number);
            assertTrue(action.value(0) > before, number + ": " + action.value(0));
            before = action.value(0);
        }
    }

    @Test
    void copiesEverything() {
        fill();
        Action copy = new Action(SPEC);
        copy.copyFrom(action);
        action.reset();
        assertEquals("choices [2, 1] values [1.25, 10.25]", copy.toString());
        assertEquals(Math.log(7.0 / 3) / 2, copy.unsquashed(0), 1e-6);
        Action other = new Action(ActionSpec.discrete(3));
        assertRefused(
                "expected an action of " + other.spec() + ", but was one of " + SPEC, () -> other.copyFrom(action));
    }

    @Test
    void whatCannotBeDoneIsRefusedByName() {
        fill();
        assertRefused("choice must be from 0 to 2, but was 3", () -> action.choose(3));
        assertRefused("choice must be from 0 to 2, but was -1", () -> action.choose(-1));
        assertRefused("choice must be from 0 to 1, but was 2", () -> action.choose(1, 2));
        assertRefused("branch must be from 0 to 1, but was 2", () -> action.choose(2, 0));
        assertRefused("branch must be from 0 to 1, but was -1", () -> action.choice(-1));
        assertRefused("continuous value must be from 0 to 1, but was 2", () -> action.value(2));
        assertRefused("continuous value must be from 0 to 1, but was -1", () -> action.unsquashed(-1));
        for (float value : new float[] {-0.5000001f, 2.0000002f, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertRefused(
                    "continuous value 0 must be from -0.5 to 2.0, but was " + value, () -> action.setValue(0, value));
        }
        for (float number : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
            assertRefused(
                    "a continuous value must be squashed from a finite number, but was from " + number,
                    () -> action.setUnsquashed(0, number));
        }
        assertEquals("choices [2, 1] values [1.25, 10.25]", action.toString(), "a refusal changes nothing");
        Action onlyValues = new Action(ActionSpec.continuous(1, 0, 1));
        assertRefused("there is no branch in the action's spec, but 0 was asked for", onlyValues::choice);
    }

    @Test
    void allocatesNothing() {
        Action copy = new Action(SPEC);
        Runnable use = () -> {
            for (int i = 0; i < 1000; i++) {
                action.choose(1, i % 2);
                action.setUnsquashed(0, i * 0.01f - 5);
                action.setValue(1, 10 + i * 0.001f);
                copy.copyFrom(action);
                copy.reset();
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(50, use));
    }

    private void fill() {
        action.choose(2);
        action.choose(1, 1);
        action.setValue(0, 1.25f);
        action.setValue(1, 10.25f);
    }

    @Test
    void whatTheSpecHasNotGotIsRefusedAsSuch() {
        Action push = new Action(ActionSpec.discrete(2));
        Action thrust = new Action(ActionSpec.continuous(1, 0, 1));
        assertRefused("there is no continuous value in the action's spec, but 0 was asked for", () -> push.value(0));
        assertRefused("there is no branch in the action's spec, but 0 was asked for", thrust::choice);
    }

    private static void assertRefused(String message, Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
