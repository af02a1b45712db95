package io.github.gdxagents.lander;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanderSpecTest {

    private static final LanderSpec SPEC = LanderSpec.defaults();

    @Test
    void engineLiftsTwiceTheWeight() {
        assertEquals(162.0 / 390, SPEC.hoverThrust(), 1e-12);
        assertTrue(SPEC.hoverThrust() < 0.5);
    }

    @Test
    void copiesDifferInOneThingAlone() {
        assertEquals(SPEC, SPEC.withFuel(7).withFuel(SPEC.fuelSeconds()));
        assertEquals(7, SPEC.withFuel(7).fuelSeconds());
        assertEquals(SPEC, SPEC.withSafeSpeed(7).withSafeSpeed(SPEC.safeSpeed()));
        assertEquals(7, SPEC.withSafeSpeed(7).safeSpeed());
        assertEquals(SPEC, SPEC.withStart(0, 0).withStart(SPEC.startSpeed(), SPEC.startAngle()));
        assertEquals(3, SPEC.withStart(3, 0.5).startSpeed());
        assertEquals(0.5, SPEC.withStart(3, 0.5).startAngle());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 11, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsOutOfRangeByName(double speed) {
        String message = assertThrows(IllegalArgumentException.class, () -> SPEC.withSafeSpeed(speed))
                .getMessage();
        assertTrue(message.contains("safeSpeed") && message.contains(Double.toString(speed)), message);
    }

    @Test
    void engineMustLiftTheLander() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new LanderSpec(
                                20, 13, 1.62, 100, 22, 162, 45, 0.5, 1, 5, 2, 0.35, 0.2, 30, 15, 0.1, 1.5, 0.2, 1200))
                .getMessage();
        assertTrue(message.startsWith("mainThrust"), message);
    }
}
