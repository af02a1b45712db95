package io.github.gdxagents.pong.player;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.AtariMatchCourt;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.atari.CourtConsole;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import java.util.List;

/**
 * Several consoles in one: each reset draws the one on which the next game is played. So an agent meets more than one kind of
 * opponent. One thread at a time; acting allocates nothing.
 */
public final class MixedConsole implements AtariConsole {

    private final List<AtariConsole> consoles;
    private AtariConsole played;

    /**
     * A console.
     *
     * @param consoles one or more, each equally likely; closed with this one
     */
    public MixedConsole(List<AtariConsole> consoles) {
        if (consoles.isEmpty()) {
            throw new IllegalArgumentException("a mixed console must have consoles, but there was none");
        }
        this.consoles = List.copyOf(consoles);
        this.played = consoles.get(0);
    }

    /**
     * Atari's court, against Atari's own player in half of the games and against trackers of mixed strength in the others.
     *
     * @return a new console
     */
    public static MixedConsole onAtarisCourt() {
        return new MixedConsole(List.of(new CourtConsole(), OpponentConsole.againstTrackers(AtariMatchCourt.forTwo())));
    }

    /** {@inheritDoc} Here: on the first console. */
    @Override
    public void reset() {
        played = consoles.get(0);
        played.reset();
    }

    /** {@inheritDoc} Here one draw, and those of the console that was drawn. */
    @Override
    public void reset(RandomStream random) {
        played = consoles.get(random.below(consoles.size()));
        played.reset(random);
    }

    @Override
    public int act(ConsoleAction action) {
        return played.act(action);
    }

    @Override
    public boolean gameOver() {
        return played.gameOver();
    }

    @Override
    public void screen(Frame into) {
        played.screen(into);
    }

    @Override
    public void picture(BinaryImage into) {
        played.picture(into);
    }

    @Override
    public void close() {
        consoles.forEach(AtariConsole::close);
    }
}
