package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ImageSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Another environment, watched: what nobody could learn from, and what breaks the contract of {@link Environment}, is reported as an
 * {@link EnvironmentException} that names the game, the step and what was found. A game that does as it should is not changed by it.
 *
 * <p>Found are: a call that throws; a number in an observation or a reward that is not finite; an observation that never changes, or an
 * image that stays empty, over the first {@value #STILL_DECISIONS} decisions, resets included; an action of another spec, or one that the
 * game has just forbidden; a decision at which nothing is allowed; an event out of range; a spec or an outcome that is null or not always the same.
 *
 * <p>An episode that goes on for {@value #LONGEST_EPISODE} decisions is cut short there: the step is {@link Outcome#TRUNCATED}, so that
 * games without an end are learned from in pieces, and nobody has to remember more than that of one.
 *
 * <p>A step in a message is the number of calls of {@link #step} so far, over all episodes of this copy, the one in progress included.
 *
 * <p>One thread at a time plays; nothing is allocated at a step that is as it should be. At the same time any other thread may look
 * whether the game still comes back from its calls ({@link #calls()}, {@link #inside()}, {@link #where()}), and tell it to give up
 * ({@link #abandon()}); no lock is held anywhere.
 */
public final class CheckedEnvironment implements Environment {

    /** How many decisions an observation may stay the same at the start, or an image empty. */
    public static final int STILL_DECISIONS = 500;

    /** The longest episode, in decisions; four times as long as one of Atari's games may be. */
    public static final long LONGEST_EPISODE = 100_000;

    private final String name;
    private final Environment game;
    private final ObservationSpec observations;
    private final ActionSpec actions;
    private final int events;
    private final Stillness stillness;

    // What was seen last, as far as the next step needs it.
    private final ActionMask mask;
    private boolean seen;
    private boolean mayBeStill;

    private long steps;
    private long episodes;
    private long decisions;

    // For other threads: an odd number while a call is in progress. What was written before is seen by who reads it.
    private final AtomicLong calls = new AtomicLong();
    private String call = "";
    private @Nullable Thread caller;
    private volatile boolean abandoned;

    // The error of Java's machine that was let through, and the call it came from; nothing is allocated when there is
    // no memory.
    private volatile @Nullable VirtualMachineError fatal;
    private String fatalCall = "";

    /**
     * Watches a game.
     *
     * @param name of the game, for messages
     * @param game closed with this environment
     * @throws EnvironmentException if a spec is missing, or asking for it fails
     */
    public CheckedEnvironment(String name, Environment game) {
        this.name = name;
        this.game = game;
        this.observations = present(askObservationSpec(), "observationSpec");
        this.actions = present(askActionSpec(), "actionSpec");
        this.events = askEvents();
        this.stillness = new Stillness(observations, actions);
        this.mask = new ActionMask(actions);
    }

    /**
     * The same game, whose observation may stay as it is: for a policy that is not trained, and may stand still.
     *
     * @param name of the game, for messages
     * @param game closed with this environment
     * @return a new environment
     * @throws EnvironmentException if a spec is missing, or asking for it fails
     */
    public static CheckedEnvironment thatMayBeStill(String name, Environment game) {
        CheckedEnvironment environment = new CheckedEnvironment(name, game);
        environment.mayBeStill = true;
        return environment;
    }

    /**
     * How many times a call began or came back. Any thread may ask.
     *
     * @return never less than before; unchanged while a call is in progress
     */
    public long calls() {
        return calls.get();
    }

    /**
     * Whether a call into the game is in progress. Any thread may ask.
     *
     * @return whether {@link #calls()} is odd
     */
    public boolean inside() {
        return (calls.get() & 1) != 0;
    }

    /**
     * Which call is in progress, or was the last one. Any thread may ask; while the game is played on, the answer may be a mixture of
     * two moments.
     *
     * @return for example {@code step 1,234}, or {@code observe after step 1,234}
     */
    public String where() {
        return calls.get() == 0 || call.equals("step") ? step() : call + " after " + step();
    }

    /**
     * Where the thread stands that made the call in progress, or the last one. Any thread may ask.
     *
     * @return its stack, the innermost call first; empty if there is none
     */
    public StackTraceElement[] stack() {
        long now = calls.get();
        Thread thread = caller;
        return now == 0 || thread == null ? new StackTraceElement[0] : thread.getStackTrace();
    }

    /**
     * What to say of an error of Java's machine, for example that there is no memory left: such an error of the game comes through as
     * it is. Any thread may ask.
     *
     * @param error what was caught
     * @return the game, the step and what was thrown; nothing if it did not come from a call into this game
     */
    public Optional<EnvironmentException> reportOf(VirtualMachineError error) {
        return error == fatal ? Optional.of(report(fatalCall, error)) : Optional.empty();
    }

    /**
     * Nobody waits for the game any more: the call in progress throws when it comes back, and so does each later one, so that its thread
     * ends: with an {@link IllegalStateException}, since the game is not to blame for that. Any thread may say so.
     */
    public void abandon() {
        abandoned = true;
    }

    @Override
    public ObservationSpec observationSpec() {
        return observations;
    }

    @Override
    public ActionSpec actionSpec() {
        return actions;
    }

    @Override
    public int events() {
        return events;
    }

    @Override
    public void reset(RandomStream random) {
        if (!observations.equals(askObservationSpec())) {
            throw wrong("observationSpec is another one than before, expected always the same");
        }
        if (!actions.equals(askActionSpec())) {
            throw wrong("actionSpec is another one than before, expected always the same");
        }
        episodes++;
        decisions = 0;
        seen = false;
        enter("reset");
        try {
            game.reset(random);
        } catch (Throwable thrown) {
            throw threw(thrown);
        } finally {
            leave();
        }
    }

    @Override
    public void observe(Observation into) {
        if (!into.spec().equals(observations)) {
            throw new IllegalArgumentException(
                    "expected an observation of " + observations + ", but was one of " + into.spec());
        }
        enter("observe");
        try {
            game.observe(into);
        } catch (Throwable thrown) {
            throw threw(thrown);
        } finally {
            leave();
        }
        checkNumbers(into);
        if (!into.mask().leavesAChoice()) {
            throw wrong("the mask forbids every choice of a branch, expected one or more to be left");
        }
        mask.set(into.mask().words(), 0);
        seen = true;
        if (!mayBeStill && stillness.look(into, steps)) {
            stillness.complaint().ifPresent(complaint -> {
                throw wrong(complaint);
            });
        }
    }

    @Override
    public boolean decisive() {
        enter("decisive");
        try {
            return game.decisive();
        } catch (Throwable thrown) {
            throw threw(thrown);
        } finally {
            leave();
        }
    }

    @Override
    public int event() {
        int event;
        enter("event");
        try {
            event = game.event();
        } catch (Throwable thrown) {
            throw threw(thrown);
        } finally {
            leave();
        }
        if (event < -1 || event >= events) {
            throw wrong(
                    "event is " + event + ", expected -1 for none" + (events == 0 ? "" : ", or 0 to " + (events - 1)));
        }
        return event;
    }

    @Override
    public Outcome step(Action action) {
        steps++;
        checkAction(action);
        Outcome outcome;
        enter("step");
        try {
            outcome = game.step(action);
        } catch (Throwable thrown) {
            throw threw(thrown);
        } finally {
            leave();
        }
        present(outcome, "the outcome");
        seen = false;
        decisions++;
        return decisions >= LONGEST_EPISODE && !outcome.ended() ? Outcome.TRUNCATED : outcome;
    }

    @Override
    public float reward() {
        float reward;
        enter("reward");
        try {
            reward = game.reward();
        } catch (Throwable thrown) {
            throw threw(thrown);
        } finally {
            leave();
        }
        if (!Float.isFinite(reward)) {
            throw wrong("the reward is " + text(reward) + ", expected a finite number");
        }
        return reward;
    }

    @Override
    public void close() {
        enter("close");
        try {
            game.close();
        } catch (Throwable thrown) {
            throw threw(thrown);
        } finally {
            leave();
        }
    }

    private ObservationSpec askObservationSpec() {
        enter("observationSpec");
        try {
            return game.observationSpec();
        } catch (Throwable thrown) {
            throw threw(thrown);
        } finally {
            leave();
        }
    }

    private ActionSpec askActionSpec() {
        enter("actionSpec");
        try {
            return game.actionSpec();
        } catch (Throwable thrown) {
            throw threw(thrown);
        } finally {
            leave();
        }
    }

    private int askEvents() {
        int number;
        enter("events");
        try {
            number = game.events();
        } catch (Throwable thrown) {
            throw threw(thrown);
        } finally {
            leave();
        }
        if (number < 0 || number > 1024) {
            throw wrong("events is " + number + ", expected 0 to 1024");
        }
        return number;
    }

    private void checkAction(Action action) {
        if (!action.spec().equals(actions)) {
            throw wrong("the action is one of " + action.spec() + ", expected one of " + actions);
        }
        if (seen && !mask.allows(action)) {
            throw wrong("the action has " + action + ", expected choices that the observation's mask allows");
        }
    }

    private void checkNumbers(Observation observation) {
        float[] entries = observation.entries();
        for (int i = 0; i < entries.length; i++) {
            if (!Float.isFinite(entries[i])) {
                throw notFinite("entry '" + observations.entries().get(i) + "'", entries[i]);
            }
        }
        for (int image = 0; image < observations.images().size(); image++) {
            float[] pixels = observation.image(image);
            for (int i = 0; i < pixels.length; i++) {
                if (!Float.isFinite(pixels[i])) {
                    ImageSpec spec = observations.images().get(image);
                    throw notFinite(
                            "image '" + spec.name() + "' row " + i / spec.width() + " column " + i % spec.width(),
                            pixels[i]);
                }
            }
        }
        float[] features = observation.features().values();
        int count = observation.features().count();
        if (count > 0 && observations.features() == 0) {
            throw wrong("the observation has features, expected none as in its spec");
        }
        for (int i = 0; i < count; i++) {
            if (!Float.isFinite(features[i])) {
                throw notFinite("feature " + observation.features().index(i), features[i]);
            }
        }
    }

    private void enter(String next) {
        if (abandoned) {
            throw givenUp();
        }
        call = next;
        caller = Thread.currentThread();
        calls.lazySet(calls.get() + 1);
    }

    private void leave() {
        calls.lazySet(calls.get() + 1);
        if (abandoned) {
            throw givenUp();
        }
    }

    private IllegalStateException givenUp() {
        return new IllegalStateException("environment '" + name + "' was abandoned");
    }

    private RuntimeException threw(Throwable thrown) {
        if (thrown instanceof EnvironmentException same) {
            return same;
        }
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            fatalCall = call;
            fatal = error;
            throw error;
        }
        return report(call, thrown);
    }

    private EnvironmentException report(String from, Throwable thrown) {
        return new EnvironmentException(
                "environment '" + name + "' " + step() + ": " + from + " threw " + description(thrown), thrown);
    }

    private static String description(Throwable thrown) {
        String message = thrown.getMessage();
        StackTraceElement[] trace = thrown.getStackTrace();
        return thrown.getClass().getName()
                + (message == null || message.isBlank()
                        ? ""
                        : " (" + message.lines().findFirst().orElse("") + ")")
                + (trace.length == 0 ? "" : " at " + place(own(trace)));
    }

    /** The innermost call of the game's own: what Java or this library refuse was asked for there. */
    private static StackTraceElement own(StackTraceElement[] trace) {
        for (StackTraceElement each : trace) {
            if (!each.getClassName().startsWith("java.")
                    && !each.getClassName().startsWith("jdk.")
                    && !each.getClassName().startsWith("io.github.gdxagents.agent.")) {
                return each;
            }
        }
        return trace[0];
    }

    /** Without the class loader's name. */
    private static String place(StackTraceElement call) {
        return call.getClassName() + "." + call.getMethodName() + "(" + call.getFileName() + ":" + call.getLineNumber()
                + ")";
    }

    private EnvironmentException notFinite(String what, float value) {
        return wrong("observation " + what + " is " + text(value) + ", expected a finite number");
    }

    private EnvironmentException wrong(String what) {
        return new EnvironmentException("environment '" + name + "' " + step() + ": " + what);
    }

    private <T> T present(T value, String what) {
        if (value == null) {
            throw wrong(what + " is null");
        }
        return value;
    }

    private String step() {
        return String.format(Locale.ROOT, "step %,d (episode %,d)", steps, episodes);
    }

    private static String text(float value) {
        return Float.isNaN(value) ? "NaN" : value > 0 ? "infinite" : "minus infinity";
    }
}
