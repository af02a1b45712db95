package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;
import java.util.List;

/**
 * What an agent sees of a game, as an {@link PictureObservationSpec} chooses it: told of every decision and its picture, it gives the
 * numbers for the network. One thread at a time; nothing is allocated after construction.
 */
public final class PictureObservation {

    /** Bytes of a console's memory. */
    public static final int MEMORY_BYTES = 128;

    private final ObservationPart[] parts;
    private final PictureHistory history;
    private final int size;

    /** Made by {@link PictureObservationSpec#observation}. */
    PictureObservation(List<ObservationPart> parts) {
        this.parts = parts.toArray(ObservationPart[]::new);
        this.history = new PictureHistory(
                parts.stream().mapToInt(ObservationPart::pictures).max().orElseThrow());
        this.size = parts.stream().mapToInt(ObservationPart::size).sum();
    }

    /**
     * How many numbers there are.
     *
     * @return 1 or more, always the same
     */
    public int size() {
        return size;
    }

    /**
     * Begins an episode, in which the first picture counts as all the pictures before it, too.
     *
     * @param first the first picture; copied
     */
    public void start(BinaryImage first) {
        history.start(first);
    }

    /**
     * Goes on by one decision.
     *
     * @param action what was chosen
     * @param now the picture that it led to; copied
     */
    public void next(int action, BinaryImage now) {
        history.next(action, now);
    }

    /**
     * The console's bytes, for observations that {@linkplain PictureObservationSpec#readsMemory() read them}: whoever calls
     * {@link #start} and {@link #next} then writes them here as well.
     *
     * @return {@value #MEMORY_BYTES} long, this observation's own, not a copy
     */
    public byte[] memory() {
        return history.memory();
    }

    /**
     * The present observation.
     *
     * @param into {@link #size()} long, overwritten
     */
    public void observe(SparseVector into) {
        into.clear();
        int offset = 0;
        for (ObservationPart part : parts) {
            part.write(history, into, offset);
            offset += part.size();
        }
    }

    /**
     * What the present observation would be with another picture in place of the present one. Changes nothing.
     *
     * @param instead the other picture
     * @param into {@link #size()} long, overwritten
     */
    public void observeInstead(BinaryImage instead, SparseVector into) {
        BinaryImage present = history.replaceNewest(instead);
        observe(into);
        history.replaceNewest(present);
    }
}
