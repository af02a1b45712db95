package io.github.gdxagents.headless;

import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.AtariCourt;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.atari.CourtConsole;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.FramePreprocessor;

/** A console that behaves like the built-in court, except for one thing from some frame of each game on. */
public final class FaultyConsole implements AtariConsole {

    /** What is wrong. */
    public enum Fault {
        /** One pixel. */
        SCREEN("1 pixels of the screen, the first at row 100, column 80: expected 14, found 34"),
        /** A point too many. */
        REWARD("reward: expected 1, found 0"),
        /** An early end. */
        GAME_OVER("game over: expected true, found false");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /** How a comparison puts it. */
        public String words() {
            return words;
        }
    }

    private final AtariCourt court = new AtariCourt();
    private final CourtConsole console = new CourtConsole(court);
    private final Fault fault;
    private final int fromFrame;

    /** A console with a fault from a frame on. */
    public FaultyConsole(Fault fault, int fromFrame) {
        this.fault = fault;
        this.fromFrame = fromFrame;
    }

    private boolean has(Fault one) {
        return fault == one && court.frames() >= fromFrame;
    }

    @Override
    public void reset() {
        console.reset();
    }

    @Override
    public int act(ConsoleAction action) {
        int reward = console.act(action);
        return has(Fault.REWARD) ? 1 : reward;
    }

    @Override
    public boolean gameOver() {
        return console.gameOver() || has(Fault.GAME_OVER);
    }

    @Override
    public void screen(Frame into) {
        console.screen(into);
        if (has(Fault.SCREEN)) {
            into.pixels()[100 * Frame.COLUMNS + 80] = 14;
        }
    }

    @Override
    public void picture(BinaryImage into) {
        Frame frame = new Frame();
        screen(frame);
        FramePreprocessor.read(frame, into);
    }

    @Override
    public void close() {
        console.close();
    }
}
