package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures what learning costs a running game: a loop of 60 frames a second, one decision a frame, with a learner that hardly ever
 * rests (400 passes, two networks of 128 and 128 units) and without one. {@link #main} prints a line for each run.
 */
final class FrameDelay {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final long FRAME_NANOS = 1_000_000_000 / 60;

    /**
     * What was measured, in microseconds.
     *
     * @param medianCalls median over the frames of the time spent in the agent's calls
     * @param longestCalls the longest
     * @param longestWork the longest time that the agent's calls kept the processor busy: what is left without the times in which the system
     *     gave it to others
     * @param slowFrames frames in which the agent's calls took more than a millisecond
     * @param medianLate median over the frames of the time from when a frame was due to when it was done
     * @param longestLate the longest
     * @param updates of the learner
     */
    record Result(
            double medianCalls,
            double longestCalls,
            double longestWork,
            int slowFrames,
            double medianLate,
            double longestLate,
            long updates) {}

    private FrameDelay() {}

    /** Runs, with a learner and without in turn; arguments: frames (1,200) and runs (3). */
    public static void main(String[] arguments) {
        int frames = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1200;
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        for (int run = 1; run <= runs; run++) {
            for (boolean learns : new boolean[] {false, true}) {
                Result result = measure(frames, learns, run);
                System.out.printf(
                        Locale.ROOT,
                        "run %d, %s: agent's calls in a frame %.1f us (median), %.1f us (longest), %.1f us (longest of the processor),"
                                + " %d over 1 ms; frame done %.0f us (median), %.0f us (longest) after it was due; %d updates%n",
                        run,
                        learns ? "learner on " : "learner off",
                        result.medianCalls(),
                        result.longestCalls(),
                        result.longestWork(),
                        result.slowFrames(),
                        result.medianLate(),
                        result.longestLate(),
                        result.updates());
            }
        }
    }

    /** Plays so many frames. */
    static Result measure(int frames, boolean learns, long seed) {
        LearnerConfig config = LearnerSettings.with(
                LearnerConfig.defaults(), Map.of("games", "1", "rollout", "64", "passes", "400", "hidden", "128,128"));
        PullEnvironment pull = new PullEnvironment();
        try (LearningAgent agent = LearningAgent.builder(pull.observationSpec(), pull.actionSpec())
                .learner(config)
                .seed(seed)
                .background(learns)
                .build()) {
            Loop loop = new Loop(agent, pull, seed);
            // The JVM compiles what is called often: a second of play as fast as it goes comes first.
            for (int frame = 0; frame < 20_000; frame++) {
                loop.frame();
            }
            double[] calls = new double[frames];
            double[] late = new double[frames];
            double work = 0;
            int slow = 0;
            long before = agent.updates();
            long due = System.nanoTime();
            for (int frame = 0; frame < frames; frame++) {
                due += FRAME_NANOS;
                waitUntil(due);
                calls[frame] = loop.frame() / 1e3;
                work = Math.max(work, loop.work / 1e3);
                slow += calls[frame] > 1000 ? 1 : 0;
                late[frame] = (System.nanoTime() - due) / 1e3;
            }
            Arrays.sort(calls);
            Arrays.sort(late);
            return new Result(
                    calls[frames / 2],
                    calls[frames - 1],
                    work,
                    slow,
                    late[frames / 2],
                    late[frames - 1],
                    agent.updates() - before);
        }
    }

    private static void waitUntil(long due) {
        while (due - System.nanoTime() > 200_000) {
            LockSupport.parkNanos(due - System.nanoTime() - 100_000);
        }
        while (System.nanoTime() < due) {
            Thread.onSpinWait();
        }
    }

    /** A game's loop, and the time that the agent takes of it. */
    private static final class Loop {

        private final LearningAgent agent;
        private final Environment game;
        private final RandomStream random;
        private Outcome outcome = Outcome.TERMINATED;
        /** Nanoseconds of the processor in the last frame's calls. */
        private long work;

        Loop(LearningAgent agent, Environment game, long seed) {
            this.agent = agent;
            this.game = game;
            this.random = new RandomStream(seed);
        }

        /** One frame; returns the nanoseconds spent in the agent's calls. */
        long frame() {
            if (outcome.ended()) {
                game.reset(random);
            }
            game.observe(agent.observation());
            long workBegin = THREADS.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            Action action = agent.act();
            long nanos = System.nanoTime() - begin;
            work = THREADS.getCurrentThreadCpuTime() - workBegin;
            outcome = game.step(action);
            if (outcome.ended()) {
                game.observe(agent.observation());
            }
            workBegin = THREADS.getCurrentThreadCpuTime();
            begin = System.nanoTime();
            agent.reward(game.reward());
            if (outcome.ended()) {
                agent.endEpisode(outcome);
            }
            agent.takeWeights();
            nanos += System.nanoTime() - begin;
            work += THREADS.getCurrentThreadCpuTime() - workBegin;
            return nanos;
        }
    }
}
