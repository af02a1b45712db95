package io.github.gdxagents.agent.policy;

/** A file is not a policy that can be used: names the file, what was found and what was expected, in one sentence. */
public final class PolicyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * An exception.
     *
     * @param message one sentence for the user
     */
    public PolicyException(String message) {
        super(message);
    }

    /**
     * An exception with what caused it.
     *
     * @param message one sentence for the user
     * @param cause what went wrong below
     */
    public PolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
