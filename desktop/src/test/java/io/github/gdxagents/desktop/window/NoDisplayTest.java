package io.github.gdxagents.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NoDisplayTest {

    @TempDir
    private Path folder;

    /** Elsewhere there is always a display. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutDisplayThereIsOneSentenceAndExitCodeOne() throws IOException, InterruptedException {
        try (RunningProgram program =
                RunningProgram.startWithoutDisplay(folder, "--left", "tracker", "--right", "agent", "--exit")) {
            assertEquals(1, program.exitCode());
            assertEquals("", program.out());
            List<String> errors = program.err()
                    .lines()
                    .filter(line -> line.startsWith("Error: "))
                    .toList();
            assertEquals(1, errors.size(), program.err());
            assertTrue(errors.get(0).contains("no window can be opened here"), errors.get(0));
            assertFalse(program.err().contains("\tat ") || program.err().contains("Stacktrace"), program.err());
        }
    }
}
