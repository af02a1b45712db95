package io.github.gdxagents.agent.learn;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Recordings on their way from one thread, which fills them, to another, which learns from them. Both only read and write two
 * counters: nobody waits, nothing is locked, nothing is allocated.
 */
final class RecordingRing {

    private final Recording[] ring;
    private final AtomicLong filled = new AtomicLong();
    private final AtomicLong used = new AtomicLong();

    RecordingRing(int size, Supplier<Recording> maker) {
        this.ring = new Recording[size];
        for (int i = 0; i < size; i++) {
            ring[i] = maker.get();
        }
    }

    /** For the thread that fills: a recording that is its own until {@link #handOver}; null if all are on their way. */
    @Nullable
    Recording free() {
        long number = filled.get();
        return number - used.get() < ring.length ? ring[(int) (number % ring.length)] : null;
    }

    /** For the thread that fills: whether there is a further recording beside the one that {@link #free} gave it and it fills still. */
    boolean hasAnother() {
        return filled.get() + 1 - used.get() < ring.length;
    }

    /** The thread that fills is done with what {@link #free} gave it. */
    void handOver() {
        filled.setRelease(filled.get() + 1);
    }

    /** For the thread that learns: the oldest recording that was handed over; null if there is none. */
    @Nullable
    Recording next() {
        long number = used.get();
        return number < filled.get() ? ring[(int) (number % ring.length)] : null;
    }

    /** The thread that learns is done with what {@link #next} gave it. */
    void release() {
        used.setRelease(used.get() + 1);
    }
}
