package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.PolicyHead;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationHistory;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutTest {

    private static final LearnerConfig CONFIG = LearnerConfigs.actorCritic();

    private final MixedEnvironment environment = MixedEnvironment.kind();
    private final PolicyNetwork network = CONFIG.network().fresh(CONFIG.spec(environment), new RandomStream(1));
    private final ForwardPass pass = new ForwardPass(network);
    private final PolicyHead head = new PolicyHead(network.spec());
    private final Action action = new Action(environment.actionSpec());
    private final Observation observation = new Observation(environment.observationSpec(), environment.actionSpec());
    private final ObservationHistory history = new ObservationHistory(environment.observationSpec());
    private final RandomStream random = new RandomStream(2);
    private final Rollout rollout = new Rollout(environment.actionSpec(), 5);

    @Test
    void keepsWhatWasSeenAndWhatThePolicyThoughtOfIt() {
        network.normaliser().set(List.of(10.0, 0.5, 0.25, 0.5, 0.25, 2.5, 2.5, 2.5, 2.5));
        float[] values = new float[5];
        double[] likelihoods = new double[5];
        environment.reset(new RandomStream(3));
        assertEquals(5, rollout.length());
        for (int t = 0; t < 5; t++) {
            assertFalse(rollout.complete());
            decide(t % 2 == 0, t - 1);
            values[t] = pass.value();
            likelihoods[t] = head.logLikelihood(action);
            SparseVector row = new SparseVector(4);
            rollout.trajectory().observations().get(t, row);
            float[] kept = new float[4];
            row.toDense(kept);
            float[] seen = new float[4];
            pass.input().toDense(seen);
            for (int i = 0; i < 4; i++) {
                assertEquals(seen[i], kept[i], "what the first layer got, normalised");
            }
            ActionMask mask = new ActionMask(environment.actionSpec());
            rollout.trajectory().mask(t, mask);
            for (int choice = 0; choice < 3; choice++) {
                assertEquals(observation.mask().isAllowed(choice), mask.isAllowed(choice));
            }
        }
        assertTrue(rollout.complete());
        rollout.setNextValue(7);
        assertEquals(7, rollout.nextValue());
        for (int t = 0; t < 5; t++) {
            assertEquals(values[t], rollout.values()[t]);
            assertEquals((float) likelihoods[t], rollout.logLikelihood(t));
            assertEquals(t % 2 == 0, rollout.isDecisive(t));
        }
        int[] foreseen = new int[5];
        rollout.foreseen(foreseen, 0);
        // Each decision is cut off from the next, and those in between do not matter.
        assertEquals(List.of(-1, -1, 1, -1, 3), Arrays.stream(foreseen).boxed().toList());
        rollout.clear();
        assertFalse(rollout.complete());
        assertEquals(0, rollout.trajectory().length());
    }

    @Test
    void allocatesNothingOnceWarm() {
        Runnable piece = () -> {
            rollout.clear();
            history.begin();
            for (int t = 0; t < 5; t++) {
                observation.clear();
                observation.set(0, t);
                head.read(pass.forward(history.input(observation)), observation.mask());
                history.advance();
                head.sample(random, action);
                rollout.note(pass, head, action);
                rollout.add(pass, observation.mask(), action, 1, false, true, -1);
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(300, piece));
    }

    private void decide(boolean decisive, int event) {
        observation.clear();
        environment.observe(observation);
        head.read(pass.forward(history.input(observation)), observation.mask());
        history.advance();
        head.sample(random, action);
        rollout.note(pass, head, action);
        Outcome outcome = environment.step(action);
        rollout.add(
                pass, observation.mask(), action, environment.reward(), outcome != Outcome.RUNNING, decisive, event);
    }
}
