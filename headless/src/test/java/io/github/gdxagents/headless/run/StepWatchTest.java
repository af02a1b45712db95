package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentException;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.headless.game.SwingGame;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class StepWatchTest {

    private final StepWatch watch = new StepWatch(0.2);

    @Test
    void resultsAndExceptionsComeThrough() {
        assertEquals(3, watch.call(() -> 3));
        IllegalStateException thrown = new IllegalStateException("no");
        assertSame(
                thrown,
                assertThrows(
                        IllegalStateException.class,
                        () -> watch.call(() -> {
                            throw thrown;
                        })));
    }

    @Test
    void workOutsideTheGameMayTakeItsTime() {
        EnvironmentFactory games = watch.over("swing", new SwingGame(), false);

        assertEquals(1, watch.call(() -> {
            try (Environment game = games.create()) {
                game.reset(new RandomStream(1));
                LockSupport.parkNanos(600_000_000);
                return 1;
            }
        }));
    }

    @Test
    void aGameThatIsNeverMadeIsGivenUpAndItsThreadDoesNothingMore() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>(new IllegalStateException("not yet"));
        EnvironmentFactory games = watch.over(
                "slow",
                () -> {
                    awaitQuietly(goOn);
                    return new SwingGame().create();
                },
                false);

        EnvironmentException given = assertThrows(
                EnvironmentException.class,
                () -> watch.call(() -> {
                    try (Environment game = games.create()) {
                        return game.events();
                    } catch (RuntimeException e) {
                        end.set(e);
                        throw e;
                    } finally {
                        over.countDown();
                    }
                }));
        goOn.countDown();

        assertTrue(
                given.getMessage().startsWith("environment 'slow' has not come back from create for 0."),
                given.getMessage());
        assertTrue(over.await(10, TimeUnit.SECONDS));
        assertEquals("environment 'slow' was abandoned", end.get().getMessage());
    }

    @Test
    void patienceIsShorterOnceTheUserWantsTheWorkToEnd() {
        StepWatch patient = new StepWatch(3600, 0.3);
        CountDownLatch goOn = new CountDownLatch(1);
        EnvironmentFactory games = patient.over(
                "slow",
                () -> {
                    awaitQuietly(goOn);
                    return new SwingGame().create();
                },
                false);

        EnvironmentException given = assertThrows(
                EnvironmentException.class,
                () -> patient.call(
                        () -> {
                            try (Environment game = games.create()) {
                                return game.events();
                            }
                        },
                        () -> true));
        goOn.countDown();

        assertTrue(
                given.getMessage().startsWith("environment 'slow' has not come back from create for 0."),
                given.getMessage());
    }

    @Test
    void anErrorOfJavasMachineThatIsNotTheGamesComesThrough() {
        OutOfMemoryError error = new OutOfMemoryError("elsewhere");

        assertSame(
                error,
                assertThrows(
                        OutOfMemoryError.class,
                        () -> watch.call(() -> {
                            throw error;
                        })));
    }

    @Test
    void aGameThatCannotBeMadeIsNamed() {
        EnvironmentFactory games = watch.over(
                "none",
                () -> {
                    throw new UnsupportedOperationException("no display");
                },
                false);

        EnvironmentException e = assertThrows(EnvironmentException.class, games::create);

        assertEquals(
                "environment 'none' cannot be made: create threw java.lang.UnsupportedOperationException (no display)",
                e.getMessage());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
