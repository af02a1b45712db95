package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;

/** The console's 128 bytes, each from 0 to 1. */
final class MemoryBytes implements ObservationPart {

    @Override
    public int size() {
        return PictureObservation.MEMORY_BYTES;
    }

    @Override
    public void write(PictureHistory history, SparseVector into, int offset) {
        byte[] memory = history.memory();
        for (int i = 0; i < memory.length; i++) {
            into.add(offset + i, (memory[i] & 0xFF) / 255f);
        }
    }
}
