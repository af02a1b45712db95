package io.github.gdxagents.files;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.ObjLongConsumer;

/**
 * Reads files that may come from anyone. Only regular files are opened (a pipe would keep its reader waiting for ever, a device has no
 * end), and exactly as many bytes are taken as the file has, which is at most what the caller allows. Stateless.
 */
public final class FilesOfOthers {

    private FilesOfOthers() {}

    /**
     * Reads a whole file.
     *
     * @param file where it is; a symbolic link is followed
     * @param kind what is expected there, for example {@code checkpoint}; for errors
     * @param most bytes that it may have, at most {@code Integer.MAX_VALUE - 8}
     * @return all of its bytes; nothing else is kept in memory
     * @throws IOException if that did not succeed; its message is a sentence that names the file
     */
    public static byte[] read(Path file, String kind, long most) throws IOException {
        return read(file, kind, most, 0, (start, size) -> {});
    }

    /**
     * Reads a whole file whose beginning tells whether the rest is worth reading.
     *
     * @param file where it is; a symbolic link is followed
     * @param kind what is expected there, for example {@code checkpoint}; for errors
     * @param most bytes that it may have, at most {@code Integer.MAX_VALUE - 8}
     * @param header how many bytes the beginning has
     * @param check given the beginning (less of it where the file is shorter) and the file's size; refuses by throwing, before memory
     *     is taken for the rest
     * @return all of its bytes; nothing else is kept in memory
     * @throws IOException if that did not succeed; its message is a sentence that names the file
     */
    public static byte[] read(Path file, String kind, long most, int header, ObjLongConsumer<byte[]> check)
            throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new UnreadableFile(file + " is not a file, expected a " + kind);
            }
            long size = attributes.size();
            if (size > most) {
                throw new UnreadableFile(
                        file + " is too large for a " + kind + ": found " + size + " bytes, expected at most " + most);
            }
            try (DataInputStream input = new DataInputStream(Files.newInputStream(file))) {
                byte[] start = new byte[(int) Math.min(header, size)];
                input.readFully(start);
                check.accept(start, size);
                byte[] bytes = new byte[(int) size];
                System.arraycopy(start, 0, bytes, 0, start.length);
                input.readFully(bytes, start.length, bytes.length - start.length);
                if (input.read() >= 0) {
                    throw new UnreadableFile(file + " has grown while it was read, expected " + size + " bytes");
                }
                return bytes;
            }
        } catch (UnreadableFile e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new UnreadableFile(file + " does not exist, expected a " + kind, e);
        } catch (AccessDeniedException e) {
            throw new UnreadableFile(file + " cannot be read: permission denied", e);
        } catch (EOFException e) {
            throw new UnreadableFile(file + " was cut while it was read", e);
        } catch (IOException e) {
            throw new UnreadableFile(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Its message is a whole sentence. */
    private static final class UnreadableFile extends IOException {

        private static final long serialVersionUID = 1;

        UnreadableFile(String message) {
            super(message);
        }

        UnreadableFile(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
