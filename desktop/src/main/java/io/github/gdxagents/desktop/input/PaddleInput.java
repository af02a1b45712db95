package io.github.gdxagents.desktop.input;

import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Side;

/** One way in which a person can move a paddle. */
public interface PaddleInput {

    /**
     * Whether the person uses this way now.
     *
     * @param side whose paddle
     * @return whether {@link #speed} says what is wanted
     */
    boolean active(Side side);

    /**
     * How fast the paddle shall go.
     *
     * @param side whose paddle
     * @param court as it is
     * @return −1 (up) to 1 (down)
     */
    double speed(Side side, CourtView court);

    /**
     * Whether the button for fast shots is held.
     *
     * @param side whose
     * @return whether it is
     */
    boolean fire(Side side);

    /** The person uses a more important way: what was wanted in this one counts no more. */
    default void release() {
        // Most ways are held, and end by themselves.
    }
}
