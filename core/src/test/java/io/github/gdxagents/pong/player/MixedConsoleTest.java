package io.github.gdxagents.pong.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.AtariCourt;
import io.github.gdxagents.pong.atari.AtariMatchCourt;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.atari.CourtConsole;
import io.github.gdxagents.pong.atari.DelegatingConsole;
import io.github.gdxagents.pong.vision.Frame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixedConsoleTest {

    private static List<Frame> screens(AtariConsole console, RandomStream random) {
        console.reset(random);
        List<Frame> screens = new ArrayList<>();
        for (int tick = 0; tick < 300; tick++) {
            console.act(tick % 20 < 10 ? ConsoleAction.RIGHT : ConsoleAction.LEFT);
            Frame screen = new Frame();
            console.screen(screen);
            screens.add(screen);
        }
        return screens;
    }

    @Test
    void aGameIsThatOfTheConsoleThatWasDrawnWithTheRestOfTheStream() {
        int own = 0;
        for (long seed = 0; seed < 12; seed++) {
            RandomStream random = new RandomStream(seed);
            boolean first = random.below(2) == 0;
            own += first ? 1 : 0;
            AtariConsole alone = first
                    ? new CourtConsole(new AtariCourt())
                    : OpponentConsole.againstTrackers(AtariMatchCourt.forTwo());
            assertEquals(screens(alone, random), screens(MixedConsole.onAtarisCourt(), new RandomStream(seed)));
        }
        assertTrue(own > 0 && own < 12, "both kinds were played");
    }

    @Test
    void aConsoleInFrontOfAnotherPlaysTheSameGame() {
        for (long seed = 0; seed < 4; seed++) {
            assertEquals(
                    screens(MixedConsole.onAtarisCourt(), new RandomStream(seed)),
                    screens(inFrontOf(MixedConsole.onAtarisCourt()), new RandomStream(seed)));
            assertEquals(
                    screens(OpponentConsole.againstTrackers(AtariMatchCourt.forTwo()), new RandomStream(seed)),
                    screens(
                            inFrontOf(OpponentConsole.againstTrackers(AtariMatchCourt.forTwo())),
                            new RandomStream(seed)));
        }
    }

    private static AtariConsole inFrontOf(AtariConsole console) {
        return new DelegatingConsole(console) {};
    }

    @Test
    void closesAllConsoles() {
        List<String> closed = new ArrayList<>();
        new MixedConsole(List.of(noting("a", closed), noting("b", closed))).close();
        assertEquals(List.of("a", "b"), closed);
    }

    private static AtariConsole noting(String name, List<String> closed) {
        return new DelegatingConsole(new CourtConsole()) {
            @Override
            public void close() {
                closed.add(name);
            }
        };
    }

    @Test
    void needsAConsole() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new MixedConsole(List.of()));
        assertEquals("a mixed console must have consoles, but there was none", e.getMessage());
    }
}
