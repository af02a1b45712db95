package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.AtariProtocol;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GameTest {

    @Test
    void protocolLineSaysAllThatAScoreDependsOn() {
        assertEquals(
                "ALE Pong · skip 4 · sticky 0.25 · no-ops ≤ 30 · sampled",
                Game.ALE.protocolLine(
                        seeing(new AtariProtocol(4, 4, 0.25, 30, ActionSet.TWO), "difference"), ActionChoice.SAMPLE));
        assertEquals(
                "ALE Pong · skip 2-4 · sticky 0 · no-ops 0 · greedy",
                Game.ALE.protocolLine(
                        seeing(new AtariProtocol(2, 4, 0, 0, ActionSet.TWO), "difference"), ActionChoice.GREEDY));
    }

    @Test
    void scoresFromMemoryAreNotTakenForScoresFromPixels() {
        AtariProtocol protocol = new AtariProtocol(4, 4, 0, 30, ActionSet.TWO);
        assertEquals(
                "ALE Pong · skip 4 · sticky 0 · no-ops ≤ 30 · sampled · from RAM",
                Game.ALE.protocolLine(seeing(protocol, "ram"), ActionChoice.SAMPLE));
    }

    @Test
    void builtInCourtHasNoMemoryToLookAt() {
        AtariGame game = seeing(AtariProtocol.pongV0(), "ram");
        InputException e = assertThrows(InputException.class, () -> Game.PONG.environments(game, Optional.empty()));
        assertEquals("observation ram needs the emulator's memory: only --env ale has it", e.getMessage());
    }

    private static AtariGame seeing(AtariProtocol protocol, String observation) {
        return new AtariGame(protocol, PictureObservationSpec.parse(observation));
    }

    @Test
    void gamesAreFoundByTheirLabel() {
        assertEquals(Game.ALE, Game.named("ale"));
        InputException e = assertThrows(InputException.class, () -> Game.named("chess"));
        assertEquals("env must be ale, pong, mixed or physics, but was 'chess'", e.getMessage());
    }
}
