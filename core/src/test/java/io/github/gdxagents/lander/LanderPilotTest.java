package io.github.gdxagents.lander;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.random.Seeds.Purpose;
import org.junit.jupiter.api.Test;

class LanderPilotTest {

    private static final int FLIGHTS = 100;

    /** How long an agent holds what it has decided, in ticks. */
    private static final int HOLD = 4;

    private final LanderPilot pilot = new LanderPilot();
    private final StandingLander standing = new StandingLander();

    @Test
    void landsMoreThan95Of100FlightsAndSolvesTheGame() {
        assertSolves("continuous", lander -> lander.step(pilot.main(lander), pilot.side(lander)));
    }

    @Test
    void oneEngineAtATimeFor4TicksIsEnoughToSolveTheGame() {
        assertSolves("discrete", lander -> {
            LanderControl control = pilot.control(lander);
            for (int tick = 0; tick < HOLD; tick++) {
                lander.step(control);
            }
        });
    }

    private interface Decision {
        void carryOut(Lander lander);
    }

    private static void assertSolves(String name, Decision decision) {
        int landed = 0;
        int longest = 0;
        long ticks = 0;
        double score = 0;
        LanderReward reward = new LanderReward();
        try (Lander lander = new Lander()) {
            for (int flight = 0; flight < FLIGHTS; flight++) {
                lander.reset(Seeds.stream(2026, Purpose.EVALUATION_ENVIRONMENT, 0, flight));
                reward.reset(lander);
                while (!lander.status().ended() && !lander.timeUp()) {
                    decision.carryOut(lander);
                    score += reward.gained(lander);
                }
                landed += lander.status() == LanderStatus.LANDED ? 1 : 0;
                longest = Math.max(longest, lander.ticks());
                ticks += lander.ticks();
            }
        }
        System.out.printf(
                "Lander, %s pilot: %d of %d landed, mean score %.1f, mean %d ticks, longest %d%n",
                name, landed, FLIGHTS, score / FLIGHTS, ticks / FLIGHTS, longest);
        assertTrue(landed >= 95, "landed " + landed);
        assertTrue(score / FLIGHTS >= LanderReward.SOLVED, "score " + score / FLIGHTS);
    }

    @Test
    void leansTowardsThePadAndAgainstItsDrift() {
        standing.altitude = 5;
        standing.distance = 1;
        // To the right of the pad: tilt to the left, which is what a push to the left does.
        assertTrue(pilot.side(standing) < 0);
        standing.velocityX = -2;
        assertTrue(pilot.side(standing) > 0);
        standing.velocityX = 0;
        standing.angle = 1;
        assertEquals(1, pilot.side(standing));
        assertEquals(LanderControl.RIGHT, pilot.control(standing));
    }

    @Test
    void brakesTheMoreTheFasterItSinks() {
        standing.altitude = 1;
        standing.velocityY = -0.6f;
        // It sinks as fast as it wants to.
        assertEquals(LanderSpec.defaults().hoverThrust(), pilot.main(standing), 1e-6);
        standing.velocityY = -3;
        assertEquals(1, pilot.main(standing));
        assertEquals(LanderControl.MAIN, pilot.control(standing));
        standing.velocityY = 1;
        assertEquals(0, pilot.main(standing));
        assertEquals(LanderControl.NONE, pilot.control(standing));
    }

    @Test
    void standsQuietly() {
        standing.left = true;
        standing.right = true;
        assertEquals(0, pilot.main(standing));
        assertEquals(0, pilot.side(standing));
        assertEquals(LanderControl.NONE, pilot.control(standing));
    }
}
