package io.github.gdxagents.agent.learn;

import org.jspecify.annotations.Nullable;

/** A game does not do what {@link Environment} asks for: a sentence that names the game, the step and what was found. */
public final class EnvironmentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * An exception.
     *
     * @param message one sentence for the user
     */
    public EnvironmentException(String message) {
        super(message);
    }

    /**
     * An exception with what caused it.
     *
     * @param message one sentence for the user
     * @param cause what the game threw, or null
     */
    public EnvironmentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
