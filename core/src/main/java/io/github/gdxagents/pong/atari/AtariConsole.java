package io.github.gdxagents.pong.atari;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.PictureObservation;

/**
 * A console with Pong in it: one action in, one frame (1/60 s) on. The emulator is one; {@link AtariEnvironment} plays on any.
 *
 * <p>The same actions after a reset with the same stream give the same frames. Skipped frames, sticky actions and random starts are the
 * environment's. One thread at a time.
 */
public interface AtariConsole extends AutoCloseable {

    /** Switches the console off and on again: frame 0, score 0:0. */
    void reset();

    /**
     * As {@link #reset()}, for a new episode; consoles with chance in them take it from here. The emulator and the built-in court have
     * none and draw nothing.
     *
     * @param random the episode's stream; a console draws from it here, before all others, and no longer
     */
    default void reset(RandomStream random) {
        reset();
    }

    /**
     * Plays one frame. After the end of a game nothing happens until the next reset.
     *
     * @param action what the right player does in this frame
     * @return the points won in this frame: 1, 0 or −1
     */
    int act(ConsoleAction action);

    /**
     * Whether one side has 21 points.
     *
     * @return whether the game has ended
     */
    boolean gameOver();

    /**
     * The present screen.
     *
     * @param into overwritten
     */
    void screen(Frame into);

    /**
     * The present screen as the agents see it, equal to {@link #screen} put through
     * {@link io.github.gdxagents.pong.vision.FramePreprocessor}.
     *
     * @param into overwritten
     */
    void picture(BinaryImage into);

    /**
     * Whether the console's memory can be read. A real one's can; the built-in court has none.
     *
     * @return whether {@link #memory} works
     */
    default boolean hasMemory() {
        return false;
    }

    /**
     * The console's memory now.
     *
     * @param into {@value PictureObservation#MEMORY_BYTES} long, overwritten
     * @throws UnsupportedOperationException if it cannot be read
     */
    default void memory(byte[] into) {
        throw new UnsupportedOperationException("this console has no memory that can be read");
    }

    @Override
    void close();
}
