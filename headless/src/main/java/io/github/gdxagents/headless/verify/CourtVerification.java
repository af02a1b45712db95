package io.github.gdxagents.headless.verify;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.PolicyAgent;
import io.github.gdxagents.agent.learn.Workers;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.AtariEnvironment;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.AtariProtocol;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Plays the emulator and the built-in court side by side in many kinds of play, and compares every frame: all pixels, the small
 * picture and its changes, reward, score and end. The budget is divided into lots, each with chance of its own, so the result
 * does not depend on the number of threads.
 */
public final class CourtVerification {

    /** Frames after which a game is given up: well into title mode. */
    static final int LONGEST_EPISODE = 70_000;

    /** Frames of a lot; a game goes no further than its lot. */
    private static final int LOT = LONGEST_EPISODE;

    private static final double STICKY = 0.25;
    private static final int MIN_SKIP = 2;
    private static final int MAX_SKIP = 4;

    private final Supplier<AtariConsole> emulators;
    private final PolicyNetwork policy;
    private final PictureObservationSpec observation;
    private final int threads;

    /**
     * A comparison.
     *
     * @param emulators makes what the court is compared with
     * @param policy plays one of the kinds; with 2, 3 or 6 actions
     * @param observation what the policy sees
     * @param threads how many threads work
     */
    public CourtVerification(
            Supplier<AtariConsole> emulators, PolicyNetwork policy, PictureObservationSpec observation, int threads) {
        this.emulators = emulators;
        this.policy = policy;
        this.observation = observation;
        this.threads = threads;
    }

    /**
     * What was found in one kind of play, or in all.
     *
     * @param kind its name
     * @param frames compared
     * @param episodes games begun
     * @param points frames in which a point fell
     * @param differences frames in which anything differed
     */
    public record Count(String kind, long frames, long episodes, long points, long differences) {

        private Count plus(long moreFrames, long moreEpisodes, long morePoints, long moreDifferences) {
            return new Count(
                    kind,
                    frames + moreFrames,
                    episodes + moreEpisodes,
                    points + morePoints,
                    differences + moreDifferences);
        }
    }

    /**
     * What was found.
     *
     * @param kinds for each kind of play
     * @param firstDifference kind, lot, episode, frame and what differs, in words; of the first lot that has any
     */
    public record Result(List<Count> kinds, Optional<String> firstDifference) {

        /**
         * The sum.
         *
         * @return of all kinds
         */
        public Count total() {
            Count sum = new Count("all", 0, 0, 0, 0);
            for (Count kind : kinds) {
                sum = sum.plus(kind.frames, kind.episodes, kind.points, kind.differences);
            }
            return sum;
        }
    }

    private record Lot(PlayKind kind, int number, long frames) {}

    private record LotResult(
            Lot lot, long frames, int episodes, long points, long differences, String firstDifference) {}

    /**
     * Compares.
     *
     * @param frames how many frames in all, 1 or more; a policy may play a few more than its share
     * @param seed which games
     * @param progress told the number of frames compared so far, from several threads
     * @param stop asked again and again, from several threads; true: return soon
     * @return what was found
     */
    public Result run(long frames, long seed, LongConsumer progress, BooleanSupplier stop) {
        if (frames < 1) {
            throw new IllegalArgumentException("frames must be 1 or more, but was " + frames);
        }
        List<Lot> lots = lots(frames);
        LotResult[] results = new LotResult[lots.size()];
        List<SideBySide> consoles = new ArrayList<>();
        AtomicLong done = new AtomicLong();
        try (Workers workers = new Workers(threads)) {
            for (int i = 0; i < Math.min(threads, lots.size()); i++) {
                consoles.add(new SideBySide(emulators.get()));
            }
            workers.run(lots.size(), (worker, index) -> {
                LotPlay play = new LotPlay(consoles.get(worker), lots.get(index), seed, done, progress, stop);
                results[index] = play.run();
            });
        } finally {
            consoles.forEach(SideBySide::close);
        }
        return summary(results);
    }

    private static List<Lot> lots(long frames) {
        List<Lot> lots = new ArrayList<>();
        for (PlayKind kind : PlayKind.values()) {
            long left = kind.share(frames);
            for (int number = 0; left > 0; number++) {
                lots.add(new Lot(kind, number, Math.min(LOT, left)));
                left -= LOT;
            }
        }
        return lots;
    }

