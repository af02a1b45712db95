package io.github.gdxagents.headless;

import java.io.PrintWriter;

/** A line on the terminal that tells how far the work is; nothing where there is no terminal. Threads may share it. */
final class ProgressLine implements AutoCloseable {

    private final PrintWriter screen;
    private final boolean terminal;
    private boolean shown;

    ProgressLine(PrintWriter screen, boolean terminal) {
        this.screen = screen;
        this.terminal = terminal;
    }

    /** Replaces the line. */
    synchronized void show(String text) {
        if (terminal) {
            screen.print("\r" + text + "\u001b[K");
            screen.flush();
            shown = true;
        }
    }

    /** Takes the line away. */
    synchronized void clear() {
        if (shown) {
            screen.print("\r\u001b[K");
            screen.flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
