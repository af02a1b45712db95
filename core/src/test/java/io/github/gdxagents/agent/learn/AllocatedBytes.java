package io.github.gdxagents.agent.learn;

import java.lang.management.ManagementFactory;

/** Measures what a piece of code allocates on the current thread. */
public final class AllocatedBytes {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocatedBytes() {}

    /** What one execution allocates. */
    public static long of(Runnable code) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        code.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /** What an execution allocates once everything is warm: the least of several rounds, as the JVM may allocate for itself. */
    public static long leastOf(int rounds, Runnable code) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            least = Math.min(least, of(code));
        }
        return least;
    }
}
