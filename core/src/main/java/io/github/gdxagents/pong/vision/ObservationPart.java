package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;

/**
 * A stretch of an observation. A part may keep scratch of its own, so each {@link PictureObservation} has parts of its own; nothing is
 * allocated after construction.
 */
interface ObservationPart {

    /** How many entries it has. */
    int size();

    /** How many of the last pictures it looks at. */
    default int pictures() {
        return 1;
    }

    /**
     * Adds its non-zeros, in ascending order.
     *
     * @param history what was seen
     * @param into where all entries below {@code offset} may stand already
     * @param offset index of the part's first entry
     */
    void write(PictureHistory history, SparseVector into, int offset);
}
