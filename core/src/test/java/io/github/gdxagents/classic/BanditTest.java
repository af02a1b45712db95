package io.github.gdxagents.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BanditTest {

    private final Bandit bandit = new Bandit();
    private final Action action = new Action(bandit.actionSpec());

    @Test
    void eachPictureHasItsRightArm() {
        Map<List<Float>, Integer> expected = Map.of(
                List.of(0f, 0f, 0f), 0,
                List.of(0f, 0f, 1f), 1,
                List.of(0f, 1f, 0f), 3,
                List.of(0f, 1f, 1f), 2,
                List.of(1f, 0f, 0f), 2,
                List.of(1f, 0f, 1f), 3,
                List.of(1f, 1f, 0f), 1,
                List.of(1f, 1f, 1f), 0);
        Map<List<Float>, Integer> found = new HashMap<>();
        RandomStream random = new RandomStream(1);
        Observation observation = new Observation(bandit.observationSpec(), bandit.actionSpec());
        for (int episode = 0; episode < 200; episode++) {
            bandit.reset(random);
            observation.clear();
            bandit.observe(observation);
            int arm = episode % 4;
            action.choose(arm);
            assertEquals(Outcome.TERMINATED, bandit.step(action));
            if (bandit.reward() == 1) {
                found.put(
                        List.of(observation.get("lamp-a"), observation.get("lamp-b"), observation.get("lamp-c")), arm);
            } else {
                assertEquals(0, bandit.reward());
            }
        }
        assertEquals(expected, found);
    }

    @Test
    void oneDecisionIsAllThereIs() {
        assertThrows(IllegalStateException.class, () -> bandit.step(action));
        bandit.reset(new RandomStream(1));
        bandit.step(action);
        assertThrows(IllegalStateException.class, () -> bandit.step(action));
    }
}
