package io.github.gdxagents.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference numbers come from a few lines of Python that follow Gymnasium's equations. */
class CartPoleTest {

    private final CartPole cartPole = CartPole.complete();
    private final Action action = new Action(cartPole.actionSpec());

    private Outcome push(int direction) {
        action.choose(direction);
        return cartPole.step(action);
    }

    private void assertState(double position, double velocity, double angle, double angularVelocity) {
        assertEquals(position, cartPole.position(), 1e-15);
        assertEquals(velocity, cartPole.velocity(), 1e-14);
        assertEquals(angle, cartPole.angle(), 1e-15);
        assertEquals(angularVelocity, cartPole.angularVelocity(), 1e-14);
    }

    @Test
    void movesAsTheReferenceDoes() {
        cartPole.start(0.01, -0.02, 0.03, 0.04);
        push(1);
        assertState(0.009600000000000001, 0.17467919574755525, 0.030799999999999998, -0.2430687179600081);
        for (int direction : new int[] {0, 0, 1, 1, 1, 0, 1, 0, 0}) {
            push(direction);
        }
        assertState(0.03293383706570074, -0.02379962460232901, 0.0054623041616948635, 0.12379799946559022);
    }

    @Test
    void pushedToOneSideThePoleFallsAtTheNinthDecision() {
        cartPole.start(0, 0, 0, 0);
        for (int decision = 1; decision <= 8; decision++) {
            assertEquals(Outcome.RUNNING, push(1));
            assertEquals(1, cartPole.reward());
        }
        assertEquals(Outcome.TERMINATED, push(1));
        assertEquals(1, cartPole.reward());
        assertState(0.14065097203306187, 1.7603811257683097, -0.21518604988500967, -2.777886494012814);
    }

    @Test
    void theEdgeOfTheTrackEndsAnEpisodeAsWell() {
        cartPole.start(2.39, 1, 0, 0);
        assertEquals(Outcome.TERMINATED, push(0));
        cartPole.start(-2.39, -0.4, 0, 0);
        assertEquals(Outcome.RUNNING, push(1));
    }

    @Test
    void aPoleThatStandsIsCutShortAfterFiveHundredDecisions() {
        cartPole.start(0, 0, 0, 0);
        for (int decision = 1; decision < 500; decision++) {
            assertEquals(Outcome.RUNNING, pushUnderThePole());
        }
        assertEquals(Outcome.TRUNCATED, pushUnderThePole());
        assertThrows(IllegalStateException.class, this::pushUnderThePole);
    }

    private Outcome pushUnderThePole() {
        return push(cartPole.angle() + 0.3 * cartPole.angularVelocity() > 0.02 ? 1 : 0);
    }

    @Test
    void startsAreWithinAFewCentimetresOfUpright() {
        RandomStream random = new RandomStream(1);
        double largest = 0;
        for (int episode = 0; episode < 1000; episode++) {
            cartPole.reset(random);
            for (double number :
                    new double[] {cartPole.position(), cartPole.velocity(), cartPole.angle(), cartPole.angularVelocity()
                    }) {
                assertTrue(Math.abs(number) <= 0.05);
                largest = Math.max(largest, Math.abs(number));
            }
        }
        assertEquals(0.05, largest, 0.001);
    }

    @Test
    void showsItsWholeState() {
        Observation observation = new Observation(cartPole.observationSpec(), cartPole.actionSpec());
        cartPole.start(0.5, -1, 0.125, 2);
        cartPole.observe(observation);
        assertEquals(
                List.of("position", "velocity", "angle", "angular-velocity"),
                cartPole.observationSpec().entries());
        assertEquals(0.5f, observation.get("position"));
        assertEquals(-1f, observation.get("velocity"));
        assertEquals(0.125f, observation.get("angle"));
        assertEquals(2f, observation.get("angular-velocity"));
    }

    @Test
    void withoutSpeedsTheLastPositionsAreSeenAsWell() {
        CartPole blind = CartPole.positionsOnly();
        Observation observation = new Observation(blind.observationSpec(), blind.actionSpec());
        ObservationHistory history = new ObservationHistory(blind.observationSpec());
        blind.start(0.5, 1, 0.1, -1);
        blind.observe(observation);
        history.input(observation);
        history.advance();
        blind.step(action);
        observation.clear();
        blind.observe(observation);
        float[] seen = new float[4];
        history.input(observation).toDense(seen);
        assertEquals(0.52f, seen[0], 1e-6f);
        assertEquals(0.08f, seen[1], 1e-6f);
        assertEquals(0.5f, seen[2], 1e-6f);
        assertEquals(0.1f, seen[3], 1e-6f);
    }
}
