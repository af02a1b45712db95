package io.github.gdxagents.headless.ale;

import org.jspecify.annotations.Nullable;

/**
 * The emulator or its ROM cannot be used. The message is one sentence for the person at the keyboard: what was looked
 * at, what was found and what was expected; the launcher prints it and ends with exit code 2.
 */
public class AleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Makes an exception without another one behind it.
     *
     * @param message one sentence, without a full stop
     */
    public AleException(String message) {
        super(message);
    }

    /**
     * Makes an exception.
     *
     * @param message one sentence, without a full stop
     * @param cause what went wrong beneath, or null
     */
    public AleException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
