package io.github.gdxagents.agent.learn;

/** Training cannot go on: a sentence that names the update and what was found. */
public final class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * An exception.
     *
     * @param message one sentence for the user
     */
    public TrainingException(String message) {
        super(message);
    }
}
