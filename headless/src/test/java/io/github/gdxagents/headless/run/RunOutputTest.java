package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunOutputTest {

    private static final String CLEAR_TO_END = "\u001b[K";

    @TempDir
    Path folder;

    private final StringWriter screen = new StringWriter();
    private Path log;

    @BeforeEach
    void nameLog() {
        log = folder.resolve("output.log");
    }

    @Test
    void progressReplacesItselfOnATerminal() {
        try (RunOutput output = open(true)) {
            output.progress("one", 0);
            output.progress("two", 0.5);
        }
        assertEquals("\rone" + CLEAR_TO_END + "\rtwo" + CLEAR_TO_END + "\n", screenText());
    }

    @Test
    void terminalIsNotFlooded() {
        try (RunOutput output = open(true)) {
            output.progress("one", 0);
            output.progress("too soon", 0.1);
            output.progress("two", 0.2);
        }
        assertEquals("\rone" + CLEAR_TO_END + "\rtwo" + CLEAR_TO_END + "\n", screenText());
    }

    @Test
    void lineThatStaysBeginsBelowTheProgressOfATerminal() {
        try (RunOutput output = open(true)) {
            output.line("begun");
            output.progress("one", 0);
            output.line("done");
        }
        assertEquals("begun\n\rone" + CLEAR_TO_END + "\ndone\n", screenText());
    }

    @Test
    void filesGetPlainLinesEveryTenSeconds() {
        try (RunOutput output = open(false)) {
            output.line("begun");
            output.progress("one", 0.5);
            output.progress("too soon", 10.4);
            output.progress("two", 10.5);
            output.line("done");
        }
        assertEquals("begun\none\ntwo\ndone\n", screenText());
    }

    @Test
    void logHasThePlainLinesWhateverTheScreenIs() throws IOException {
        for (boolean terminal : new boolean[] {true, false}) {
            try (RunOutput output = open(terminal)) {
                output.line("begun · ≤");
                output.progress("one", 0);
                output.progress("too soon", 9.9);
                output.progress("two", 10);
            }
        }
        List<String> lines = List.of("begun · ≤", "one", "two", "begun · ≤", "one", "two");
        assertEquals(lines, Files.readAllLines(log));
    }

    @Test
    void logIsOnDiskBeforeTheRunEnds() throws IOException {
        try (RunOutput output = open(false)) {
            output.line("begun");
            output.progress("one", 0);
            assertEquals(List.of("begun", "one"), Files.readAllLines(log));
        }
    }

    @Test
    void fullDiskIsToldOnceAndTheRunGoesOn() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "a file of Linux");
        try (RunOutput output = new RunOutput(new PrintWriter(screen), false, full)) {
            output.line("one");
            output.line("two");
        }
        List<String> lines = screenText().lines().toList();
        assertEquals(3, lines.size(), lines.toString());
        assertEquals("one", lines.get(0));
        assertTrue(
                lines.get(1).startsWith("from here on nothing is logged: could not write /dev/full: "), lines.get(1));
        assertEquals("two", lines.get(2));
    }

    private RunOutput open(boolean terminal) {
        return new RunOutput(new PrintWriter(screen), terminal, log);
    }

    private String screenText() {
        return screen.toString().replace(System.lineSeparator(), "\n");
    }
}
