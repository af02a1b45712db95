package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
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
    void helpersDoNotKeepTheProgramAlive() {
        List<Thread> threads = threadsOf(3);
        assertSame(Thread.currentThread(), threads.get(0));
        assertTrue(threads.get(1).isDaemon() && threads.get(2).isDaemon());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1025})
    void refusesAnImpossibleNumberOfThreads(int threads) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new Workers(threads));
        assertEquals("threads must be from 1 to 1024, but was " + threads, refusal.getMessage());
    }

    @Test
    void helpersComeBackToWorkAfterTheyHaveGoneToSleep() {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = new Workers(2)) {
            for (int round = 0; round < 30; round++) {
                // Sometimes at once, sometimes after the helper has stopped looking for work.
                LockSupport.parkNanos(round % 3 == 0 ? 5_000_000 : 1);
                workers.run(2, (worker, index) -> {
                    await(both);
                    done.incrementAndGet();
                });
            }
        }
        assertEquals(60, done.get());
    }

    @Test
    void manyShortRoundsLoseNoTaskAndNoWake() {
        AtomicIntegerArray done = new AtomicIntegerArray(7);
        try (Workers workers = new Workers(3)) {
            for (int round = 0; round < 20_000; round++) {
                workers.run(1 + round % 7, (worker, index) -> done.incrementAndGet(index));
            }
        }
        for (int index = 0; index < 7; index++) {
            int rounds = 0;
            for (int round = 0; round < 20_000; round++) {
                rounds += round % 7 >= index ? 1 : 0;
            }
            assertEquals(rounds, done.get(index));
        }
    }

    @Test
    void aHelpersExceptionReachesTheCallerAndAllCanWorkAgain() {
        Thread caller = Thread.currentThread();
        CyclicBarrier both = new CyclicBarrier(2);
        IllegalStateException thrown = new IllegalStateException("a helper's");
        AtomicInteger after = new AtomicInteger();
        try (Workers workers = new Workers(2)) {
            for (int round = 0; round < 10; round++) {
                assertSame(
                        thrown,
                        assertThrows(
                                IllegalStateException.class,
                                () -> workers.run(2, (worker, index) -> {
                                    await(both);
                                    if (Thread.currentThread() != caller) {
                                        throw thrown;
                                    }
                                })));
                workers.run(2, (worker, index) -> {
                    await(both);
                    after.incrementAndGet();
                });
            }
        }
        assertEquals(20, after.get());
    }

    @Test
    void aCallerInterruptedWhileItWaitsStaysInterruptedAndAllCanWorkAgain() {
        Thread caller = Thread.currentThread();
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger ended = new AtomicInteger();
        try (Workers workers = new Workers(2)) {
            IllegalStateException interruption = assertThrows(
                    IllegalStateException.class,
                    () -> workers.run(2, (worker, index) -> {
                        await(both);
                        if (worker == 1) {
                            // By then the caller has nothing left to do but wait.
                            LockSupport.parkNanos(20_000_000);
                            caller.interrupt();
                            LockSupport.parkNanos(20_000_000);
                            ended.incrementAndGet();
                        }
                    }));
            assertEquals("interrupted while working", interruption.getMessage());
            assertEquals(1, ended.get(), "a task that was begun is ended before the call returns");
            assertTrue(Thread.interrupted());
            workers.run(2, (worker, index) -> {
                await(both);
                ended.incrementAndGet();
            });
        }
        assertEquals(3, ended.get());
    }

    @Test
    void closingEndsTheThreads() throws InterruptedException {
        List<Thread> threads = threadsOf(4);
        for (Thread helper : threads.subList(1, 4)) {
            helper.join(20_000);
            assertFalse(helper.isAlive(), helper.getName());
        }
    }

    @Test
    void closedWorkersDoNotWork() {
        Workers workers = new Workers(2);
        workers.close();
        workers.close();
        assertThrows(IllegalStateException.class, () -> workers.run(1, (worker, index) -> {}));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void sharingOutWorkAllocatesNothing(int threads) {
        AtomicInteger done = new AtomicInteger();
        Workers.Task task = (worker, index) -> done.incrementAndGet();
        try (Workers workers = new Workers(threads)) {
            Runnable rounds = () -> {
                for (int round = 0; round < 100; round++) {
                    workers.run(20, task);
                }
            };
            assertEquals(0, AllocatedBytes.leastOf(20, rounds));
        }
        assertEquals(20 * 100 * 20, done.get());
    }

    /** The thread of each worker, after the workers are closed. */
    private static List<Thread> threadsOf(int count) {
        Thread[] threads = new Thread[count];
        CyclicBarrier all = new CyclicBarrier(count);
        try (Workers workers = new Workers(count)) {
            // Nobody goes on before everybody has come: each task has a thread of its own.
            workers.run(count, (worker, index) -> {
                threads[worker] = Thread.currentThread();
                await(all);
            });
        }
        return List.of(threads);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
