package io.github.gdxagents.headless.run;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * What a run prints, on the screen and into its log. Lines that tell of progress replace each other on a terminal; elsewhere,
 * and in the log, they are plain lines and come less often. Threads may share it.
 */
final class RunOutput implements AutoCloseable {

    private static final double TERMINAL_SECONDS = 0.2;
    private static final double PLAIN_SECONDS = 10;

    private final PrintWriter screen;
    private final boolean terminal;
    private final RollingLog log;
    private boolean logBroken;
    private double lastOnTerminal = Double.NEGATIVE_INFINITY;
    private double lastPlain = Double.NEGATIVE_INFINITY;
    private boolean lineOpen;

    RunOutput(PrintWriter screen, boolean terminal, Path logFile) {
        this.screen = screen;
        this.terminal = terminal;
        this.log = new RollingLog(logFile, RollingLog.MOST_BYTES);
    }

    /** Prints a line that stays. */
    synchronized void line(String text) {
        if (lineOpen) {
            screen.println();
            lineOpen = false;
        }
        screen.println(text);
        screen.flush();
        toLog(text);
    }

    /** No line of the log is worth the run: that it cannot be written is said once, on the screen. */
    private void toLog(String text) {
        if (logBroken) {
            return;
        }
        try {
            log.line(text);
        } catch (UncheckedIOException e) {
            logBroken = true;
            screen.println("from here on nothing is logged: " + e.getMessage());
            screen.flush();
        }
    }

    /** Tells of progress, if it is time to. */
    synchronized void progress(String text, double seconds) {
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
            toLog(text);
            lastPlain = seconds;
        }
    }

    @Override
    public synchronized void close() {
        if (lineOpen) {
            screen.println();
            screen.flush();
        }
        try {
            log.close();
        } catch (UncheckedIOException e) {
            // Every line was handed over when it came; what could not be written was told.
            return;
        }
    }
}
