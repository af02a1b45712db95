package io.github.gdxagents.headless.run;

import com.sun.management.ThreadMXBean;
import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.PolicyAgent;
import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.learn.Trainer;
import io.github.gdxagents.agent.learn.Trajectory;
import io.github.gdxagents.agent.learn.Workers;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.AtariEnvironment;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.CourtConsole;
import io.github.gdxagents.pong.atari.DelegatingConsole;
import io.github.gdxagents.pong.vision.BallArrival;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.PictureObservation;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Measures the speed of training on this machine beside that of the bare game. */
public final class Benchmark {

    private static final int ROUNDS = 5;
    /** How often the cost of learning is measured; the first ones are the JVM's to compile. */
    private static final int LEARNING_PIECES = 5;

    private static final int DECISIONS = 4000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Supplier<AtariConsole> consoles;
    private final AtariGame atari;
    private final LearnerConfig learner;
    private final int envs;
    private final int threads;

    /**
     * A measurement.
     *
     * @param consoles makes the consoles
     * @param atari how the game is played, and what the agent sees of it
     * @param learner the hyper-parameters
     * @param envs copies of the game
     * @param threads threads
     */
    public Benchmark(Supplier<AtariConsole> consoles, AtariGame atari, LearnerConfig learner, int envs, int threads) {
        this.consoles = consoles;
        this.atari = atari;
        this.learner = learner;
        this.envs = envs;
        this.threads = threads;
    }

