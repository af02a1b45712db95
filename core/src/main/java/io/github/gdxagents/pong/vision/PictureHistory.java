package io.github.gdxagents.pong.vision;

import java.util.Arrays;

/**
 * What observations are made of: the pictures of the last decisions, the last action, and the console's memory where an
 * observation asks for it. Mutable; one thread at a time; nothing is allocated after construction.
 */
final class PictureHistory {

    /** The last action at the start of an episode: there is none. */
    static final int NO_ACTION = -1;

    /** A ring: the present picture stands at {@link #newest}, each older one after the next younger. */
    private final BinaryImage[] pictures;

    private final byte[] memory = new byte[PictureObservation.MEMORY_BYTES];
    /** The action that led to each picture. */
    private final int[] actions;

    private int newest;

    /** A history of so many dark pictures, 1 or more. */
    PictureHistory(int length) {
        pictures = new BinaryImage[length];
        for (int i = 0; i < length; i++) {
            pictures[i] = new BinaryImage();
        }
        actions = new int[length];
        Arrays.fill(actions, NO_ACTION);
    }

    /** Begins an episode: as if the first picture, which is copied, had been there for ever. */
    void start(BinaryImage first) {
        for (BinaryImage picture : pictures) {
            picture.copyFrom(first);
        }
        Arrays.fill(actions, NO_ACTION);
    }

    /** Goes on by one decision: what was chosen, and the picture that it led to, which is copied. */
    void next(int action, BinaryImage now) {
        newest = (newest == 0 ? pictures.length : newest) - 1;
        pictures[newest].copyFrom(now);
        actions[newest] = action;
    }

    /** The picture of so many decisions ago; 0 is the present one. Valid until the next call of {@link #next}. */
    BinaryImage at(int age) {
        return pictures[position(age)];
    }

    private int position(int age) {
        int position = newest + age;
        return position < pictures.length ? position : position - pictures.length;
    }

    /** The action that led to the picture of so many decisions ago, or {@link #NO_ACTION}. */
    int action(int age) {
        return actions[position(age)];
    }

    /** The console's bytes of now, not a copy: whoever knows them writes here. */
    byte[] memory() {
        return memory;
    }

    /** Puts a picture itself, not a copy, in the place of the present one, which it gives back. */
    BinaryImage replaceNewest(BinaryImage instead) {
        BinaryImage present = pictures[newest];
        pictures[newest] = instead;
        return present;
    }
}
