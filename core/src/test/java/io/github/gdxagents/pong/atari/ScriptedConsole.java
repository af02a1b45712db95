package io.github.gdxagents.pong.atari;

import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.FramePreprocessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A console that notes what it is told and gives points in frames of the test's choice. Its screen shows a single pixel, which
 * moves with the frame number.
 */
final class ScriptedConsole implements AtariConsole {

    final List<ConsoleAction> executed = new ArrayList<>();
    final Map<Integer, Integer> pointsAtFrame = new HashMap<>();
    int lastFrame = Integer.MAX_VALUE;
    int resets;
    boolean notes = true;
    boolean memory;
    boolean closed;

    private final Frame frame = new Frame();
    private int frames;

    @Override
    public void reset() {
        resets++;
        frames = 0;
        executed.clear();
    }

    @Override
    public int act(ConsoleAction action) {
        if (gameOver()) {
            throw new AssertionError("the game is over");
        }
        frames++;
        if (notes) {
            executed.add(action);
            return pointsAtFrame.getOrDefault(frames, 0);
        }
        return 0;
    }

    @Override
    public boolean gameOver() {
        return frames >= lastFrame;
    }

    @Override
    public void screen(Frame into) {
        Arrays.fill(into.pixels(), (byte) 34);
        into.pixels()[FramePreprocessor.FIRST_ROW * Frame.COLUMNS + 2 * (frames % 80)] = 56;
    }

    @Override
    public void picture(BinaryImage into) {
        screen(frame);
        FramePreprocessor.read(frame, into);
    }

    @Override
    public boolean hasMemory() {
        return memory;
    }

    /** The frame number in byte 7. */
    @Override
    public void memory(byte[] into) {
        into[7] = (byte) frames;
    }

    @Override
    public void close() {
        closed = true;
    }
}
