package io.github.gdxagents.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files so that at no moment there is half a file under a name. Stateless. */
public final class AtomicFiles {

    private AtomicFiles() {}

    /** What is to be in a file. */
    public interface Content {

        /**
         * Writes all of it.
         *
         * @param output where to; stays open
         * @throws IOException if the disk does not take it
         */
        void writeTo(OutputStream output) throws IOException;
    }

    /**
     * Writes a file: to a temporary one beside it, forced to disk, then renamed. A symbolic link under either name is replaced, not
     * followed.
     *
     * @param bytes what to write
     * @param file where to; replaced if it is there
     * @throws UncheckedIOException if the disk does not take it; the file is as it was before
     */
    public static void write(byte[] bytes, Path file) {
        write(output -> output.write(bytes), file);
    }

    /**
     * Writes a file in the same way, without all of it in memory.
     *
     * @param content what to write; may read the old file meanwhile
     * @param file where to; replaced if it is there
     * @throws UncheckedIOException if the disk does not take it, or the content cannot be had; the file is as it was before
     */
    public static void write(Content content, Path file) {
        Path temporary = temporary(file);
        try {
            // What stands there already may be anything, also a link or a pipe of a stranger's: never written to.
            Files.deleteIfExists(temporary);
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream output = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.writeTo(output);
                output.flush();
                channel.force(true);
            }
            rename(temporary, file);
        } catch (IOException e) {
            deleteQuietly(temporary);
            throw new UncheckedIOException("could not write " + file + ": " + reason(e), e);
        }
    }

    /**
     * Writes at the place where a file's end is, all of it or nothing: where the disk takes only a part, the file is cut back, so that
     * another try may follow.
     *
     * @param channel at its end
     * @param bytes what to write
     * @throws IOException if the disk does not take it
     */
    public static void append(FileChannel channel, ByteBuffer bytes) throws IOException {
        long before = channel.size();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            try {
                channel.truncate(before);
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    /**
     * Where a file is written before it gets its name.
     *
     * @param file the name that it shall have
     * @return another name in the same folder
     */
    public static Path temporary(Path file) {
        return file.resolveSibling(file.getFileName() + ".tmp");
    }

    /**
     * Gives a finished file its name, and makes sure that the disk knows it.
     *
     * @param temporary a whole file
     * @param file its name from now on, in the same folder; replaced if it is there
     * @throws IOException if the disk does not take it; both are as they were before
     */
    public static void rename(Path temporary, Path file) throws IOException {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(file.toAbsolutePath().resolveSibling(""));
    }

    /**
     * Deletes a file if that can be done.
     *
     * @param file need not exist
     */
    public static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A file too many does no harm, and there may be a worse error to report.
            return;
        }
    }

    /** The messages of Java's own file errors are often nothing but the path. */
    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException failed && failed.getReason() == null) {
            return e.getClass().getSimpleName() + " (" + failed.getFile() + ")";
        }
        return String.valueOf(e.getMessage());
    }

    /** A rename is only on disk when its folder is; not every system lets a folder be opened for that. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows: folders cannot be opened, and its file system orders renames itself.
            return;
        }
    }
}
