package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecentScoresTest {

    private final RecentScores recent = new RecentScores();

    @Test
    void onlyTheLastHundredCount() {
        for (int score = 1; score <= 250; score++) {
            assertEquals(Math.min(100, score - 1), recent.toList().size());
            recent.add(score);
        }
        assertEquals(200.5, recent.mean());
        assertEquals(100, recent.toList().size());
        assertEquals(151, recent.toList().get(0));
    }

    @Test
    void fewerAreAveragedAsTheyAre() {
        assertTrue(Double.isNaN(recent.mean()));
        recent.add(-21);
        recent.add(-19);
        assertEquals(-20, recent.mean());
        assertEquals(List.of(-21.0, -19.0), recent.toList());
    }

    @Test
    void settingReplacesAll() {
        recent.add(7);
        recent.set(List.of(1.0, 2.0));
        assertEquals(List.of(1.0, 2.0), recent.toList());
    }
}
