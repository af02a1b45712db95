package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.Seeds;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays numbered episodes on several copies of an environment. Each episode's chance comes from its number alone, so its course
 * depends neither on the copy nor on the thread that plays it.
 *
 * <p>The copies take turns, a piece of an episode at a time. With more copies than threads no thread idles while there is more
 * than one long episode left.
 */
final class EpisodeRunner implements AutoCloseable {

    /** Decisions that a copy plays before it is another one's turn: some milliseconds on an emulator. */
    private static final int TURN = 64;

    /** Which episodes to play, and where their results go. Called from several threads, never twice for one episode. */
    interface Episodes {

        /** Where to record an episode, or null. */
        @Nullable
        Trajectory recording(int episode);

        /** An episode is over. */
        void finished(int episode, double score, long decisions);
    }

    private final Workers workers;
    private final List<EpisodePlayer> players;

    /** A runner over copies of a game, which it closes when it is closed. */
    EpisodeRunner(List<Environment> copies, Workers workers, PolicyNetwork network, ActionChoice choice) {
        this.workers = workers;
        this.players = copies.stream()
                .map(copy -> new EpisodePlayer(copy, network, choice))
                .toList();
    }

    /**
     * Plays the listed episodes, or until told to stop; episodes not finished then leave no trace. The list's order is the order
     * in which episodes begin.
     */
    void play(
            List<Integer> numbers,
            long seed,
            Seeds.Purpose chance,
            Seeds.Purpose actions,
            long update,
            Episodes episodes,
            BooleanSupplier stop) {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean failed = new AtomicBoolean();
        Queue<Seat> waiting = new ArrayBlockingQueue<>(players.size());
        players.forEach(player -> waiting.add(new Seat(player)));
        workers.run(Math.min(workers.threads(), players.size()), (worker, index) -> {
            try {
                // A seat that another worker holds comes back to that worker: with none waiting there is nothing to do
                // here.
                for (Seat seat = waiting.poll(); seat != null; seat = waiting.poll()) {
                    if (stop.getAsBoolean() || failed.get()) {
                        return;
                    }
                    if (seat.episode < 0) {
                        int position = next.getAndIncrement();
                        if (position >= numbers.size()) {
                            continue;
                        }
                        seat.episode = numbers.get(position);
                        seat.player.start(
                                Seeds.stream(seed, chance, update, seat.episode),
                                Seeds.stream(seed, actions, update, seat.episode),
                                episodes.recording(seat.episode));
                    }
                    if (seat.player.advance(TURN)) {
                        episodes.finished(seat.episode, seat.player.score(), seat.player.decisions());
                        seat.episode = -1;
                    }
                    waiting.add(seat);
                }
            } catch (Throwable failure) {
                failed.set(true);
                throw failure;
            }
        });
    }

    @Override
    public void close() {
        players.forEach(EpisodePlayer::close);
    }

    /** A player and the number of its episode, −1 between episodes. */
    private static final class Seat {
        private final EpisodePlayer player;
        private int episode = -1;

        private Seat(EpisodePlayer player) {
            this.player = player;
        }
    }
}
