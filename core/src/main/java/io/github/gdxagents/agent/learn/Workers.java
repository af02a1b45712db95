package io.github.gdxagents.agent.learn;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads, the caller's among them, that share out numbered tasks. Which thread does a task is chance; callers
 * write results to places that the task's number decides, so that nothing shows of it.
 *
 * <p>Made for pieces of work of a tenth of a millisecond, several thousand times a second: a thread without work looks for more for
 * some microseconds before it goes to sleep, and nothing is allocated. One caller at a time.
 */
public final class Workers implements AutoCloseable {

    /** How often a thread looks for work before it sleeps: some 20 microseconds, less than waking it takes. */
    private static final int LOOKS = 500;

    /** A piece of work. */
    @FunctionalInterface
    public interface Task {

        /**
         * Does one task.
         *
         * @param worker which thread does it, 0 (inclusive) to the number of threads (exclusive); two tasks at the same time
         *     have different workers
         * @param index which task it is
         */
        void run(int worker, int index);
    }

    private final Thread[] helpers;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private Task task = (worker, index) -> {};
    private int tasks;
    private volatile int round;
    private volatile boolean closed;
    private volatile @Nullable Thread caller;

    /**
     * Starts all threads but the caller's own; they do not keep the JVM from ending.
     *
     * @param threads 1 to 1,024
     */
    public Workers(int threads) {
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("threads must be from 1 to 1024, but was " + threads);
        }
        helpers = new Thread[threads - 1];
        for (int helper = 0; helper < helpers.length; helper++) {
            int worker = helper + 1;
            helpers[helper] = new Thread(() -> help(worker), "gdx-agents-worker-" + worker);
            helpers[helper].setDaemon(true);
        }
        for (Thread helper : helpers) {
            helper.start();
        }
    }

    /**
     * How many tasks are done at the same time.
     *
     * @return 1 or more
     */
    public int threads() {
        return helpers.length + 1;
    }

    /**
     * Does tasks 0 to {@code count − 1} and returns when all are done; whatever happens, nobody works any more then. If one throws,
     * tasks not yet begun are left out, and its exception is thrown here; an interruption of the caller does the same, after the
     * tasks that were begun.
     *
     * @param count how many
     * @param what what to do
     */
    public void run(int count, Task what) {
        if (closed) {
            throw new IllegalStateException("these workers are closed");
        }
        task = what;
        tasks = count;
        failure.set(null);
        next.set(0);
        if (count > 1 && helpers.length > 0) {
            caller = Thread.currentThread();
            busy.set(helpers.length);
            int newRound = round + 1;
            round = newRound;
            for (Thread helper : helpers) {
                LockSupport.unpark(helper);
            }
        }
        boolean interrupted = work(0);
        for (int look = 0; busy.get() > 0; look++) {
            if (Thread.interrupted()) {
                interrupted = true;
                next.set(tasks);
            }
            rest(look);
        }
        Throwable thrown = failure.get();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thrown != null) {
            throw rethrow(thrown);
        }
        if (interrupted) {
            throw new IllegalStateException("interrupted while working");
        }
    }

    /** A helper's life. */
    private void help(int worker) {
        int seen = 0;
        while (true) {
            for (int look = 0; round == seen && !closed; look++) {
                rest(look);
            }
            if (closed) {
                return;
            }
            seen = round;
            work(worker);
            if (busy.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }
    }

    /** Does tasks until there are none left; says whether the caller was interrupted. */
    private boolean work(int worker) {
        Task mine = task;
        int end = tasks;
        try {
            for (int index = take(end); index < end; index = take(end)) {
                if (worker == 0 && Thread.interrupted()) {
                    next.set(end);
                    return true;
                }
                mine.run(worker, index);
            }
        } catch (Throwable thrown) {
            failure.compareAndSet(null, thrown);
            next.set(end);
        }
        return false;
    }

    private int take(int end) {
        // Looked at before it is counted up, so that it cannot run over.
        return next.get() >= end ? end : next.getAndIncrement();
    }

    private static void rest(int look) {
        if (look < LOOKS) {
            Thread.onSpinWait();
        } else {
            LockSupport.park();
        }
    }

    private static RuntimeException rethrow(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }

    /** Ends the threads; a task in progress is ended first. */
    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
