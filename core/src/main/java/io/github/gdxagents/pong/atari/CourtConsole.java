package io.github.gdxagents.pong.atari;

import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;

/**
 * The built-in court as a console, so that {@link AtariEnvironment} plays on it as on the emulator: the same actions give the
 * same frames. Needs neither a ROM nor native code. One thread at a time; nothing is allocated after construction.
 */
public final class CourtConsole implements AtariConsole {

    private final AtariCourt court;
    private final AtariPainter painter = new AtariPainter();

    /** A console with a court of its own, at frame 0. */
    public CourtConsole() {
        this(new AtariCourt());
    }

    /**
     * A console that plays on a given court.
     *
     * @param court played on as it is; its left paddle is the built-in opponent's
     */
    public CourtConsole(AtariCourt court) {
        if (court.isForTwo()) {
            throw new IllegalArgumentException("court must have the built-in opponent on the left, but was " + court);
        }
        this.court = court;
    }

    @Override
    public void reset() {
        court.reset();
    }

    @Override
    public int act(ConsoleAction action) {
        return court.step(action);
    }

    @Override
    public boolean gameOver() {
        return court.gameOver();
    }

    @Override
    public void screen(Frame into) {
        painter.paint(court, into);
    }

    @Override
    public void picture(BinaryImage into) {
        painter.picture(court, into);
    }

    /** Does nothing: there is nothing to switch off. */
    @Override
    public void close() {
        // Only memory, which Java takes back.
    }
}
