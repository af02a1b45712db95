package io.github.gdxagents.agent.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed number of threads that share out numbered tasks. Which thread does a task is chance; callers write results to places
 * that the task's number decides, so that nothing shows of it.
 */
public final class Workers implements AutoCloseable {

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

    private final int threads;
    private final ExecutorService executor;

    /**
     * Starts the threads; they do not keep the JVM from ending.
     *
     * @param threads 1 to 1,024
     */
    public Workers(int threads) {
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("threads must be from 1 to 1024, but was " + threads);
        }
        this.threads = threads;
        AtomicInteger number = new AtomicInteger();
        this.executor = Executors.newFixedThreadPool(threads, body -> {
            Thread thread = new Thread(body, "gdx-agents-worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * How many tasks are done at the same time.
     *
     * @return 1 or more
     */
    public int threads() {
        return threads;
    }

    /**
     * Does tasks 0 to {@code tasks − 1} and returns when all are done. If one throws, tasks not yet begun are left out, and its
     * exception is thrown here; an interruption of the caller does the same, after the tasks that were begun.
     *
     * @param tasks how many
     * @param task what to do
     */
    public void run(int tasks, Task task) {
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> loops = new ArrayList<>();
        for (int worker = 0; worker < Math.min(threads, tasks); worker++) {
            int self = worker;
            loops.add(() -> {
                try {
                    for (int index = next.getAndIncrement(); index < tasks; index = next.getAndIncrement()) {
                        task.run(self, index);
                    }
                } catch (Throwable failure) {
                    next.set(tasks);
                    throw failure;
                }
                return null;
            });
        }
        List<Future<Void>> futures = loops.stream().map(executor::submit).toList();
        Throwable failure = null;
        boolean interrupted = false;
        for (Future<Void> future : futures) {
            // Whatever happens, nobody works any more when this method returns: tasks may use native memory of the
            // caller's.
            while (true) {
                try {
                    future.get();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                    next.set(tasks);
                } catch (ExecutionException e) {
                    failure = failure == null ? e.getCause() : failure;
                    break;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw rethrow(failure);
        }
        if (interrupted) {
            throw new IllegalStateException("interrupted while working");
        }
    }

    private static RuntimeException rethrow(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
