package io.github.gdxagents.headless.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.pong.atari.CourtConsole;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The measurement, briefly: that it measures, not what. */
class CourtSpeedTest {

    @Test
    void measuresAllPieces() {
        CourtSpeed.Result result = CourtSpeed.measure(Optional.of(CourtConsole::new), 0.5);
        assertTrue(result.rules() > result.changes());
        assertTrue(result.changes() > result.paint());
        assertTrue(result.emulator() > 0);
        assertEquals(4, result.lines().size());
        assertEquals(7, result.toMap().size());
    }

    @Test
    void doesWithoutAnEmulator() {
        CourtSpeed.Result result = CourtSpeed.measure(Optional.empty(), 0.2);
        assertEquals(0, result.emulator());
        assertEquals(3, result.lines().size());
        assertFalse(result.toMap().containsKey("emulatorFramesPerCpuSecond"));
    }
}
