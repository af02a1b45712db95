package io.github.gdxagents.headless.run;

import java.lang.management.ManagementFactory;

/**
 * Time that training takes: of the wall, and of all processors together, the JVM's own work included. It stands still while a run
 * evaluates and saves. One thread at a time.
 */
final class TrainingClock {

    private final double before;
    private long wallNanos;
    private long cpuNanos;
    private long startedWall;
    private long startedCpu;
    private boolean running;

    /** A running clock that begins with the seconds of earlier lives of the run. */
    TrainingClock(double before) {
        this.before = before;
        go();
    }

    private static long processCpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getProcessCpuTime()
                : 0;
    }

    void go() {
        startedWall = System.nanoTime();
        startedCpu = processCpuNanos();
        running = true;
    }

    void pause() {
        wallNanos = wallNanosHere();
        cpuNanos = cpuNanosHere();
        running = false;
    }

    private long wallNanosHere() {
        return running ? wallNanos + System.nanoTime() - startedWall : wallNanos;
    }

    private long cpuNanosHere() {
        return running ? cpuNanos + processCpuNanos() - startedCpu : cpuNanos;
    }

    /** Seconds of the wall, over all lives of the run. */
    double seconds() {
        return before + wallNanosHere() / 1e9;
    }

    /** Seconds of the wall in this life. */
    double secondsHere() {
        return wallNanosHere() / 1e9;
    }

    /** Seconds of all processors together in this life. */
    double cpuSecondsHere() {
        return cpuNanosHere() / 1e9;
    }
}
