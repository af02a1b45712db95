package io.github.gdxagents.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DecisionClockTest {

    @Test
    void aDecisionIsDueAtTheFirstTickAndThenAtEveryFourth() {
        DecisionClock clock = new DecisionClock(4);
        assertEquals("x...x...x.", due(clock, 10));
    }

    @Test
    void anEpisodeBeginsWithADecision() {
        DecisionClock clock = new DecisionClock(4);
        due(clock, 6);
        clock.begin();
        assertEquals("x...x", due(clock, 5));
    }

    @Test
    void aPeriodOfOneTickIsEveryTick() {
        assertEquals("xxx", due(new DecisionClock(1), 3));
    }

    @Test
    void aPeriodOfNothingIsRefused() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new DecisionClock(0));
        assertTrue(refusal.getMessage().contains("ticks"), refusal.getMessage());
    }

    private static String due(DecisionClock clock, int ticks) {
        StringBuilder due = new StringBuilder();
        for (int tick = 0; tick < ticks; tick++) {
            due.append(clock.tick() ? 'x' : '.');
        }
        return due.toString();
    }
}
