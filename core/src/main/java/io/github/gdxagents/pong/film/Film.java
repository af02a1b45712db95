package io.github.gdxagents.pong.film;

/**
 * Pictures, one after the other, on their way into a file or a folder. {@link #finish} makes the film complete; a film that is
 * closed without it leaves no broken file behind. One thread at a time.
 */
public interface Film extends AutoCloseable {

    /**
     * Adds a picture.
     *
     * @param picture as large and with the same colours as the first one; may be changed afterwards
     * @throws IllegalArgumentException if it is unlike the first one
     * @throws java.io.UncheckedIOException if the disk does not take it
     */
    void add(Picture picture);

    /**
     * How many pictures there are.
     *
     * @return 0 or more
     */
    int pictures();

    /**
     * Makes the film complete.
     *
     * @throws IllegalStateException if it has no picture
     * @throws java.io.UncheckedIOException if the disk does not take it
     */
    void finish();

    /** Gives back what the film holds. */
    @Override
    void close();
}
