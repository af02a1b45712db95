package io.github.gdxagents.headless.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A log that never grows beyond a bound: when it is full it is renamed, {@code output.log} to {@code output.1.log}, that one to
 * {@code output.2.log} and so on, and the oldest is dropped. One thread at a time.
 */
final class RollingLog implements AutoCloseable {

    /** The bytes of one file, unless a single line is longer. */
    static final long MOST_BYTES = 8 << 20;

    /** How many full files are kept. */
    static final int OLD = 4;

    private final Path file;
    private final long mostBytes;
    private BufferedWriter writer;
    private long size;

    /** Opens a log, new or old. */
    RollingLog(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
        try {
            this.writer = open();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private BufferedWriter open() throws IOException {
        BufferedWriter opened = Files.newBufferedWriter(
                file,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                LinkOption.NOFOLLOW_LINKS);
        size = Files.size(file);
        return opened;
    }

    /** Adds a line and hands it to the operating system. */
    void line(String text) {
        String line = text + "\n";
        long bytes = line.getBytes(StandardCharsets.UTF_8).length;
        try {
            if (size > 0 && size + bytes > mostBytes) {
                writer.close();
                roll();
                writer = open();
            }
            size += bytes;
            writer.write(line);
            writer.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void roll() throws IOException {
        for (int number = OLD - 1; number >= 1; number--) {
            if (Files.exists(old(number))) {
                Files.move(old(number), old(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, old(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path old(int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(name.substring(0, dot) + "." + number + name.substring(dot));
    }

    private UncheckedIOException failure(IOException e) {
        return new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
