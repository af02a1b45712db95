package io.github.gdxagents.agent.space;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationCheckTest {

    private static final ActionSpec ACTIONS = ActionSpec.branches(2, 3);

    private final Observation observation = new Observation(
            new ObservationSpec(List.of("height", "speed"), List.of(new ImageSpec("map", 4, 3)), 9, 1, true), ACTIONS);

    @Test
    void finiteNumbersPass() {
        observation.set("speed", -Float.MAX_VALUE);
        observation.image(0)[11] = 1e30f;
        observation.features().add(3, 2);
        observation.mask().forbid(1, 0);
        observation.mask().forbid(1, 2);
        assertDoesNotThrow(() -> ObservationCheck.check(observation, ACTIONS));
    }

    @Test
    void anEntryIsNamed() {
        observation.set("speed", Float.NaN);
        assertEquals("entry 'speed' of the observation must be a finite number, but was NaN", refusal());
    }

    @Test
    void aPixelIsNamed() {
        observation.image(0)[6] = Float.POSITIVE_INFINITY;
        assertEquals(
                "the pixel in row 1, column 2 of image 'map' must be a finite number, but was Infinity", refusal());
    }

    @Test
    void aFeatureIsNamed() {
        observation.features().add(2, 1);
        observation.features().add(7, Float.NEGATIVE_INFINITY);
        assertEquals("feature 7 must be a finite number, but was -Infinity", refusal());
    }

    @Test
    void aBranchWithoutAChoiceIsNamed() {
        for (int choice = 0; choice < 3; choice++) {
            observation.mask().forbid(1, choice);
        }
        assertEquals("all choices of branch 1 are forbidden, expected at least one allowed", refusal());
    }

    @Test
    void featuresWithoutAPlaceAreRefused() {
        Observation plain = new Observation(ObservationSpec.vector("height"), ACTIONS);
        plain.features().add(0, 1);
        assertEquals(
                "the observation must have no features, since its spec has none, but has 1",
                assertThrows(IllegalArgumentException.class, () -> ObservationCheck.check(plain, ACTIONS))
                        .getMessage());
    }

    private String refusal() {
        return assertThrows(IllegalArgumentException.class, () -> ObservationCheck.check(observation, ACTIONS))
                .getMessage();
    }
}
