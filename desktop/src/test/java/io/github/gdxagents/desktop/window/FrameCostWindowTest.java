package io.github.gdxagents.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a frame allocates where there is a window, OpenGL and all. */
@RequiresDisplay
class FrameCostWindowTest {

    @TempDir
    private Path folder;

    @Test
    void frameOfAMatchAllocatesNothing() throws IOException, InterruptedException {
        try (RunningProgram program =
                RunningProgram.start(folder, "io.github.gdxagents.desktop.FrameCostProgram", true, folder.toString())) {
            assertEquals(0, program.exitCode(), program.err());
            System.out.print("Frames of a match, in a window: " + program.out());
            assertTrue(program.out().contains(" 0 bytes "), program.out());
        }
    }
}
