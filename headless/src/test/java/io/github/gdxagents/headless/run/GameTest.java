package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariProtocol;
import org.junit.jupiter.api.Test;

class GameTest {

    @Test
    void protocolLineSaysAllThatAScoreDependsOn() {
        assertEquals(
                "ALE Pong · skip 4 · sticky 0.25 · no-ops ≤ 30 · sampled",
                Game.ALE.protocolLine(new AtariProtocol(4, 4, 0.25, 30, ActionSet.TWO), ActionChoice.SAMPLE));
        assertEquals(
                "ALE Pong · skip 2-4 · sticky 0 · no-ops 0 · greedy",
                Game.ALE.protocolLine(new AtariProtocol(2, 4, 0, 0, ActionSet.TWO), ActionChoice.GREEDY));
    }

    @Test
    void gamesAreFoundByTheirLabel() {
        assertEquals(Game.ALE, Game.named("ale"));
        InputException e = assertThrows(InputException.class, () -> Game.named("chess"));
        assertEquals("env must be ale or pong, but was 'chess'", e.getMessage());
    }
}
