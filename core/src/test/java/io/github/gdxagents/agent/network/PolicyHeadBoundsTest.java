package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Means and deviations of continuous values stay where a policy can come back from. */
class PolicyHeadBoundsTest {

    private static final ActionSpec ACTIONS = ActionSpec.continuous(1, -2, 2);

    private final PolicyHead head = new PolicyHead(
            new NetworkSpec(1, ACTIONS, List.of(), Activation.TANH, true, OutputKind.SOFTMAX, Critic.NONE, 0, 0));
    private final Action action = new Action(ACTIONS);

    private void read(float mean, float deviation) {
        head.read(new float[] {mean, deviation});
    }

    @Test
    void aFreshPolicyIsTheStandardNormal() {
        read(0, 0);
        assertEquals(0, head.mean(0));
        assertEquals(1, head.deviation(0), 1e-12);
        action.setUnsquashed(0, 1);
        // −½ − ½ log 2π
        assertEquals(-1.4189385332046727, head.logLikelihood(action), 1e-12);
    }

    @Test
    void smallMeansAreNearlyAsTheyAre() {
        read(0.1f, 0);
        // 3 tanh(0.1 / 3) = 0.1 − 0.1³ / 27 + …
        assertEquals(0.1 - 0.001 / 27, head.mean(0), 1e-7);
    }

    @ParameterizedTest
    @ValueSource(floats = {1e3f, -1e3f, 3e38f, -3e38f})
    void farOutputsStayWithinTheBounds(float output) {
        read(output, output);
        assertEquals(Math.copySign(3, output), head.mean(0));
        assertEquals(output > 0 ? Math.exp(1) : Math.exp(-4), head.deviation(0), 1e-9);
        head.greedy(action);
        // 2 tanh(3)
        assertEquals(Math.copySign(1.9901095, output), action.value(0), 1e-6);
        assertTrue(Double.isFinite(head.logLikelihood(action)));
    }

    @ParameterizedTest
    @ValueSource(floats = {-4, -1, 0, 0.5f, 3})
    void gradientsAreTheSlopes(float mean) {
        float deviation = 0.75f;
        action.setUnsquashed(0, 0.3f);
        read(mean, deviation);
        float[] gradient = new float[2];
        head.addLogLikelihoodGradient(action, 2, gradient);
        float step = 1e-2f;
        assertEquals(2 * slope(mean - step, deviation, mean + step, deviation), gradient[0], 2e-3);
        assertEquals(2 * slope(mean, deviation - step, mean, deviation + step), gradient[1], 2e-3);
    }

    private double slope(float mean, float deviation, float nextMean, float nextDeviation) {
        read(nextMean, nextDeviation);
        double above = head.logLikelihood(action);
        read(mean, deviation);
        double width = (double) nextMean - mean + ((double) nextDeviation - deviation);
        return (above - head.logLikelihood(action)) / width;
    }
}
