package io.github.gdxagents.headless.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a file that may be anyone's, one after the other: a last line without its end and lines of more than {@value #LONGEST}
 * bytes are left out, so that there is never more than one line in memory. One thread at a time.
 */
public final class WholeLines implements AutoCloseable {

    /** The longest line, in bytes; those of a run's tables have some hundred. */
    public static final int LONGEST = 1 << 14;

    private final InputStream input;
    private final byte[] line = new byte[LONGEST];
    private long left;

    /**
     * The lines of a stream.
     *
     * @param input closed with this
     * @param most bytes that are read of it
     */
    public WholeLines(InputStream input, long most) {
        this.input = new BufferedInputStream(input, 1 << 16);
        this.left = most;
    }

    /**
     * The next line.
     *
     * @return its text without its end, or nothing after the last one
     * @throws IOException if it cannot be read
     */
    public Optional<String> next() throws IOException {
        int length = 0;
        while (left-- > 0) {
            int next = input.read();
            if (next < 0) {
                break;
            }
            if (next == '\n') {
                if (length <= LONGEST) {
                    return Optional.of(text(length));
                }
                length = 0;
            } else {
                if (length < LONGEST) {
                    line[length] = (byte) next;
                }
                length = Math.min(length, LONGEST) + 1;
            }
        }
        return Optional.empty();
    }

    /**
     * Finds the cells of a line.
     *
     * @param line cells with commas between them
     * @param ends filled with the place behind each cell; of cells beyond its length none is written
     * @return how many cells there are, 1 or more
     */
    public static int cells(String line, int[] ends) {
        int cells = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || line.charAt(i) == ',') {
                if (cells < ends.length) {
                    ends[cells] = i;
                }
                cells++;
            }
        }
        return cells;
    }

    private String text(int length) {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return end == 0 ? "" : new String(line, 0, end, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
