package io.github.gdxagents.pong.box2d;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BallFlightTest {

    private static final double EXACT = 1e-12;

    private final BallFlight flight = new BallFlight(PhysicsSpec.defaults());

    @Test
    void serveGoesWhereItIsSaidTo() {
        flight.serve(-1, StrictMath.toRadians(30));
        assertEquals(-1.7 * Math.sqrt(3) / 2, flight.velocityX(), EXACT);
        assertEquals(0.85, flight.velocityY(), EXACT);
    }

    @Test
    void spinBendsTheFlightAndWearsOff() {
        flight.serve(1, 0);
        flight.hit(0, 2, false);
        assertEquals(0.0054, flight.spin(), EXACT);
        double speed = flight.speed();
        flight.fly();
        // To the left, turning clockwise: upwards.
        assertEquals(-speed * StrictMath.sin(0.0054), flight.velocityY(), EXACT);
        assertEquals(speed, flight.speed(), EXACT);
        assertEquals(0.0054 * 0.99, flight.spin(), EXACT);
    }

    @Test
    void spinChangesTheAngleAtAWall() {
        flight.serve(1, 0);
        flight.hit(4.75, 2, false);
        double before = StrictMath.atan2(flight.velocityY(), -flight.velocityX());
        flight.bounceOffWall(-1);
        double after = StrictMath.atan2(-flight.velocityY(), -flight.velocityX());
        // Flying to the left off the lower wall, a clockwise turn is one away from the wall.
        assertEquals(before + 8 * 0.0054, after, EXACT);
        assertEquals(0.6 * 0.0054, flight.spin(), EXACT);
    }

    @Test
    void withoutSpinAWallIsAMirror() {
        flight.serve(1, 0.3);
        double x = flight.velocityX();
        double y = flight.velocityY();
        flight.bounceOffWall(-1);
        assertEquals(x, flight.velocityX(), EXACT);
        assertEquals(-y, flight.velocityY(), EXACT);
    }

    @Test
    void aGrazingBallLeavesTheWall() {
        flight.serve(1, 1e-9);
        flight.bounceOffWall(-1);
        assertEquals(-0.02 * 1.7, flight.velocityY(), EXACT);
        assertEquals(1.7, flight.speed(), EXACT);
    }

    @Test
    void theFlightNeverBecomesTooSteepNorTheBallSlower() {
        flight.serve(1, 0.5);
        for (int i = 0; i < 400; i++) {
            double speed = flight.speed();
            // All the time hit at the edge by a fast paddle, then off walls while it spins.
            if (i % 20 == 0) {
                flight.hit(i % 40 == 0 ? 12 : -12, i % 80 < 40 ? 3 : -3, false);
                assertTrue(flight.speed() >= speed - EXACT);
                speed = flight.speed();
            } else if (i % 20 == 10) {
                flight.bounceOffWall(flight.velocityY() > 0 ? -1 : 1);
            } else {
                flight.fly();
            }
            assertEquals(speed, flight.speed(), 1e-9);
            assertTrue(Math.abs(flight.velocityX()) >= 0.35 * speed - 1e-9, "tick " + i);
        }
    }

    @Test
    void mirroredHitsAreMirrored() {
        BallFlight mirror = new BallFlight(PhysicsSpec.defaults());
        flight.serve(1, 0.2);
        mirror.serve(-1, 0.2);
        for (int i = 1; i < 200; i++) {
            if (i % 25 == 0) {
                flight.hit(i % 9 - 4, i % 5 - 2, i % 3 == 0);
                mirror.hit(i % 9 - 4, i % 5 - 2, i % 3 == 0);
            }
            flight.fly();
            mirror.fly();
            // With a tolerance, however small, 0 equals -0.
            assertEquals(-flight.velocityX(), mirror.velocityX(), 1e-300);
            assertEquals(flight.velocityY(), mirror.velocityY(), 1e-300);
            assertEquals(-flight.spin(), mirror.spin(), 1e-300);
        }
    }
}