    /**
     * What was measured.
     *
     * @param envs copies of the game
     * @param threads threads
     * @param rounds how many times bare game and training took turns
     * @param rawDecisionsPerSecond of the bare game with random actions, nothing looked at; median of the rounds
     * @param trainingDecisionsPerSecond of training; median of the rounds
     * @param ratio training over bare game; median of the rounds' ratios
     * @param gameMicros CPU microseconds of the bare game a decision
     * @param actingMicros CPU microseconds a decision for reading the screen, preprocessing, network and choice
     * @param learningMicros CPU microseconds a decision for returns, gradient and optimiser
     * @param actingBytes bytes allocated a decision while acting
     * @param trainingBytes bytes allocated a decision by all threads while training
     */
    public record Result(
            int envs,
            int threads,
            int rounds,
            double rawDecisionsPerSecond,
            double trainingDecisionsPerSecond,
            double ratio,
            double gameMicros,
            double actingMicros,
            double learningMicros,
            double actingBytes,
            double trainingBytes) {

        /**
         * For other programs.
         *
         * @param env the game's name
         * @param protocolLine how it was played
         * @return names and values
         */
        public Map<String, Object> toMap(String env, String protocolLine) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("env", env);
            map.put("protocol", protocolLine);
            map.put("envs", envs);
            map.put("threads", threads);
            map.put("rounds", rounds);
            map.put("rawDecisionsPerSecond", rawDecisionsPerSecond);
            map.put("trainingDecisionsPerSecond", trainingDecisionsPerSecond);
            map.put("ratio", ratio);
            map.put("gameMicrosPerDecision", gameMicros);
            map.put("actingMicrosPerDecision", actingMicros);
            map.put("learningMicrosPerDecision", learningMicros);
            map.put("actingBytesPerDecision", actingBytes);
            map.put("trainingBytesPerDecision", trainingBytes);
            return map;
        }
    }

    /**
     * Measures.
     *
     * @param seconds about how long
     * @param progress told what is going on
     * @return what was measured
     */
    public Result run(double seconds, Consumer<String> progress) {
        progress.accept("one decision, piece by piece");
        Single single = measureSingle();
        double[] raw = new double[ROUNDS];
        double[] training = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        double trainingBytes = 0;
        long trained = 0;
        double slice = seconds / (2 * ROUNDS + 2);
        EnvironmentFactory seeing = () -> new AtariEnvironment(consoles.get(), atari);
        EnvironmentFactory blind = () -> new AtariEnvironment(new UnseenConsole(consoles.get()), atari);
        List<Environment> games = blind.create(envs);
        try (Workers workers = new Workers(threads);
                Trainer trainer = new Trainer(learner, 1, seeing, envs, threads)) {
            // The round before the first one lets the JVM compile what it will run.
            for (int round = -1; round < ROUNDS; round++) {
                progress.accept("round " + (round + 2) + " of " + (ROUNDS + 1));
                double rawSpeed = rawSpeed(games, workers, slice, round + 1);
                long bytesBefore = allocatedByAll();
                long decisionsBefore = trainer.decisions();
                double trainingSpeed = trainingSpeed(trainer, slice);
                if (round >= 0) {
                    raw[round] = rawSpeed;
                    training[round] = trainingSpeed;
                    ratios[round] = trainingSpeed / rawSpeed;
                    trainingBytes += allocatedByAll() - bytesBefore;
                    trained += trainer.decisions() - decisionsBefore;
                }
            }
        } finally {
            games.forEach(Environment::close);
        }
        return new Result(
                envs,
                threads,
                ROUNDS,
                median(raw),
                median(training),
                median(ratios),
                single.gameMicros,
                single.actingMicros,
                single.learningMicros,
                single.actingBytes,
                trainingBytes / trained);
    }

    /** Decisions per second of the bare game on all threads, with random actions. */
    private double rawSpeed(List<Environment> games, Workers workers, double seconds, int round) {
        long start = System.nanoTime();
        AtomicLongArray decisions = new AtomicLongArray(games.size());
        int lanes = Math.min(games.size(), workers.threads());
        workers.run(lanes, (worker, lane) -> {
            RandomStream random = Seeds.stream(round, Seeds.Purpose.BENCHMARK, 0, lane);
            Environment game = games.get(lane);
            Action action = new Action(game.actionSpec());
            game.reset(random);
            while ((System.nanoTime() - start) / 1e9 < seconds) {
                for (int i = 0; i < 64; i++) {
                    action.choose(random.below(game.actionSpec().choices()));
                    if (game.step(action).ended()) {
                        game.reset(random);
                    }
                }
                decisions.addAndGet(lane, 64);
            }
        });
        long sum = 0;
        for (int lane = 0; lane < lanes; lane++) {
            sum += decisions.get(lane);
        }
        return sum / ((System.nanoTime() - start) / 1e9);
    }

    /** Decisions per second of whole updates. */
    private static double trainingSpeed(Trainer trainer, double seconds) {
        long start = System.nanoTime();
        long before = trainer.decisions();
        while ((System.nanoTime() - start) / 1e9 < seconds) {
            trainer.update(Long.MAX_VALUE, () -> false);
        }
        return (trainer.decisions() - before) / ((System.nanoTime() - start) / 1e9);
    }

    private record Single(double gameMicros, double actingMicros, double learningMicros, double actingBytes) {}

    /** The pieces of a decision, one thread, CPU time; each piece twice, the second time counts. */
    private Single measureSingle() {
        int actions = atari.protocol().actions().size();
        PictureObservation seen = atari.observation().observation(actions);
        PolicyNetwork network =
                learner.network().fresh(learner.spec(seen.size(), actions, BallArrival.KINDS), new RandomStream(1));
        ObservationSpec sees = ObservationSpec.features(seen.size());
        PolicyAgent agent = new PolicyAgent(network, sees, ActionChoice.SAMPLE, new RandomStream(2));
        Observation observation = new Observation(sees, network.spec().actions());
        Action action = new Action(network.spec().actions());
        List<BinaryImage> pictures = new ArrayList<>();
        Trajectory trajectory = new Trajectory();
        double readMicros = 0;
        double gameMicros = 0;
        try (AtariConsole console = consoles.get();
                Environment game = new AtariEnvironment(console, atari);
                Environment blind = new AtariEnvironment(new UnseenConsole(consoles.get()), atari)) {
            record(game, agent, observation, console, pictures, trajectory);
            for (int pass = 0; pass < 2; pass++) {
                BinaryImage picture = new BinaryImage();
                readMicros = microsEach(DECISIONS, i -> console.picture(picture));
                RandomStream random = new RandomStream(4);
                blind.reset(random);
                gameMicros = microsEach(DECISIONS, i -> {
                    action.choose(random.below(actions));
                    if (blind.step(action).ended()) {
                        blind.reset(random);
                    }
                });
            }
        }
        double choiceMicros = 0;
        double bytes = Double.POSITIVE_INFINITY;
        Piece choose = i -> {
            seen.next(trajectory.action(i), pictures.get(i));
            seen.observe(observation.features());
            agent.act(observation, action);
        };
        for (int pass = 0; pass < 4; pass++) {
            seen.start(pictures.get(0));
            long before = allocatedHere();
            choiceMicros = microsEach(DECISIONS, choose);
            // While the JVM still compiles, it allocates on its own account: the best pass counts.
            bytes = Math.min(bytes, (double) (allocatedHere() - before) / DECISIONS);
        }
        return new Single(gameMicros, readMicros + choiceMicros, learningMicros(), bytes);
    }

    /** What is done with a decision after it was played: the best of several pieces of training, on one thread. */
    private double learningMicros() {
        double best = Double.POSITIVE_INFINITY;
        try (Trainer trainer =
                new Trainer(learner, 1, () -> new AtariEnvironment(new CourtConsole(), onCourt()), 1, 1)) {
            for (int piece = 0; piece < LEARNING_PIECES; piece++) {
                long before = trainer.decisions();
                long nanos = 0;
                while (trainer.decisions() - before < DECISIONS) {
                    trainer.play(Long.MAX_VALUE, () -> false);
                    long start = THREADS.getCurrentThreadCpuTime();
                    trainer.learn();
                    nanos += THREADS.getCurrentThreadCpuTime() - start;
                }
                best = Math.min(best, nanos / 1e3 / (trainer.decisions() - before));
            }
        }
        return best;
    }

    /** The game with an observation that the built-in court has, too: where decisions come from is nothing to learning. */
    private AtariGame onCourt() {
        return atari.observation().readsMemory() ? atari.withObservation(PictureObservationSpec.difference()) : atari;
    }

    /** Plays, keeping what was seen and what was done: enough for a batch. */
    private static void record(
            Environment game,
            PolicyAgent agent,
            Observation observation,
            AtariConsole console,
            List<BinaryImage> pictures,
            Trajectory trajectory) {
        RandomStream random = new RandomStream(3);
        Action action = new Action(game.actionSpec());
        game.reset(random);
        for (int i = 0; i < DECISIONS; i++) {
            BinaryImage picture = new BinaryImage();
            console.picture(picture);
            pictures.add(picture);
            game.observe(observation);
            agent.act(observation, action);
            Outcome outcome = game.step(action);
            trajectory.add(observation.features(), action.choice(), game.reward(), outcome != Outcome.RUNNING);
            if (outcome.ended()) {
                game.reset(random);
            }
        }
    }

    /** A piece of work by its number. */
    private interface Piece {
        void run(int number);
    }

    private static double microsEach(int times, Piece piece) {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            piece.run(i);
        }
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e3 / times;
    }

    private static long allocatedHere() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    private static long allocatedByAll() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A console whose screen nobody reads: what the game alone costs. */
    private static final class UnseenConsole extends DelegatingConsole {

        UnseenConsole(AtariConsole console) {
            super(console);
        }

        @Override
        public void picture(BinaryImage into) {
            into.clear();
        }

        @Override
        public void memory(byte[] into) {
            // Nobody reads it either.
        }
    }
}
