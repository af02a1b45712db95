package io.github.gdxagents.desktop.play;

import io.github.gdxagents.agent.learn.LearningAgent;
import io.github.gdxagents.lander.LanderStatus;
import io.github.gdxagents.lander.LanderTask;
import io.github.gdxagents.lander.LanderView;
import io.github.gdxagents.pong.MatchClock;
import java.util.ArrayList;
import java.util.List;

/**
 * An agent that learns to land while one looks on. One lander is shown, at the speed of a person's; some others, which nobody sees, fly
 * many times as fast, in the same thread. All of them are flown by the same agent, which learns from all of them in a thread of its
 * own. Nothing was learned beforehand.
 *
 * <p>Turns the time of pictures into whole ticks; needs no window. One thread at a time; nothing is allocated within a flight (each has a
 * new world). Holds native memory and the learner's thread until {@link #close}.
 */
public final class LiveLearning implements AutoCloseable {

    /** Landers that nobody sees. */
    public static final int HIDDEN = 8;

    /** Their ticks for each of the shown lander's; the first is the one to begin with. */
    private static final int[] SPEEDS = {16, 32, 0, 4};

    /** Scores that the curve is a mean of. */
    private static final int WINDOW = 50;

    /** How long the end of the shown flight can be looked at. */
    private static final int LAST_LOOK_TICKS = 60;

    private final LanderTask task;
    private final LearningAgent agent;
    private final LearningFlight shown;
    private final List<LearningFlight> hidden = new ArrayList<>();
    private final LanderSnapshot before = new LanderSnapshot();
    private final MatchClock clock = new MatchClock();
    private final LearningCurve curve = new LearningCurve();
    private final double[] scores = new double[WINDOW];
    private final boolean[] landings = new boolean[WINDOW];
    private long flights;
    private long ticks;
    private long ticksOver;
    private int speed;
    private boolean paused;

    /**
     * An agent that knows nothing.
     *
     * @param task how the lander is flown
     * @param seed of flights and agent
     */
    public LiveLearning(LanderTask task, long seed) {
        this.task = task;
        this.agent = LearningAgent.builder(task.observationSpec(), task.actionSpec())
                .learner(task.learner())
                .seed(seed)
                .background(true)
                .build();
        this.shown = new LearningFlight(task, seed, 0, agent, this::ended);
        for (int number = 1; number <= HIDDEN; number++) {
            hidden.add(new LearningFlight(task, seed, number, agent.another(), this::ended));
        }
        before.copyFrom(shown.view());
    }

    private void ended(double score, LanderStatus status) {
        int place = (int) (flights++ % WINDOW);
        scores[place] = score;
        landings[place] = status == LanderStatus.LANDED;
    }

    /**
     * Goes on by the time that a picture took.
     *
     * @param seconds since the last call
     */
    public void advance(double seconds) {
        if (paused) {
            return;
        }
        for (int left = clock.advance(seconds, 1); left > 0; left--) {
            tick();
        }
    }

    private void tick() {
        before.copyFrom(shown.view());
        shown.tick();
        if (shown.over() && ++ticksOver > LAST_LOOK_TICKS) {
            shown.again();
            before.copyFrom(shown.view());
            ticksOver = 0;
        }
        for (int round = 0; round < SPEEDS[speed]; round++) {
            for (LearningFlight flight : hidden) {
                // Faster than the learner takes up would be flown for nothing.
                if (flight.isBehind()) {
                    continue;
                }
                if (flight.over()) {
                    flight.again();
                }
                flight.tick();
            }
        }
        if (++ticks % LanderView.TICKS_PER_SECOND == 0) {
            curve.add((float) meanScore());
        }
    }

    /**
     * How the lander is flown.
     *
     * @return the task
     */
    public LanderTask task() {
        return task;
    }

    /**
     * The shown flight.
     *
     * @return always the same view
     */
    public LanderView view() {
        return shown.view();
    }

    /**
     * As it was a tick ago.
     *
     * @return the snapshot, overwritten by ticks
     */
    public LanderSnapshot before() {
        return before;
    }

    /**
     * How far the next tick has come.
     *
     * @return 0 (inclusive) to 1 (exclusive)
     */
    public double fraction() {
        return clock.fraction();
    }

    /**
     * What the shown flight was worth so far.
     *
     * @return points
     */
    public double score() {
        return shown.score();
    }

    /**
     * Mean score of the last {@value #WINDOW} flights of all landers.
     *
     * @return points; NaN before the first flight has ended
     */
    public double meanScore() {
        int count = (int) Math.min(flights, WINDOW);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += scores[i];
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /**
     * Which part of those flights ended with a landing.
     *
     * @return 0 to 1; 0 before the first flight has ended
     */
    public double landed() {
        int count = (int) Math.min(flights, WINDOW);
        int landed = 0;
        for (int i = 0; i < count; i++) {
            landed += landings[i] ? 1 : 0;
        }
        return count == 0 ? 0 : (double) landed / count;
    }

    /**
     * How many flights have ended.
     *
     * @return 0 or more
     */
    public long flights() {
        return flights;
    }

    /**
     * How long it has been learning.
     *
     * @return seconds of the shown lander's time
     */
    public double seconds() {
        return (double) ticks / LanderView.TICKS_PER_SECOND;
    }

    /**
     * Mean scores, one a second.
     *
     * @return the curve, live
     */
    public LearningCurve curve() {
        return curve;
    }

    /**
     * Who learns.
     *
     * @return the agent that flies the shown lander
     */
    public LearningAgent agent() {
        return agent;
    }

    /** Whether all hidden landers wait for the learner. */
    boolean waits() {
        return hidden.stream().allMatch(LearningFlight::isBehind);
    }

    /**
     * How fast the hidden landers fly.
     *
     * @return their ticks for each of the shown lander's; 0: they stand still
     */
    public int speed() {
        return SPEEDS[speed];
    }

    /** Takes the next speed. */
    public void nextSpeed() {
        speed = (speed + 1) % SPEEDS.length;
    }

    /**
     * Stands still, or goes on.
     *
     * @param still whether time stands still
     */
    public void setPaused(boolean still) {
        paused = still;
    }

    /**
     * Whether the learner has ended by itself, by an error or numbers that were no longer finite; the agent plays on as it is.
     *
     * @return whether it has
     */
    public boolean stopped() {
        return agent.failure().isPresent();
    }

    /**
     * Whether time stands still.
     *
     * @return whether it does
     */
    public boolean paused() {
        return paused;
    }

    @Override
    public void close() {
        hidden.forEach(LearningFlight::close);
        shown.close();
    }
}
