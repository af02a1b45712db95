package io.github.gdxagents.desktop;

import com.badlogic.gdx.ApplicationLogger;

/** Writes what the program has to say to the error stream, a line for each message; what libraries say, and stack traces, only when they
 * were asked for. */
final class ErrorStreamLogger implements ApplicationLogger {

    private static final boolean DEBUG = "1".equals(System.getenv("GDX_AGENTS_DEBUG"));

    @Override
    public void log(String tag, String message) {
        if (DEBUG || tag.equals(DesktopLauncher.TAG)) {
            System.err.println(message);
        }
    }

    @Override
    public void log(String tag, String message, Throwable exception) {
        error(tag, message, exception);
    }

    @Override
    public void error(String tag, String message) {
        System.err.println(message);
    }

    @Override
    public void error(String tag, String message, Throwable exception) {
        System.err.println(message + ": " + exception.getMessage());
        if (DEBUG) {
            exception.printStackTrace();
        }
    }

    @Override
    public void debug(String tag, String message) {
        if (DEBUG) {
            System.err.println(message);
        }
    }

    @Override
    public void debug(String tag, String message, Throwable exception) {
        if (DEBUG) {
            error(tag, message, exception);
        }
    }
}
