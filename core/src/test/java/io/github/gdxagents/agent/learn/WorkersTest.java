package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void everyTaskIsDoneOnce(int threads) {
        AtomicIntegerArray done = new AtomicIntegerArray(1000);
        try (Workers workers = new Workers(threads)) {
            assertEquals(threads, workers.threads());
            workers.run(1000, (worker, index) -> done.incrementAndGet(index));
            workers.run(3, (worker, index) -> done.incrementAndGet(index));
            workers.run(0, (worker, index) -> done.incrementAndGet(index));
        }
        for (int i = 0; i < 1000; i++) {
            assertEquals(i < 3 ? 2 : 1, done.get(i));
        }
    }

    @Test
    void tasksAtTheSameTimeHaveDifferentWorkers() {
        AtomicIntegerArray busy = new AtomicIntegerArray(4);
        AtomicInteger collisions = new AtomicInteger();
        try (Workers workers = new Workers(4)) {
            workers.run(10_000, (worker, index) -> {
                if (busy.incrementAndGet(worker) != 1) {
                    collisions.incrementAndGet();
                }
                Thread.onSpinWait();
                busy.decrementAndGet(worker);
            });
        }
        assertEquals(0, collisions.get());
    }

    @Test
    void aSingleThreadWorksInOrder() {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        try (Workers workers = new Workers(1)) {
            workers.run(5, (worker, index) -> order.add(index));
        }
        assertEquals(List.of(0, 1, 2, 3, 4), order);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void theTasksOwnExceptionReachesTheCaller(int threads) {
        IllegalStateException thrown = new IllegalStateException("task 3");
        try (Workers workers = new Workers(threads)) {
            IllegalStateException caught = assertThrows(
                    IllegalStateException.class,
                    () -> workers.run(10, (worker, index) -> {
                        if (index == 3) {
                            throw thrown;
                        }
                    }));
            assertSame(thrown, caught);
        }
    }

    @Test
    void errorsReachTheCallerToo() {
        AssertionError thrown = new AssertionError("task 0");
        try (Workers workers = new Workers(2)) {
            AssertionError caught = assertThrows(
                    AssertionError.class,
                    () -> workers.run(1, (worker, index) -> {
                        throw thrown;
                    }));
            assertSame(thrown, caught);
        }
    }

    @Test
    void aFailingTaskStopsTheRestAndWorkCanGoOn() {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        try (Workers workers = new Workers(1)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> workers.run(10, (worker, index) -> {
                        order.add(index);
                        if (index == 3) {
                            throw new IllegalStateException("task 3");
                        }
                    }));
            assertEquals(List.of(0, 1, 2, 3), order);
            workers.run(1, (worker, index) -> order.add(77));
        }
        assertEquals(List.of(0, 1, 2, 3, 77), order);
    }

    @Test
    void anInterruptedCallerIsToldAndStaysInterrupted() {
        try (Workers workers = new Workers(1)) {
            Thread caller = Thread.currentThread();
            List<Integer> done = Collections.synchronizedList(new ArrayList<>());
            assertThrows(
                    IllegalStateException.class,
                    () -> workers.run(1_000_000_000, (worker, index) -> {
                        if (index == 0) {
                            caller.interrupt();
                        }
                        if (done.isEmpty()) {
                            done.add(index);
                        }
                    }));
            assertTrue(Thread.interrupted());
            assertEquals(List.of(0), done);
        }
    }

    @Test
    void threadsDoNotKeepTheProgramAlive() {
        AtomicBoolean daemon = new AtomicBoolean();
        try (Workers workers = new Workers(1)) {
            workers.run(1, (worker, index) -> daemon.set(Thread.currentThread().isDaemon()));
        }
        assertTrue(daemon.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1025})
    void refusesAnImpossibleNumberOfThreads(int threads) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new Workers(threads));
        assertEquals("threads must be from 1 to 1024, but was " + threads, refusal.getMessage());
    }
}
