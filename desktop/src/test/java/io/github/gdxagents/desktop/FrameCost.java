package io.github.gdxagents.desktop;

import com.badlogic.gdx.ApplicationListener;
import com.badlogic.gdx.Gdx;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * Watches an application's frames: bytes that its thread allocates in {@code render}, and the thread's CPU time there. Ends the
 * application when it has seen enough. One thread.
 */
final class FrameCost implements ApplicationListener {

    private final ApplicationListener watched;
    private final int warmUp;
    private final int batch;
    private final long[] nanos;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long thread = Thread.currentThread().getId();
    private int frame;
    private final long[] bytes;

    FrameCost(ApplicationListener watched, int warmUp, int frames, int batch) {
        this.watched = watched;
        this.warmUp = warmUp;
        this.batch = batch;
        this.nanos = new long[frames];
        this.bytes = new long[(frames + batch - 1) / batch];
    }

    @Override
    public void create() {
        watched.create();
    }

    @Override
    public void resize(int width, int height) {
        watched.resize(width, height);
    }

    @Override
    public void render() {
        long bytesBefore = threads.getThreadAllocatedBytes(thread);
        long before = threads.getCurrentThreadCpuTime();
        watched.render();
        long after = threads.getCurrentThreadCpuTime();
        long allocated = threads.getThreadAllocatedBytes(thread) - bytesBefore;
        if (frame >= warmUp && !done()) {
            nanos[frame - warmUp] = after - before;
            bytes[(frame - warmUp) / batch] += allocated;
        }
        frame++;
        if (done()) {
            Gdx.app.exit();
        }
    }

    boolean done() {
        return frame >= warmUp + nanos.length;
    }

    /** What a batch of frames allocates once everything is warm: the least of all, as the JVM may allocate for itself. */
    long bytes() {
        return Arrays.stream(bytes).min().orElseThrow();
    }

    /** CPU time that so many of 100 frames stay within, in milliseconds. */
    double milliseconds(double percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(percent / 100 * sorted.length) - 1)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d frames: %d bytes in the best batch of %d, %d in all; CPU ms: median %.3f, p99 %.3f, most %.3f",
                nanos.length,
                bytes(),
                batch,
                Arrays.stream(bytes).sum(),
                milliseconds(50),
                milliseconds(99),
                milliseconds(100));
    }

    @Override
    public void pause() {
        watched.pause();
    }

    @Override
    public void resume() {
        watched.resume();
    }

    @Override
    public void dispose() {
        watched.dispose();
    }
}