    private static Result summary(LotResult[] results) {
        Map<PlayKind, Count> counts = new EnumMap<>(PlayKind.class);
        Optional<String> first = Optional.empty();
        for (LotResult result : results) {
            PlayKind kind = result.lot.kind;
            Count count = counts.getOrDefault(kind, new Count(kind.label(), 0, 0, 0, 0));
            counts.put(kind, count.plus(result.frames, result.episodes, result.points, result.differences));
            if (first.isEmpty() && !result.firstDifference.isEmpty()) {
                first = Optional.of(kind.label() + ", lot " + result.lot.number + ", " + result.firstDifference);
            }
        }
        return new Result(List.copyOf(counts.values()), first);
    }

    /** One lot, played by one thread. */
    private final class LotPlay {

        private static final int REPORT_FRAMES = 1000;

        private final SideBySide console;
        private final Lot lot;
        private final RandomStream random;
        private final AtomicLong done;
        private final LongConsumer progress;
        private final BooleanSupplier stop;
        private long reported;

        LotPlay(SideBySide console, Lot lot, long seed, AtomicLong done, LongConsumer progress, BooleanSupplier stop) {
            this.console = console;
            this.lot = lot;
            this.random = Seeds.stream(seed, Seeds.Purpose.VERIFICATION, lot.kind.number(), lot.number);
            this.done = done;
            this.progress = progress;
            this.stop = stop;
        }

        LotResult run() {
            console.startCounting();
            if (lot.kind == PlayKind.POLICY) {
                playPolicy();
            } else {
                playFrames();
            }
            report();
            String first = console.firstDifference();
            return new LotResult(
                    lot,
                    console.frames(),
                    console.episodes(),
                    console.points(),
                    console.differences(),
                    first == null ? "" : first);
        }

        private boolean goesOn() {
            if (console.frames() - reported >= REPORT_FRAMES) {
                report();
            }
            return console.frames() < lot.frames && !stop.getAsBoolean();
        }

        private void report() {
            progress.accept(done.addAndGet(console.frames() - reported));
            reported = console.frames();
        }

        /** In four games in turn: every frame a decision; sticky; with skipped frames; both. */
        private void playFrames() {
            FramePlayer player = lot.kind.player(random);
            for (int episode = lot.number; goesOn(); episode++) {
                console.reset();
                player.start();
                boolean sticky = lot.kind.varies() && (episode & 1) != 0;
                boolean skips = lot.kind.varies() && (episode & 2) != 0;
                ConsoleAction last = ConsoleAction.NOOP;
                while (goesOn() && !console.gameOver()) {
                    ConsoleAction chosen = player.next(console.court());
                    int skip = skips ? MIN_SKIP + random.below(MAX_SKIP - MIN_SKIP + 1) : 1;
                    for (int i = 0; i < skip && console.frames() < lot.frames && !console.gameOver(); i++) {
                        if (!sticky || random.uniform() >= STICKY) {
                            last = chosen;
                        }
                        console.act(last);
                    }
                }
            }
        }

        /** The same four ways in turn, with a random start, as an agent meets the game in training. */
        private void playPolicy() {
            ActionSet actions = ActionSet.ofSize(policy.spec().actions().choices());
            ObservationSpec sees = ObservationSpec.features(observation.size(actions.size()));
            PolicyAgent agent = new PolicyAgent(policy, sees, ActionChoice.SAMPLE, random);
            Observation seen = new Observation(sees, policy.spec().actions());
            Action action = new Action(policy.spec().actions());
            for (int episode = lot.number; goesOn(); episode++) {
                boolean skips = (episode & 2) != 0;
                AtariEnvironment environment = new AtariEnvironment(
                        console,
                        new AtariGame(
                                new AtariProtocol(
                                        skips ? MIN_SKIP : 1,
                                        skips ? MAX_SKIP : 1,
                                        (episode & 1) != 0 ? STICKY : 0,
                                        30,
                                        actions),
                                observation));
                environment.reset(random);
                boolean ended = false;
                while (goesOn() && !ended) {
                    environment.observe(seen);
                    agent.act(seen, action);
                    ended = environment.step(action).ended();
                }
            }
        }
    }
}
