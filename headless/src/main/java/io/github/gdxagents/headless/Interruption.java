package io.github.gdxagents.headless;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C (or a polite kill) into a wish, for commands that follow it: the process then ends when the command has saved what
 * it has and said so, or after 20 seconds. Other commands end at once.
 */
final class Interruption implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitForWork, "gdx-agents-interruption");
    private volatile boolean followed;
    private volatile boolean requested;

    /** From here on, until closed, an interruption is heard. */
    void install() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The command that runs now asks {@link #requested()} and ends soon when it is told so. */
    void follow() {
        followed = true;
    }

    /** Whether the user wants the work to end. */
    boolean requested() {
        return requested;
    }

    private void waitForWork() {
        requested = true;
        try {
            if (followed && !finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "The work did not stop within " + PATIENCE_SECONDS + " seconds and is left as it is.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has ended, and everything it had to say is on the screen. */
    @Override
    public void close() {
        finished.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process began to end in this very moment; the hook finds the work done.
                return;
            }
        }
    }
}
