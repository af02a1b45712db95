package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.learn.CheckedEnvironment;
import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentException;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for games that come from elsewhere, but not for ever: work with them is done on a thread of its own, and where one call into a
 * game takes longer than allowed, the caller gives up and says which one. Such a thread cannot be stopped, so it is left behind; it does
 * not keep the process from ending, and does nothing more should the game come back.
 */
public final class StepWatch {

    /** How long a call into a game may take unless the user says otherwise, in seconds. */
    public static final double DEFAULT_SECONDS = 30;

    /** How long it may take at most once the user wants the work to end, in seconds: less than the process then waits. */
    private static final double INTERRUPTED_SECONDS = 10;

    /** A pause of the whole process, for example of a machine that sleeps, counts as no more than this. */
    private static final double LONGEST_LOOK = 1;

    private final double seconds;
    private final double interruptedSeconds;
    private final List<Watched> games = new CopyOnWriteArrayList<>();

    /**
     * A watch.
     *
     * @param seconds how long one call into a game may take, up to 86,400; 0: any time
     */
    public StepWatch(double seconds) {
        this(seconds, INTERRUPTED_SECONDS);
    }

    /** With less patience once the user wants the work to end. */
    StepWatch(double seconds, double interruptedSeconds) {
        if (!(seconds >= 0 && seconds <= 86_400)) {
            throw new InputException("step-timeout must be from 0 to 86400 seconds, but was " + seconds);
        }
        this.seconds = seconds;
        this.interruptedSeconds = Math.min(seconds, interruptedSeconds);
    }

    /**
     * A watch with the same patience over other copies: what becomes of those is nothing to this one.
     *
     * @return a new watch
     */
    public StepWatch another() {
        return new StepWatch(seconds, interruptedSeconds);
    }

    /** Copies of a game, each of them watched from before it is made. */
    EnvironmentFactory over(String name, EnvironmentFactory makes, boolean mayBeStill) {
        return () -> {
            Watched watched = new Watched(name);
            games.add(watched);
            return watched.make(makes, mayBeStill);
        };
    }

    /**
     * Does work in which games are played.
     *
     * @param <T> its result
     * @param work what to do
     * @return its result
     * @throws EnvironmentException if a game does not come back in time, or takes more memory than there is
     */
    public <T> T call(Supplier<T> work) {
        return call(work, () -> false);
    }

    /**
     * Does work in which games are played, and which the user may want to end: from then on a call into a game may take ten seconds at
     * most, so that it is named before the process ends.
     *
     * @param <T> its result
     * @param work what to do; looks itself whether it is to end
     * @param interrupted whether it is to end; asked from the caller's thread
     * @return its result
     * @throws EnvironmentException if a game does not come back in time, or takes more memory than there is
     */
    public <T> T call(Supplier<T> work, BooleanSupplier interrupted) {
        try {
            return seconds == 0 ? work.get() : watched(work, interrupted);
        } catch (VirtualMachineError e) {
            throw games.stream()
                    .flatMap(game -> game.made.stream())
                    .flatMap(game -> game.reportOf(e).stream())
                    .findFirst()
                    .orElseThrow(() -> e);
        }
    }

    private <T> T watched(Supplier<T> work, BooleanSupplier interrupted) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "gdx-agents-run");
        thread.setDaemon(true);
        thread.start();
        long pause = (long) (1e9 * Math.min(0.25, seconds / 4));
        boolean awoken = false;
        try {
            for (long before = System.nanoTime(); ; ) {
                try {
                    return task.get(pause, TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    long now = System.nanoTime();
                    look(Math.min(LONGEST_LOOK, (now - before) / 1e9), interrupted.getAsBoolean());
                    before = now;
                } catch (InterruptedException e) {
                    awoken = true;
                    thread.interrupt();
                } catch (ExecutionException e) {
                    throw rethrow(e.getCause());
                }
            }
        } finally {
            if (awoken) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void look(double passed, boolean interrupted) {
        double most = interrupted ? interruptedSeconds : seconds;
        for (Watched game : games) {
            Optional<EnvironmentException> stuck = game.look(passed, most);
            if (stuck.isPresent()) {
                games.forEach(Watched::abandon);
                throw stuck.get();
            }
        }
    }

    private static RuntimeException rethrow(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }

    /** A copy of a game; the watch's thread looks at it, another one makes it and plays. */
    private static final class Watched {
        private final String name;
        private final Thread maker = Thread.currentThread();
        private final AtomicBoolean abandoned = new AtomicBoolean();
        private volatile Optional<CheckedEnvironment> made = Optional.empty();
        private volatile boolean failed;

        // The watch's own.
        private long calls = -1;
        private double waited;

        Watched(String name) {
            this.name = name;
        }

        CheckedEnvironment make(EnvironmentFactory makes, boolean mayBeStill) {
            try {
                Environment game = created(makes);
                CheckedEnvironment checked =
                        mayBeStill ? CheckedEnvironment.thatMayBeStill(name, game) : new CheckedEnvironment(name, game);
                made = Optional.of(checked);
                if (abandoned.get()) {
                    throw new IllegalStateException("environment '" + name + "' was abandoned");
                }
                return checked;
            } catch (Throwable failure) {
                failed = true;
                throw failure;
            }
        }

        private Environment created(EnvironmentFactory makes) {
            Environment game;
            try {
                game = makes.create();
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
                throw new EnvironmentException(
                        "environment '" + name + "' cannot be made: create threw "
                                + e.getClass().getName() + " (" + e.getMessage() + ")",
                        e);
            }
            if (game == null) {
                throw new EnvironmentException("environment '" + name + "' cannot be made: create gave null");
            }
            return game;
        }

        void abandon() {
            abandoned.set(true);
            made.ifPresent(CheckedEnvironment::abandon);
        }

        Optional<EnvironmentException> look(double passed, double most) {
            Optional<CheckedEnvironment> game = made;
            long now = game.map(CheckedEnvironment::calls).orElse(-1L);
            boolean inside = game.map(CheckedEnvironment::inside).orElse(!failed);
            waited = inside && now == calls ? waited + passed : 0;
            calls = now;
            if (waited < most) {
                return Optional.empty();
            }
            StackTraceElement[] stack = game.map(CheckedEnvironment::stack).orElseGet(maker::getStackTrace);
            EnvironmentException stuck = new EnvironmentException(String.format(
                    Locale.ROOT,
                    "environment '%s' has not come back from %s for %s s%s",
                    name,
                    game.map(CheckedEnvironment::where).orElse("create"),
                    String.format(Locale.ROOT, waited < 10 ? "%.1f" : "%.0f", waited),
                    place(stack)));
            stuck.setStackTrace(stack);
            return Optional.of(stuck);
        }

        /** The innermost call that is not Java's own: the game's, as a rule. */
        private static String place(StackTraceElement[] stack) {
            return Arrays.stream(stack)
                    .filter(call -> !call.getClassName().matches("(java|jdk|sun)\\..*"))
                    .findFirst()
                    .map(call -> "; it is in " + call.getClassName() + "." + call.getMethodName() + ", line "
                            + call.getLineNumber())
                    .orElse("");
        }
    }
}
