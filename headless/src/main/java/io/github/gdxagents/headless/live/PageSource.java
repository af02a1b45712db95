package io.github.gdxagents.headless.live;

/** Makes a text that {@link LiveServer} shows. It is asked on the server's threads, by one at a time. */
@FunctionalInterface
public interface PageSource {

    /**
     * Makes the text as it is now.
     *
     * @return the whole text
     * @throws RuntimeException if it cannot be made at the moment; who asked is told that, and not why
     */
    String text();
}
