package io.github.gdxagents.headless.run;

import io.github.gdxagents.files.AtomicFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table in a file of bounded length, whose rows begin with a number that grows from row to row. One thread at a time. */
final class CsvFile implements AutoCloseable {

    /** The digits of a number that fits into a long. */
    private static final int LONGEST_NUMBER = 18;

    /** What a cell says that marks its row. */
    private static final String TRUE = "true";

    private final Path path;
    private final List<String> columns;
    private final RowBound bound;
    private long stride = 1;
    private int marked;
    private Optional<String> lastKept = Optional.empty();
    private FileChannel channel;

    private CsvFile(Path path, String header, RowBound bound, long last) throws IOException {
        this.path = path;
        this.columns = List.of(header.split(",", -1));
        this.bound = bound;
        this.stride = bound.stride(bound.number(last));
        this.channel = rewritten(last, false);
    }

    /**
     * Opens the file, new or old. Rows whose number is above {@code last} are dropped: what they tell of will happen again. So is a
     * row that was torn when the machine went down, and one that is too many. A file with other columns, of an older version, gets
     * those of today: what it does not tell is NaN.
     */
    static CsvFile open(Path path, String header, long last, RowBound bound) {
        try {
            return new CsvFile(path, header, bound, last);
        } catch (IOException e) {
            throw new UncheckedIOException("could not open " + path + ": " + e.getMessage(), e);
        }
    }

    /** Writes the file anew, with those of its rows that stay. */
    private FileChannel rewritten(long last, boolean markComes) throws IOException {
        Kept kept = new Kept(last, markComes);
        if (Files.isRegularFile(path)) {
            try (WholeLines lines = new WholeLines(Files.newInputStream(path), Long.MAX_VALUE)) {
                for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                    kept.line(line.get());
                }
            }
        }
        AtomicFiles.write(kept.text().getBytes(StandardCharsets.UTF_8), path);
        marked = kept.marked;
        lastKept = Optional.ofNullable(kept.lastRow);
        return FileChannel.open(
                path, Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS));
    }

    /** The rows of a file that stay. */
    private final class Kept {
        private final long last;
        private final boolean markComes;
        private final List<@Nullable String> rows = new ArrayList<>();
        private int[] places = {};
        private int[] ends = {};
        private boolean isOurs;
        private long before = -1;
        private int latestMark = -1;
        private int marked;
        private @Nullable String lastRow;

        private Kept(long last, boolean markComes) {
            this.last = last;
            this.markComes = markComes;
        }

        private void line(String line) {
            if (places.length == 0) {
                List<String> found = List.of(line.split(",", -1));
                isOurs = found.get(0).equals(columns.get(0));
                places = columns.stream().mapToInt(found::indexOf).toArray();
                ends = new int[found.size()];
            } else if (isOurs && WholeLines.cells(line, ends) == ends.length && isUpToLast(line)) {
                row(bound.number(Long.parseLong(line, 0, ends[0], 10)), line);
            }
        }

        /** Whether a row begins with a number, and one that is not above the last. */
        private boolean isUpToLast(String line) {
            int end = ends[0];
            if (end < 1 || end > LONGEST_NUMBER) {
                return false;
            }
            for (int i = 0; i < end; i++) {
                if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                    return false;
                }
            }
            return Long.parseLong(line, 0, end, 10) <= last;
        }

        private void row(long number, String line) {
            int mark = bound.markIn(columns);
            boolean isMarked = mark >= 0 && places[mark] >= 0 && isTrue(line, places[mark]);
            boolean isOnStride = number % stride == 0;
            if (number <= before || !(isMarked || isOnStride)) {
                return;
            }
            if (isMarked) {
                dropLatestMark();
                marked++;
                // Beyond the bound, only the latest of those that would go stays.
                latestMark = isOnStride || marked < bound.most() ? -1 : rows.size();
            }
            lastRow = ordered(line);
            rows.add(lastRow);
            before = number;
        }

        private boolean isTrue(String line, int place) {
            int start = place == 0 ? 0 : ends[place - 1] + 1;
            return ends[place] - start == TRUE.length() && line.startsWith(TRUE, start);
        }

        private String ordered(String line) {
            StringBuilder row = new StringBuilder(line.length());
            for (int place : places) {
                row.append(row.isEmpty() ? "" : ",");
                if (place < 0) {
                    row.append("NaN");
                } else {
                    row.append(line, place == 0 ? 0 : ends[place - 1] + 1, ends[place]);
                }
            }
            return row.toString();
        }

        private void dropLatestMark() {
            if (latestMark >= 0) {
                rows.set(latestMark, null);
                latestMark = -1;
            }
        }

        private String text() {
            if (markComes) {
                dropLatestMark();
            }
            StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
            rows.stream()
                    .filter(Objects::nonNull)
                    .forEach(row -> text.append(row).append('\n'));
            return text.toString();
        }
    }

    /** The cells of the last row that was there when the file was opened. */
    Optional<List<String>> lastKept() {
        return lastKept.map(row -> List.of(row.split(",", -1)));
    }

    /**
     * Appends a row, if it is one that stays, and hands it to the operating system.
     *
     * @param firstCell what the row begins with
     * @param isMarked whether the row stays whatever its number is
     * @param row cells, joined by commas
     */
    void add(long firstCell, boolean isMarked, String row) {
        long number = bound.number(firstCell);
        try {
            boolean tooMany = bound.stride(number) > stride || (isMarked && marked >= bound.most());
            if (tooMany) {
                thin(bound.stride(number), isMarked);
            }
            if (isMarked || number % stride == 0) {
                AtomicFiles.append(channel, ByteBuffer.wrap((row + "\n").getBytes(StandardCharsets.UTF_8)));
                marked += isMarked ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + path.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /** Goes on with every so many rows; where that fails, the table is as it was before. */
    private void thin(long newStride, boolean markComes) throws IOException {
        long before = stride;
        stride = newStride;
        try {
            FileChannel old = channel;
            channel = rewritten(Long.MAX_VALUE, markComes);
            old.close();
        } catch (IOException | UncheckedIOException e) {
            stride = before;
            throw e;
        }
    }

    /** Makes sure that the disk has what was added. */
    void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + path.getFileName() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + path.getFileName() + ": " + e.getMessage(), e);
        }
    }
}
