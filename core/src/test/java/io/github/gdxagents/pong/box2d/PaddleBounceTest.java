package io.github.gdxagents.pong.box2d;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Hand-worked with the default numbers: reach 8 + 1.5 = 9.5 units, 50° at the edge, a quarter of the incoming angle, at most 58°. */
class PaddleBounceTest {

    private static final double EXACT = 1e-12;

    private final PaddleBounce bounce = new PaddleBounce(PhysicsSpec.defaults());

    @Test
    void placeOnThePaddleAndIncomingAngleMakeTheAngle() {
        assertEquals(0, bounce.angle(0, 0), EXACT);
        assertEquals(degrees(25), bounce.angle(4.75, 0), EXACT);
        assertEquals(degrees(-25), bounce.angle(-4.75, 0), EXACT);
        assertEquals(degrees(10), bounce.angle(0, degrees(40)), EXACT);
        assertEquals(degrees(15), bounce.angle(4.75, degrees(-40)), EXACT);
    }

    @Test
    void theEndsOfThePaddleAreTheMost() {
        assertEquals(degrees(50), bounce.angle(9.5, 0), EXACT);
        assertEquals(degrees(50), bounce.angle(30, 0), EXACT);
        assertEquals(degrees(58), bounce.angle(9.5, degrees(60)), EXACT);
        assertEquals(degrees(-58), bounce.angle(-9.5, degrees(-60)), EXACT);
    }

    @Test
    void everyHitMakesTheRallyFasterUpToItsLimit() {
        assertEquals(1.768, bounce.pace(1.7), EXACT);
        assertEquals(4, bounce.pace(3.9), EXACT);
        assertEquals(4, bounce.pace(4), EXACT);
    }

    @Test
    void theButtonMakesTheBallFasterUntilTheNextHit() {
        assertEquals(2, bounce.speed(2, false), EXACT);
        assertEquals(2.24, bounce.speed(2, true), EXACT);
    }

    @Test
    void aMovingPaddleDragsTheBallsSideAlong() {
        // Off the right paddle the ball flies to the left; its right side is dragged downwards: it turns clockwise.
        assertEquals(0.0027, bounce.spin(1, -1), EXACT);
        assertEquals(-0.0027, bounce.spin(1, 1), EXACT);
        assertEquals(0, bounce.spin(0, 1), EXACT);
        assertEquals(-0.008, bounce.spin(-3, -1), EXACT);
    }

    private static double degrees(double angle) {
        return StrictMath.toRadians(angle);
    }
}
