package io.github.gdxagents.headless.ale;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** The words for what went wrong with a file; Java's own are often the bare path. */
final class Reason {

    private Reason() {}

    /**
     * Says it.
     *
     * @param e what was thrown
     * @return a few words, for use behind a colon
     */
    static String of(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (e instanceof FileSystemException other && other.getReason() == null) {
            return other.getClass().getSimpleName() + " at " + other.getFile();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
