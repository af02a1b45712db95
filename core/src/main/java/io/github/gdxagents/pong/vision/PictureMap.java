package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;

/**
 * A way to write one picture as numbers. {@link MappedPictures} makes a part of an observation of it. May keep scratch; nothing
 * is allocated after construction.
 */
interface PictureMap {

    /** How many numbers it gives. */
    int size();

    /**
     * Adds the picture's non-zeros, in ascending order.
     *
     * @param picture left as it is
     * @param into where all entries below {@code offset} may stand already
     * @param offset index of the first number
     */
    void write(BinaryImage picture, SparseVector into, int offset);
}
