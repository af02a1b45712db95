package io.github.gdxagents.headless.archive;

import io.github.gdxagents.headless.run.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of numbers that a run keeps: {@code metrics.csv} or {@code evaluations.csv}. Immutable.
 *
 * <p>The file may be written while it is read, and may be anyone's: a last row without its end, a row of another length and rows beyond
 * the {@value #MOST_BYTES} bytes that a run writes at most are left out; a cell that is no number is NaN ({@code true} is 1 and
 * {@code false} is 0).
 */
public final class RunTable {

    /** So much of a file is read at most. */
    static final int MOST_BYTES = 64 << 20;

    private final List<String> columns;
    private final double[][] cells;
    private final int rows;

    private RunTable(List<String> columns, double[][] cells, int rows) {
        this.columns = columns;
        this.cells = cells;
        this.rows = rows;
    }

    /**
     * Reads a file.
     *
     * @param file need not exist
     * @return the table; empty if there is no file yet
     * @throws InputException if it cannot be read
     */
    public static RunTable read(Path file) {
        if (!Files.isRegularFile(file)) {
            return of("");
        }
        try (var input = Files.newInputStream(file)) {
            return of(new String(input.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A table from its text. */
    static RunTable of(String text) {
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        List<String> columns =
                lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",", -1));
        List<double[]> rows = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            String[] texts = line.split(",", -1);
            if (texts.length == columns.size()) {
                rows.add(Arrays.stream(texts).mapToDouble(RunTable::number).toArray());
            }
        }
        double[][] cells = new double[columns.size()][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < cells.length; column++) {
                cells[column][row] = rows.get(row)[column];
            }
        }
        return new RunTable(columns, cells, rows.size());
    }

    private static double number(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true") ? 1 : 0;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * How many rows there are.
     *
     * @return 0 or more
     */
    public int rows() {
        return rows;
    }

    /**
     * The names of the columns.
     *
     * @return in the order of the file; empty if there is no file yet
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * A column.
     *
     * @param name its name
     * @return a number for each row, a copy; all NaN if there is no such column
     */
    public double[] column(String name) {
        int index = columns.indexOf(name);
        if (index >= 0) {
            return cells[index].clone();
        }
        double[] missing = new double[rows];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }
}
