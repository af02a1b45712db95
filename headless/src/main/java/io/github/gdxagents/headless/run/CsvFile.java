package io.github.gdxagents.headless.run;

import io.github.gdxagents.files.AtomicFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A table in a file, whose rows begin with a number that grows from row to row. One thread at a time. */
final class CsvFile implements AutoCloseable {

    private final Path path;
    private final BufferedWriter writer;
    private final List<String[]> kept;

    private CsvFile(Path path, BufferedWriter writer, List<String[]> kept) {
        this.path = path;
        this.writer = writer;
        this.kept = kept;
    }

    /**
     * Opens the file, new or old. Rows whose number is above {@code last} are dropped: what they tell of will happen again. So is a
     * row that was torn when the machine went down. A file with other columns, of an older version, gets those of today: what it
     * does not tell is NaN.
     */
    static CsvFile open(Path path, String header, long last) {
        try {
            List<String[]> kept = Files.exists(path)
                    ? kept(Files.readString(path, StandardCharsets.UTF_8), List.of(header.split(",", -1)), last)
                    : List.of();
            List<String> lines = new ArrayList<>(List.of(header));
            kept.forEach(cells -> lines.add(String.join(",", cells)));
            AtomicFiles.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8), path);
            return new CsvFile(
                    path, Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.APPEND), kept);
        } catch (IOException e) {
            throw new UncheckedIOException("could not open " + path + ": " + e.getMessage(), e);
        }
    }

    private static List<String[]> kept(String text, List<String> columns, long last) {
        List<String> whole =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        List<String[]> kept = new ArrayList<>();
        if (whole.isEmpty()) {
            return kept;
        }
        List<String> found = List.of(whole.get(0).split(",", -1));
        if (!found.get(0).equals(columns.get(0))) {
            return kept;
        }
        for (String row : whole.subList(1, whole.size())) {
            String[] cells = row.split(",", -1);
            if (cells.length == found.size() && cells[0].matches("\\d{1,18}") && Long.parseLong(cells[0]) <= last) {
                kept.add(columns.stream()
                        .map(column -> found.contains(column) ? cells[found.indexOf(column)] : "NaN")
                        .toArray(String[]::new));
            }
        }
        return kept;
    }

    /** The rows that were there, as cells. */
    List<String[]> kept() {
        return kept;
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
