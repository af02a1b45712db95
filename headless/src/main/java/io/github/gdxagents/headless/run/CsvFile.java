package io.github.gdxagents.headless.run;

import io.github.gdxagents.files.AtomicFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A table in a file, whose rows begin with a number that grows from row to row. One thread at a time. */
final class CsvFile implements AutoCloseable {

    private final Path path;
    private final BufferedWriter writer;
    private final String last;

    private CsvFile(Path path, BufferedWriter writer, String last) {
        this.path = path;
        this.writer = writer;
        this.last = last;
    }

    /**
     * Opens the file, new or old. Rows whose number is above {@code last} are dropped: what they tell of will happen again. So is a
     * row that was torn when the machine went down. A file with other columns, of an older version, gets those of today: what it
     * does not tell is NaN. However large an old file is, never more than a row of it is in memory.
     */
    static CsvFile open(Path path, String header, long last) {
        try {
            Table table = new Table(List.of(header.split(",", -1)), last);
            AtomicFiles.write(
                    output -> {
                        output.write((header + "\n").getBytes(StandardCharsets.UTF_8));
                        if (Files.isRegularFile(path)) {
                            try (WholeLines lines = new WholeLines(Files.newInputStream(path), Long.MAX_VALUE)) {
                                table.copy(lines, output);
                            }
                        }
                    },
                    path);
            return new CsvFile(
                    path,
                    Files.newBufferedWriter(
                            path, StandardCharsets.UTF_8, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS),
                    table.lastKept);
        } catch (IOException e) {
            throw new UncheckedIOException("could not open " + path + ": " + e.getMessage(), e);
        }
    }

    /** Takes over an old table's rows; of those that are not kept nothing is made. */
    private static final class Table {
        private final List<String> columns;
        private final long last;
        private String lastKept = "";

        private Table(List<String> columns, long last) {
            this.columns = columns;
            this.last = last;
        }

        private void copy(WholeLines lines, OutputStream output) throws IOException {
            List<String> found = List.of(lines.next().orElse("").split(",", -1));
            if (!found.get(0).equals(columns.get(0))) {
                return;
            }
            int[] places = columns.stream().mapToInt(found::indexOf).toArray();
            int[] ends = new int[found.size()];
            StringBuilder kept = new StringBuilder();
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                String row = line.get();
                if (WholeLines.cells(row, ends) == ends.length && isUpToLast(row, ends[0])) {
                    kept.setLength(0);
                    for (int place : places) {
                        if (place < 0) {
                            kept.append("NaN,");
                        } else {
                            kept.append(row, place == 0 ? 0 : ends[place - 1] + 1, ends[place])
                                    .append(',');
                        }
                    }
                    lastKept = kept.substring(0, kept.length() - 1);
                    output.write(lastKept.getBytes(StandardCharsets.UTF_8));
                    output.write('\n');
                }
            }
        }

        /** Whether a row begins with a number, and one that is not above the last. */
        private boolean isUpToLast(String row, int end) {
            if (end < 1 || end > 18) {
                return false;
            }
            for (int i = 0; i < end; i++) {
                if (row.charAt(i) < '0' || row.charAt(i) > '9') {
                    return false;
                }
            }
            return Long.parseLong(row, 0, end, 10) <= last;
        }
    }

    /** The cells of the last row that was there, if there was one. */
    Optional<List<String>> last() {
        return last.isEmpty() ? Optional.empty() : Optional.of(List.of(last.split(",", -1)));
    }

    /** Appends a row and hands it to the operating system. */
    void add(String row) {
        try {
            writer.write(row);
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + path.getFileName() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + path.getFileName() + ": " + e.getMessage(), e);
        }
    }
}
