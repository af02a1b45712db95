package io.github.gdxagents.pong.player;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import java.util.function.Function;

/**
 * Any court as a console, with a player on the left as the opponent: so agents train on it as on Atari. Each reset begins a game
 * with a new opponent, who may differ from the last one. One thread at a time; acting allocates nothing.
 */
public final class OpponentConsole implements AtariConsole {

    private static final int POINTS = 21;

    private final Court court;
    private final Function<RandomStream, Player> opponents;
    private Player opponent;

    /**
     * A console.
     *
     * @param court what is played on; closed with the console
     * @param opponents makes the left player of a game, all its chance from the stream that it gets
     */
    public OpponentConsole(Court court, Function<RandomStream, Player> opponents) {
        this.court = court;
        this.opponents = opponents;
        this.opponent = opponents.apply(new RandomStream(0));
        reset();
    }

    /**
     * A console on which trackers play: of ten games six against one of middle strength, two against an easy and two against a hard
     * one, in a random order.
     *
     * @param court what is played on; closed with the console
     * @return a new console
     */
    public static OpponentConsole againstTrackers(Court court) {
        return new OpponentConsole(court, OpponentConsole::tracker);
    }

    private static Player tracker(RandomStream random) {
        int draw = random.below(10);
        TrackerStrength strength =
                draw < 2 ? TrackerStrength.EASY : draw < 8 ? TrackerStrength.MIDDLE : TrackerStrength.HARD;
        return new BallTracker(Side.LEFT, strength, random);
    }

    /** {@inheritDoc} Here: the same game after each such call. */
    @Override
    public void reset() {
        reset(new RandomStream(0));
    }

    /** {@inheritDoc} Here two draws: the court's and the opponent's chance. */
    @Override
    public void reset(RandomStream random) {
        court.reset(new RandomStream(random.nextLong()));
        opponent = opponents.apply(new RandomStream(random.nextLong()));
        opponent.start(court);
    }

    @Override
    public int act(ConsoleAction action) {
        court.step(opponent.move(court), Move.of(Move.FULL * action.direction(), action.fire()));
        return court.pointFor(Side.RIGHT) ? 1 : court.pointFor(Side.LEFT) ? -1 : 0;
    }

    @Override
    public boolean gameOver() {
        return court.over() || court.score(Side.LEFT) >= POINTS || court.score(Side.RIGHT) >= POINTS;
    }

    @Override
    public void screen(Frame into) {
        court.screen(into);
    }

    @Override
    public void picture(BinaryImage into) {
        court.picture(into);
    }

    @Override
    public void close() {
        court.close();
    }
}
