package io.github.gdxagents.pong.atari;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;

/** A console that is another one, except for what a subclass makes different. */
public abstract class DelegatingConsole implements AtariConsole {

    private final AtariConsole console;

    /**
     * A console in front of another one.
     *
     * @param console played on; closed together with this one
     */
    protected DelegatingConsole(AtariConsole console) {
        this.console = console;
    }

    @Override
    public void reset() {
        console.reset();
    }

    @Override
    public void reset(RandomStream random) {
        console.reset(random);
    }

    @Override
    public int act(ConsoleAction action) {
        return console.act(action);
    }

    @Override
    public boolean gameOver() {
        return console.gameOver();
    }

    @Override
    public void screen(Frame into) {
        console.screen(into);
    }

    @Override
    public void picture(BinaryImage into) {
        console.picture(into);
    }

    @Override
    public boolean hasMemory() {
        return console.hasMemory();
    }

    @Override
    public void memory(byte[] into) {
        console.memory(into);
    }

    @Override
    public void close() {
        console.close();
    }
}
