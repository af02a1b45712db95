package io.github.gdxagents.pong.replay;

/** A replay that cannot be used: names the file, what was found and what was expected, in one sentence. */
public final class ReplayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * An exception.
     *
     * @param message one sentence for the user
     */
    public ReplayException(String message) {
        super(message);
    }

    /**
     * An exception with what caused it.
     *
     * @param message one sentence for the user
     * @param cause what went wrong below
     */
    public ReplayException(String message, Throwable cause) {
        super(message, cause);
    }
}
