package io.github.gdxagents.lander;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.random.RandomStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanderTest {

    /** No drift and no tilt at the beginning. */
    private static final LanderSpec CALM = LanderSpec.defaults().withStart(0, 0);

    private final LanderPilot pilot = new LanderPilot();
    private Lander lander = new Lander(CALM);

    @AfterEach
    void tearDown() {
        lander.close();
    }

    private void use(LanderSpec spec) {
        lander.close();
        lander = new Lander(spec);
        lander.reset(new RandomStream(3));
    }

    private void step(int ticks, LanderControl control) {
        for (int tick = 0; tick < ticks; tick++) {
            lander.step(control);
        }
    }

    private void stepToTheEnd(LanderControl control) {
        step(lander.spec().mostTicks(), control);
    }

    private void letThePilotFly(int ticks) {
        for (int tick = 0; tick < ticks; tick++) {
            lander.step(pilot.main(lander), pilot.side(lander));
        }
    }

    private static long fingerprint(LanderView view) {
        long hash =
                RandomStream.hash(view.ticks() + ((long) view.status().name().hashCode() << 32));
        float[] state = {
            view.x(),
            view.y(),
            view.velocityX(),
            view.velocityY(),
            view.angle(),
            view.angularVelocity(),
            view.mainThrust(),
            view.sideThrust(),
            view.fuelUsed(),
            view.padX(),
            view.padY(),
            view.leftLegTouches() ? 1 : 0,
            view.rightLegTouches() ? 1 : 0
        };
        for (float number : state) {
            hash = RandomStream.hash(hash ^ Float.floatToIntBits(number));
        }
        for (int point = 0; point < view.groundPoints(); point++) {
            hash = RandomStream.hash(hash ^ Float.floatToIntBits(view.groundX(point)));
            hash = RandomStream.hash(hash ^ Float.floatToIntBits(view.groundY(point)));
        }
        return hash;
    }

    /** All states of a flight with random engines, the later ones those of the pilot. */
    private static long flight(Lander lander, long seed) {
        RandomStream random = new RandomStream(seed);
        lander.reset(random);
        LanderPilot pilot = new LanderPilot();
        long hash = fingerprint(lander);
        while (!lander.status().ended() && !lander.timeUp()) {
            if (lander.ticks() < 90) {
                lander.step((float) random.uniform(), (float) (2 * random.uniform() - 1));
            } else {
                lander.step(pilot.main(lander), pilot.side(lander));
            }
            hash = RandomStream.hash(hash ^ fingerprint(lander));
        }
        return hash;
    }

    @Test
    void sameStreamAndThrustsGiveTheSameFlightWhateverWasFlownBefore() {
        for (long seed = 1; seed <= 10; seed++) {
            try (Lander fresh = new Lander(CALM)) {
                assertEquals(flight(fresh, seed), flight(lander, seed), "seed " + seed);
            }
        }
        assertNotEquals(flight(lander, 1), flight(lander, 2));
    }

    /**
     * Another number means that flights are no longer what they were, so scores and policies are not either: a new libGDX, or changed
     * rules. If that is wanted, put the new number here and say so in the changelog.
     */
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void flightsAreWhatTheyWere() {
        try (Lander game = new Lander()) {
            assertEquals(1_429_853_957_923_565_577L, flight(game, 1));
        }
    }

    @Test
    void eachFlightHasItsOwnGroundWithALevelPadInsideTheWorld() {
        double leastPadX = 20;
        double mostPadX = 0;
        for (long seed = 0; seed < 300; seed++) {
            lander.reset(new RandomStream(seed));
            int level = 0;
            assertEquals(0, lander.groundX(0));
            assertEquals(20, lander.groundX(lander.groundPoints() - 1));
            for (int point = 0; point < lander.groundPoints(); point++) {
                float x = lander.groundX(point);
                float y = lander.groundY(point);
                assertTrue(y >= 0.3f && y <= 4.5f, "height " + y);
                assertTrue(point == 0 || x > lander.groundX(point - 1), "points go to the right");
                if (Math.abs(Math.abs(x - lander.padX()) - 2.5) < 1e-4) {
                    assertEquals(lander.padY(), y);
                    level++;
                } else {
                    assertTrue(Math.abs(x - lander.padX()) > 2.5, "no point inside the pad");
                }
            }
            assertEquals(2, level);
            leastPadX = Math.min(leastPadX, lander.padX());
            mostPadX = Math.max(mostPadX, lander.padX());
        }
        assertTrue(leastPadX >= 5 && leastPadX < 5.5, "left-most pad " + leastPadX);
        assertTrue(mostPadX <= 15 && mostPadX > 14.5, "right-most pad " + mostPadX);
    }

    @Test
    void beginsHighInTheMiddleWithADriftAndATiltWithinBounds() {
        use(LanderSpec.defaults());
        double most = 0;
        for (long seed = 0; seed < 200; seed++) {
            lander.reset(new RandomStream(seed));
            assertEquals(10, lander.x());
            assertEquals(11.5f, lander.y());
            assertTrue(Math.abs(lander.velocityX()) <= 1.5 && Math.abs(lander.angle()) <= 0.2);
            assertTrue(lander.velocityY() <= 0 && lander.velocityY() >= -1.5);
            assertEquals(0, lander.ticks());
            assertEquals(0, lander.fuelUsed());
            assertEquals(LanderStatus.FLYING, lander.status());
            most = Math.max(most, Math.abs(lander.velocityX()));
        }
        assertTrue(most > 1.4, "fastest start " + most);
    }

    @Test
    void fallsAsOnTheMoon() {
        lander.reset(new RandomStream(3));
        step(60, LanderControl.NONE);
        assertEquals(-1.62, lander.velocityY(), 1e-4);
        // Speed first, then place, in each of 60 steps: g / 60² × (1 + 2 + … + 60).
        assertEquals(11.5 - 1.62 / 3600 * 1830, lander.y(), 1e-4);
        assertEquals(0, lander.velocityX());
        assertEquals(0, lander.angle());
        assertEquals(60, lander.ticks());
    }

    @Test
    void mainEngineCarriesItsWeightAtHoverThrust() {
        lander.reset(new RandomStream(3));
        for (int tick = 0; tick < 60; tick++) {
            lander.step((float) CALM.hoverThrust(), 0);
        }
        assertEquals(0, lander.velocityY(), 1e-4);
        lander.step(LanderControl.MAIN);
        assertEquals((390 / 100.0 - 1.62) / 60, lander.velocityY(), 1e-4);
        assertEquals(1, lander.mainThrust());
    }

    @Test
    void pushToTheRightAlsoTiltsToTheRightAndTheOtherWayRound() {
        lander.reset(new RandomStream(3));
        lander.step(LanderControl.RIGHT);
        assertEquals(45 / 100.0 / 60, lander.velocityX(), 1e-5);
        // Torque over inertia, and a little damping.
        assertEquals(-45 * 0.5 / 22 / 60, lander.angularVelocity(), 5e-4);
        float right = lander.angularVelocity();
        lander.reset(new RandomStream(3));
        lander.step(LanderControl.LEFT);
        assertEquals(-right, lander.angularVelocity());
        assertTrue(lander.velocityX() < 0);
    }

    @Test
    void tiltedEnginePushesWhereItLeans() {
        lander.reset(new RandomStream(3));
        step(40, LanderControl.RIGHT);
        float before = lander.velocityX();
        step(30, LanderControl.MAIN);
        assertTrue(lander.angle() < -0.2);
        assertTrue(lander.velocityX() > before + 0.3);
    }

    @Test
    void turningWearsOff() {
        lander.reset(new RandomStream(3));
        step(20, LanderControl.LEFT);
        float before = lander.angularVelocity();
        step(60, LanderControl.NONE);
        // Box2D divides by 1 + damping × tick in each step.
        assertEquals(before * StrictMath.pow(1 + 1 / 60.0, -60), lander.angularVelocity(), 1e-4);
    }

    @Test
    void thrustBeyondTheRangeCountsAsItsEnd() {
        lander.reset(new RandomStream(3));
        lander.step(7, -7);
        assertEquals(1, lander.mainThrust());
        assertEquals(-1, lander.sideThrust());
        lander.step(-7, 7);
        assertEquals(0, lander.mainThrust());
        assertEquals(1, lander.sideThrust());
    }

    @Test
    void thrustMustBeANumber() {
        assertThrows(IllegalArgumentException.class, () -> lander.step(Float.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> lander.step(0, Float.NaN));
    }

    @Test
    void enginesStopWhenTheFuelIsBurned() {
        use(CALM.withFuel(1));
        step(30, LanderControl.MAIN);
        assertEquals(0.5, lander.fuelUsed(), 1e-6);
        step(30, LanderControl.LEFT);
        assertEquals(0.55, lander.fuelUsed(), 1e-6);
        step(26, LanderControl.MAIN);
        assertEquals(1, lander.mainThrust());
        step(2, LanderControl.MAIN);
        assertEquals(0, lander.mainThrust());
        assertTrue(lander.fuelUsed() <= 1 && lander.fuelUsed() > 0.98, "used " + lander.fuelUsed());
    }

    @Test
    void landsOnceItHasStoodForHalfASecond() {
        lander.reset(new RandomStream(3));
        int standing = 0;
        while (lander.status() == LanderStatus.FLYING) {
            letThePilotFly(1);
            standing = lander.leftLegTouches() && lander.rightLegTouches() ? standing + 1 : 0;
        }
        assertEquals(LanderStatus.LANDED, lander.status());
        assertTrue(standing >= 30 && standing < 90, "stood for " + standing);
        assertEquals(0, lander.altitude(), 0.05);
        assertTrue(Math.abs(lander.distance()) < 2.5);
    }

    @Test
    void legsBreakAtTheSpeedThatTheyAreMadeFor() {
        use(CALM);
        stepToTheEnd(LanderControl.NONE);
        assertEquals(LanderStatus.CRASHED, lander.status());
        assertTrue(lander.leftLegTouches() || lander.rightLegTouches());
        int end = lander.ticks();
        use(CALM.withSafeSpeed(10));
        step(end, LanderControl.NONE);
        assertEquals(LanderStatus.FLYING, lander.status());
        assertTrue(lander.leftLegTouches() || lander.rightLegTouches());
    }

    @Test
    void hullMustNotTouchTheGroundHoweverSlowly() {
        use(CALM.withSafeSpeed(10));
        // Lies on its side when it comes down.
        stepToTheEnd(LanderControl.LEFT);
        assertTrue(Math.abs(lander.angle()) > 1);
        assertEquals(LanderStatus.CRASHED, lander.status());
    }

    @Test
    void standingBesideThePadIsNoLanding() {
        lander.reset(new RandomStream(3));
        StandingLander wrong = new StandingLander();
        // Flies as if the pad was two metres further on, towards the middle of the world.
        float aside = lander.padX() < 10 ? 2.2f : -2.2f;
        while (!lander.status().ended() && !lander.timeUp()) {
            wrong.distance = lander.distance() - aside;
            wrong.altitude = lander.altitude();
            wrong.velocityX = lander.velocityX();
            wrong.velocityY = lander.velocityY();
            wrong.angle = lander.angle();
            wrong.angularVelocity = lander.angularVelocity();
            wrong.left = lander.leftLegTouches();
            wrong.right = lander.rightLegTouches();
            lander.step(pilot.main(wrong), pilot.side(wrong));
        }
        assertTrue(lander.timeUp());
        assertEquals(LanderStatus.FLYING, lander.status());
        assertTrue(lander.leftLegTouches() && lander.rightLegTouches());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "LEFT", "RIGHT"})
    void leavingTheWorldEndsTheFlight(LanderControl control) {
        lander.reset(new RandomStream(3));
        step(20, control);
        stepToTheEnd(LanderControl.MAIN);
        assertEquals(LanderStatus.OUT_OF_BOUNDS, lander.status());
        assertFalse(lander.x() > 0 && lander.x() < 20 && lander.y() < 13);
    }

    @Test
    void nothingMovesAfterTheEnd() {
        lander.reset(new RandomStream(3));
        stepToTheEnd(LanderControl.NONE);
        long end = fingerprint(lander);
        step(100, LanderControl.MAIN);
        assertEquals(end, fingerprint(lander));
    }

    @Test
    void timeIsUpAfterItsTicksAndTheFlightGoesOnIfItsOwnerWants() {
        use(CALM.withFuel(1000));
        int most = CALM.mostTicks();
        for (int tick = 0; tick < most; tick++) {
            assertFalse(lander.timeUp());
            // Falls a little, then stays where it is.
            lander.step((float) CALM.hoverThrust(), 0);
        }
        assertTrue(lander.timeUp());
        lander.step(LanderControl.NONE);
        assertEquals(most + 1, lander.ticks());
    }

    @Test
    void aTickAllocatesNothing() {
        RandomStream starts = new RandomStream(4);
        LanderReward reward = new LanderReward();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 60; round++) {
            lander.reset(starts);
            reward.reset(lander);
            least = Math.min(least, AllocatedBytes.of(() -> {
                double score = 0;
                while (!lander.status().ended() && !lander.timeUp()) {
                    lander.step(pilot.main(lander), pilot.side(lander));
                    score += reward.gained(lander);
                }
                assertTrue(score > 0);
            }));
        }
        assertEquals(0, least);
    }

    @Test
    void aClosedLanderRefuses() {
        lander.close();
        lander.close();
        assertThrows(IllegalStateException.class, () -> lander.step(0, 0));
        assertThrows(IllegalStateException.class, () -> lander.step(LanderControl.MAIN));
        assertThrows(IllegalStateException.class, () -> lander.reset(new RandomStream(1)));
    }
}
