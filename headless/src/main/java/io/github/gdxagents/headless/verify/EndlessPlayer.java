package io.github.gdxagents.headless.verify;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.atari.AtariCourt;
import io.github.gdxagents.pong.atari.ConsoleAction;
import java.util.List;

/**
 * Plays until the console gives up: first to a score chosen for this game, then one rally without end, and in title mode, where
 * the paddle still moves, at random.
 */
final class EndlessPlayer implements FramePlayer {

    private static final int MOST_LOST = 17;
    private static final int MOST_WON = 8;

    private final RandomStream random;
    private final FramePlayer loser;
    private final FramePlayer winner;
    private final FramePlayer rallier;
    private int toLose;
    private int toWin;

    EndlessPlayer(RandomStream random) {
        this.random = random;
        this.loser = new RandomPlayer(random, List.of(ConsoleAction.values()));
        this.winner = new TrackingPlayer(random, TrackingPlayer.Fire.AT_HITS, true);
        this.rallier = new TrackingPlayer(random, TrackingPlayer.Fire.NEVER, false);
    }

    @Override
    public void start() {
        toLose = random.below(MOST_LOST + 1);
        toWin = random.below(MOST_WON + 1);
        loser.start();
        winner.start();
        rallier.start();
    }

    @Override
    public ConsoleAction next(AtariCourt court) {
        if (court.showsTitle() || court.leftScore() < toLose) {
            return loser.next(court);
        }
        return court.rightScore() < toWin ? winner.next(court) : rallier.next(court);
    }
}
