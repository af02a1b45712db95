package io.github.gdxagents.agent.checkpoint;

/** A file is not a checkpoint that can be used: names the file, what was found and what was expected, in one sentence. */
public final class CheckpointException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * An exception.
     *
     * @param message one sentence for the user
     */
    public CheckpointException(String message) {
        super(message);
    }

    /**
     * An exception with what caused it.
     *
     * @param message one sentence for the user
     * @param cause what went wrong below
     */
    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
