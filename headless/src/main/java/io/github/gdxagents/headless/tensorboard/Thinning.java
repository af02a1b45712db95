package io.github.gdxagents.headless.tensorboard;

/**
 * Which updates are told of. A run may make sixty updates a second for days, and TensorBoard draws a thousand points of a curve: the
 * first ones are all told, and from then on every second, fourth … where their number has doubled. That depends on the number of the
 * update alone, so that a run which was killed and resumed tells of the same ones.
 */
final class Thinning {

    /** So many of the first updates are all told. */
    static final long ALL = 10_000;

    private Thinning() {}

    /** Whether an update, counted from 1, is told of. */
    static boolean isTold(long update) {
        long beyond = (update - 1) / ALL;
        // 1 up to ALL, 2 up to twice as many, 4 up to four times …
        long every = beyond == 0 ? 1 : Long.highestOneBit(beyond) << 1;
        return update % every == 0;
    }
}
