package io.github.gdxagents.headless.verify;

import com.sun.management.ThreadMXBean;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.AtariCourt;
import io.github.gdxagents.pong.atari.AtariPainter;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.atari.CourtMotion;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Measures how fast the built-in court is, beside the emulator: frames per second of CPU time of one thread, random actions and
 * their choice included. The pieces take turns, so that a machine whose speed drifts is fair to all.
 */
public final class CourtSpeed {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Rounds that count; one more before them lets the JVM compile what it will run. */
    private static final int ROUNDS = 5;

    private CourtSpeed() {}

    /**
     * What was measured: medians of the rounds, and the fewest bytes of any.
     *
     * @param rules frames per second of CPU time of the rules alone
     * @param changes the same with the changed pixels of the small picture, every frame
     * @param paint the same with the whole screen painted, every frame
     * @param emulator the same of the emulator, its screen not looked at; 0 if there is none
     * @param rulesBytes bytes allocated a frame by the rules alone
     * @param changesBytes the same with the changed pixels
     * @param paintBytes the same with the whole screen
     */
    public record Result(
            double rules,
            double changes,
            double paint,
            double emulator,
            double rulesBytes,
            double changesBytes,
            double paintBytes) {

        /**
         * For people.
         *
         * @return one line for each piece
         */
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add(line("rules", rules, rulesBytes));
            lines.add(line("+ changes", changes, changesBytes));
            lines.add(line("+ painting", paint, paintBytes));
            if (emulator > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "emulator     %,.0f frames per CPU second: the rules are %,.0f times as fast, with the changes %,.0f"
                                + " times",
                        emulator,
                        rules / emulator,
                        changes / emulator));
            }
            return lines;
        }

        private static String line(String piece, double speed, double bytes) {
            return String.format(
                    Locale.ROOT,
                    "%-12s %,.0f frames per CPU second, %.2f bytes allocated a frame",
                    piece,
                    speed,
                    bytes);
        }

        /**
         * For other programs.
         *
         * @return names and values
         */
        public Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("rulesFramesPerCpuSecond", rules);
            map.put("changesFramesPerCpuSecond", changes);
            map.put("paintFramesPerCpuSecond", paint);
            if (emulator > 0) {
                map.put("emulatorFramesPerCpuSecond", emulator);
            }
            map.put("rulesBytesPerFrame", rulesBytes);
            map.put("changesBytesPerFrame", changesBytes);
            map.put("paintBytesPerFrame", paintBytes);
            return map;
        }
    }

    /** Plays so many frames. */
    private interface Piece {
        void play(int frames);
    }

    /** Speeds and allocations of one piece, round by round. */
    private static final class Measured {

        private final Piece piece;
        private final int frames;
        private final double[] speeds = new double[ROUNDS];
        private double bytes = Double.MAX_VALUE;

        /** How many frames a look at the clock is worth. */
        Measured(Piece piece, int frames) {
            this.piece = piece;
            this.frames = frames;
        }

        void round(int round, double seconds) {
            long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
            long start = THREADS.getCurrentThreadCpuTime();
            long played = 0;
            long nanos = 0;
            while (nanos < seconds * 1e9) {
                piece.play(frames);
                played += frames;
                nanos = THREADS.getCurrentThreadCpuTime() - start;
            }
            if (round >= 0) {
                speeds[round] = played / (nanos / 1e9);
                bytes = Math.min(bytes, (double) (THREADS.getCurrentThreadAllocatedBytes() - bytesBefore) / played);
            }
        }

        double speed() {
            double[] sorted = speeds.clone();
            Arrays.sort(sorted);
            return sorted[ROUNDS / 2];
        }
    }

    /**
     * Measures.
     *
     * @param emulators makes what the court is measured beside, if there is one
     * @param seconds of CPU time, about, for all
     * @return what was measured
     */
    public static Result measure(Optional<Supplier<AtariConsole>> emulators, double seconds) {
        Measured rules = new Measured(rules(), 200_000);
        Measured changes = new Measured(changes(), 50_000);
        Measured paint = new Measured(paint(), 10_000);
        List<Measured> all = new ArrayList<>(List.of(rules, changes, paint));
        double emulatorSpeed = 0;
        if (emulators.isPresent()) {
            try (AtariConsole emulator = emulators.get().get()) {
                Measured beside = new Measured(emulator(emulator), 100);
                all.add(beside);
                takeTurns(all, seconds);
                emulatorSpeed = beside.speed();
            }
        } else {
            takeTurns(all, seconds);
        }
        return new Result(
                rules.speed(), changes.speed(), paint.speed(), emulatorSpeed, rules.bytes, changes.bytes, paint.bytes);
    }

    private static void takeTurns(List<Measured> pieces, double seconds) {
        for (int round = -1; round < ROUNDS; round++) {
            for (Measured piece : pieces) {
                piece.round(round, seconds / pieces.size() / (ROUNDS + 1));
            }
        }
    }

    private static RandomStream random() {
        return Seeds.stream(1, Seeds.Purpose.BENCHMARK, 0, 0);
    }

    private static void play(AtariCourt court, RandomStream random) {
        court.step(ActionSet.SIX.get(random.below(6)));
        if (court.gameOver()) {
            court.reset();
        }
    }

    private static Piece rules() {
        AtariCourt court = new AtariCourt();
        RandomStream random = random();
        return frames -> {
            for (int i = 0; i < frames; i++) {
                play(court, random);
            }
        };
    }

    private static Piece changes() {
        AtariCourt court = new AtariCourt();
        CourtMotion motion = new CourtMotion();
        SparseVector changed = new SparseVector(BinaryImage.PIXELS);
        RandomStream random = random();
        motion.start(court);
        return frames -> {
            for (int i = 0; i < frames; i++) {
                play(court, random);
                motion.next(court, changed);
            }
        };
    }

    private static Piece paint() {
        AtariCourt court = new AtariCourt();
        AtariPainter painter = new AtariPainter();
        Frame frame = new Frame();
        RandomStream random = random();
        return frames -> {
            for (int i = 0; i < frames; i++) {
                play(court, random);
                painter.paint(court, frame);
            }
        };
    }

    private static Piece emulator(AtariConsole emulator) {
        RandomStream random = random();
        ConsoleAction[] actions = ConsoleAction.values();
        return frames -> {
            for (int i = 0; i < frames; i++) {
                emulator.act(actions[random.below(actions.length)]);
                if (emulator.gameOver()) {
                    emulator.reset();
                }
            }
        };
    }
}
