package io.github.gdxagents.agent.checkpoint;

/** A value inside a payload that cannot be; becomes a {@link CheckpointException} with the file's name. */
final class MalformedCheckpoint extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedCheckpoint(String message) {
        super(message);
    }

    MalformedCheckpoint(String message, Throwable cause) {
        super(message, cause);
    }
}
