package io.github.gdxagents.headless.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads no more of a text than is asked for, however long it is. Stateless. */
public final class BoundedText {

    private BoundedText() {}

    /**
     * Reads the beginning and the end of a file; all of it, if it is short enough. What is not UTF-8 is read as U+FFFD.
     *
     * @param file need not exist, and may be written meanwhile
     * @param head bytes of the beginning, 0 or more
     * @param tail bytes of the end, 0 or more
     * @return the text; where something is left out, a line break is between the two; empty if this is no regular file
     * @throws InputException if the file cannot be read
     */
    public static String read(Path file, int head, int tail) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            return size <= (long) head + tail
                    ? text(channel, 0, (int) size)
                    : text(channel, 0, head) + "\n" + text(channel, size - tail, tail);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        int read = 0;
        while (read >= 0 && buffer.hasRemaining()) {
            read = channel.read(buffer, from + buffer.position());
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }
}
