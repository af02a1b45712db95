package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that may have 30 bytes in a file; each line here takes ten. */
class RollingLogTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("output.log");
    }

    @Test
    void fullLogIsRenamedAndANewOneBegins() throws IOException {
        write(0, 7);
        assertEquals(List.of("line 0006"), Files.readAllLines(file));
        assertEquals(List.of("line 0003", "line 0004", "line 0005"), Files.readAllLines(old(1)));
        assertEquals(List.of("line 0000", "line 0001", "line 0002"), Files.readAllLines(old(2)));
        assertFalse(Files.exists(old(3)));
    }

    @Test
    void fourOldOnesAreKept() throws IOException {
        write(0, 1000);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(5, files.count());
        }
        assertEquals(List.of("line 0999"), Files.readAllLines(file));
        assertEquals(List.of("line 0987", "line 0988", "line 0989"), Files.readAllLines(old(4)));
    }

    @Test
    void logGoesOnWhereItWasWhenItWasClosed() throws IOException {
        write(0, 2);
        write(2, 4);
        assertEquals(List.of("line 0003"), Files.readAllLines(file));
        assertEquals(List.of("line 0000", "line 0001", "line 0002"), Files.readAllLines(old(1)));
    }

    @Test
    void lineThatIsTooLongHasAFileOfItsOwn() throws IOException {
        String line = "x".repeat(100);
        try (RollingLog log = new RollingLog(file, 30)) {
            log.line(line);
            log.line("short");
        }
        assertEquals(List.of("short"), Files.readAllLines(file));
        assertEquals(List.of(line), Files.readAllLines(old(1)));
    }

    @Test
    void logThatCannotBeOpenedIsToldWithItsFile() throws IOException {
        Files.createDirectories(file);
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> new RollingLog(file, 30));
        assertTrue(String.valueOf(e.getMessage()).startsWith("could not write " + file), e.getMessage());
    }

    private void write(int from, int to) {
        try (RollingLog log = new RollingLog(file, 30)) {
            for (int number = from; number < to; number++) {
                log.line(String.format("line %04d", number));
            }
        }
    }

    private Path old(int number) {
        return folder.resolve("output." + number + ".log");
    }
}
