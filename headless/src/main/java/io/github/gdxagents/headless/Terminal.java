package io.github.gdxagents.headless;

import java.io.Console;

/** Whether somebody watches. */
final class Terminal {

    private Terminal() {}

    /** Whether standard output is a terminal, on which a line can be overwritten. */
    @SuppressWarnings("SystemConsoleNull") // on Java 17 to 21 it does, and later there is isTerminal
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since Java 22 there is a console even when output goes to a file, and a method that tells.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
