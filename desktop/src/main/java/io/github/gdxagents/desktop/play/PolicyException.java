package io.github.gdxagents.desktop.play;

/** A policy cannot be used; the message is one sentence that names the file, what was found and what was expected. */
public final class PolicyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * An exception.
     *
     * @param message the sentence
     */
    public PolicyException(String message) {
        super(message);
    }

    /**
     * An exception.
     *
     * @param message the sentence
     * @param cause what went wrong
     */
    public PolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
