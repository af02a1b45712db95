package io.github.gdxagents.headless;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C (or a polite kill) into a wish that the work may follow: the process then ends when the work is done, or after 20
 * seconds.
 */
final class Interruption implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitForWork, "gdx-agents-interruption");
    private volatile boolean requested;

    /** From here on, until closed, an interruption is a wish. */
    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the user wants the work to end. */
    boolean requested() {
        return requested;
    }

    private void waitForWork() {
        requested = true;
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "The work did not stop within " + PATIENCE_SECONDS + " seconds and is left as it is.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work is done. */
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
