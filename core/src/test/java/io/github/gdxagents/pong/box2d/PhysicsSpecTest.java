package io.github.gdxagents.pong.box2d;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PhysicsSpecTest {

    private static PhysicsSpec with(double radius, double serveSpeed, double steepestHit, double spinLeft, int delay) {
        return new PhysicsSpec(
                radius,
                serveSpeed,
                1.04,
                4,
                1.12,
                0.5,
                0.9,
                0.25,
                steepestHit,
                0.35,
                3,
                0.6,
                0.0027,
                0.008,
                spinLeft,
                8,
                0.6,
                delay);
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertRefused("ballRadius must be from 0.5 to 4.0, but was NaN", Double.NaN, 1.7, 1, 0.99, 63);
        assertRefused("serveSpeed must be above 0 and at most 4.0, but was 4.5", 1.5, 4.5, 1, 0.99, 63);
        assertRefused("spinLeft must be from 0.0 to 1.0, but was 1.5", 1.5, 1.7, 1, 1.5, 63);
        assertRefused("serveDelay must be from 1.0 to 1000.0, but was 0.0", 1.5, 1.7, 1, 0.99, 0);
    }

    @Test
    void aHitCannotBeSteeperThanTheBallMayFly() {
        PhysicsSpec steepest = with(1.5, 1.7, 1.2, 0.99, 63);
        assertEquals(1.2, steepest.steepestHit());
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> with(1.5, 1.7, 1.3, 0.99, 63));
        assertEquals("steepestHit must be from 0.0 to 1.2, but was 1.3", e.getMessage());
    }

    private static void assertRefused(
            String sentence, double radius, double serveSpeed, double steepestHit, double spinLeft, int delay) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> with(radius, serveSpeed, steepestHit, spinLeft, delay));
        assertEquals(sentence, e.getMessage());
    }
}
