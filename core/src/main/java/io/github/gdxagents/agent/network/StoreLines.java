package io.github.gdxagents.agent.network;

import org.ojalgo.matrix.store.R032Store;

/**
 * Lines of weights as ojAlgo vectors. A class of its own, so that a network which only acts, and whose lines are plain arrays, never
 * reaches ojAlgo. Stateless.
 */
final class StoreLines {

    private StoreLines() {}

    /** The numbers of a new vector, all zero. */
    static float[] line(int length) {
        return R032Store.FACTORY.make(length, 1).data;
    }
}
