package io.github.gdxagents.headless.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a run prints, on the screen and into its log. Lines that tell of progress replace each other on a terminal; elsewhere,
 * and in the log, they are plain lines and come less often. One thread at a time.
 */
final class RunOutput implements AutoCloseable {

    private static final double TERMINAL_SECONDS = 0.2;
    private static final double PLAIN_SECONDS = 10;

    private final PrintWriter screen;
    private final boolean terminal;
    private final PrintWriter log;
    private double lastOnTerminal = Double.NEGATIVE_INFINITY;
    private double lastPlain = Double.NEGATIVE_INFINITY;
    private boolean lineOpen;

    RunOutput(PrintWriter screen, boolean terminal, Path logFile) {
        this.screen = screen;
        this.terminal = terminal;
        try {
            this.log = new PrintWriter(Files.newBufferedWriter(
                    logFile,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw new UncheckedIOException("could not open " + logFile + ": " + e.getMessage(), e);
        }
    }

    /** Prints a line that stays. */
    void line(String text) {
        if (lineOpen) {
            screen.println();
            lineOpen = false;
        }
        screen.println(text);
        screen.flush();
        log.println(text);
        log.flush();
    }

    /** Tells of progress, if it is time to. */
    void progress(String text, double seconds) {
        if (terminal && seconds - lastOnTerminal >= TERMINAL_SECONDS) {
            screen.print("\r" + text + "\u001b[K");
            screen.flush();
            lineOpen = true;
            lastOnTerminal = seconds;
        }
        if (seconds - lastPlain >= PLAIN_SECONDS) {
            if (!terminal) {
                screen.println(text);
                screen.flush();
            }
            log.println(text);
            log.flush();
            lastPlain = seconds;
        }
    }

    @Override
    public void close() {
        if (lineOpen) {
            screen.println();
            screen.flush();
        }
        log.close();
    }
}
