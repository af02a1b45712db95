package io.github.gdxagents.headless.run;

/** What the user gave cannot be used: one sentence; the launcher prints it and ends with exit code 2. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * An exception.
     *
     * @param message one sentence for the user
     */
    public InputException(String message) {
        super(message);
    }

    /**
     * An exception with what caused it.
     *
     * @param message one sentence for the user
     * @param cause what went wrong below
     */
    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
