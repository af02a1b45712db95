package io.github.gdxagents.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference numbers come from a few lines of Python that follow Gymnasium's equations. */
class PendulumTest {

    private final Pendulum pendulum = new Pendulum();
    private final Action action = new Action(pendulum.actionSpec());

    private Outcome turn(float torque) {
        action.setValue(0, torque);
        return pendulum.step(action);
    }

    private void assertTurn(float torque, double angle, double speed, double reward) {
        turn(torque);
        assertEquals(angle, pendulum.angle(), 1e-14);
        assertEquals(speed, pendulum.speed(), 1e-14);
        assertEquals(reward, pendulum.reward(), 1e-6);
    }

    @Test
    void movesAsTheReferenceDoesThroughTheLowestPoint() {
        pendulum.start(3, 0.5);
        assertTurn(2, 3.0452920003022452, 0.9058400060449003, -9.029);
        assertTurn(-0.5f, 3.0904396959746276, 0.9029539134476519, -9.356107978759992);
        assertTurn(0.25f, 3.1393797911163226, 0.9788019028338989, -9.63241259143679);
        assertTurn(1.5f, 3.1996528685330485, 1.2054615483345201, -9.953760789368692);
        assertTurn(-2, 3.2427499109352427, 0.8619408480438813, -9.65748605463677);
    }

    @Test
    void speedIsHeldWithinItsBounds() {
        pendulum.start(1, 7.5);
        assertTurn(2, 1.4, 8, -6.629);
        assertTurn(2, 1.8, 8, -8.364);
        pendulum.start(-2.5, -7.9);
        assertTurn(-1, -2.9, -8, -12.492);
        assertTurn(-1, -3.3, -8, -14.811);
        assertTurn(-1, -3.7, -8, -15.300394576972163);
        assertTurn(-1, -4.087631144715932, -7.75262289431863, -13.073846331228497);
    }

    @Test
    void showsTheAngleAsAPointOnACircle() {
        Observation observation = new Observation(pendulum.observationSpec(), pendulum.actionSpec());
        assertEquals(List.of("cos", "sin", "speed"), pendulum.observationSpec().entries());
        pendulum.start(3, 0.5);
        turn(2);
        pendulum.observe(observation);
        assertEquals(-0.9953666744664567, observation.get("cos"), 1e-7);
        assertEquals(0.09615187653700201, observation.get("sin"), 1e-8);
        assertEquals(0.9058400060449003, observation.get("speed"), 1e-7);
    }

    @Test
    void everyEpisodeIsCutShortAfterTwoHundredDecisions() {
        pendulum.reset(new RandomStream(1));
        for (int decision = 1; decision < 200; decision++) {
            assertEquals(Outcome.RUNNING, turn(2));
        }
        assertEquals(Outcome.TRUNCATED, turn(2));
        assertThrows(IllegalStateException.class, () -> turn(2));
    }

    @Test
    void startsAnywhereWithLittleSpeed() {
        RandomStream random = new RandomStream(1);
        double largestAngle = 0;
        double largestSpeed = 0;
        for (int episode = 0; episode < 1000; episode++) {
            pendulum.reset(random);
            largestAngle = Math.max(largestAngle, Math.abs(pendulum.angle()));
            largestSpeed = Math.max(largestSpeed, Math.abs(pendulum.speed()));
        }
        assertTrue(largestAngle > 3.1 && largestAngle <= Math.PI);
        assertTrue(largestSpeed > 0.99 && largestSpeed <= 1);
    }
}
