package io.github.gdxagents.agent.learn;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The thread in which a learner works while a game runs: a daemon of the lowest priority. It looks for recordings now and then,
 * so that the game need not wake it: not even a call of the operating system is made on the game's thread.
 */
final class BackgroundLearner implements AutoCloseable {

    /** How long the thread sleeps when there is nothing to learn from: short beside the time that a recording takes. */
    private static final long SLEEP_NANOS = 4_000_000;

    private final InPlaceLearner learner;
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;

    /** The priority is a hint that only some systems follow; nothing relies on it. */
    @SuppressWarnings("ThreadPriorityCheck")
    BackgroundLearner(InPlaceLearner learner) {
        this.learner = learner;
        this.thread = new Thread(this::run, "gdx-agents-learner");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                if (!learner.work()) {
                    LockSupport.parkNanos(this, SLEEP_NANOS);
                }
            }
        } catch (Throwable thrown) {
            // An update that is given up when the thread is to end is no failure.
            failure = closed ? null : thrown;
        }
    }

    /** Why the thread has ended by itself; null if it has not. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Gives an update in progress up, and returns when the thread has ended. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
