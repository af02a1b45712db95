package io.github.gdxagents.headless.ale;

import org.jspecify.annotations.Nullable;

/** Fetching the ROM failed: the user's wish was fine, the work did not succeed, so the exit code is 1 instead of 2. */
public final class RomFetchException extends AleException {

    private static final long serialVersionUID = 1;

    /**
     * Makes an exception.
     *
     * @param message one sentence, without a full stop
     * @param cause what went wrong beneath, or null
     */
    public RomFetchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
