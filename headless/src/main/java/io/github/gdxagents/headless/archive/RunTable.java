package io.github.gdxagents.headless.archive;

import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.WholeLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A table of numbers that a run keeps: {@code metrics.csv} or {@code evaluations.csv}. Immutable.
 *
 * <p>The file may be written while it is read, and may be anyone's: a last row without its end, a row of another length or of more than
 * {@value io.github.gdxagents.headless.run.WholeLines#LONGEST} bytes and rows beyond the first {@value #MOST_BYTES} bytes, far more than
 * runs write, are left out; a cell that is no number is NaN ({@code true} is 1 and {@code false} is 0). Reading takes at most 64 times the
 * file's size and 1 MB, of which 8 times its size stays: a cell may have one byte, its number has eight.
 */
public final class RunTable {

    /** So much of a file is read at most. */
    static final int MOST_BYTES = 16 << 20;

    /** Whole numbers of so many digits are doubles. */
    private static final int LONGEST_WHOLE = 15;

    private static final int LONGEST_NUMBER = 40;

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
            return empty();
        }
        try (WholeLines lines = new WholeLines(Files.newInputStream(file), MOST_BYTES)) {
            return of(lines);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A table from its text. */
    static RunTable of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (WholeLines lines = new WholeLines(new ByteArrayInputStream(bytes), bytes.length)) {
            return of(lines);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be read", e);
        }
    }

    /** An empty table. */
    private static RunTable empty() {
        return new RunTable(List.of(), new double[0][], 0);
    }

    private static RunTable of(WholeLines lines) throws IOException {
        Optional<String> header = lines.next();
        if (header.isEmpty()) {
            return empty();
        }
        List<String> columns = List.of(header.get().split(",", -1));
        // Row after row.
        double[] numbers = new double[columns.size()];
        int[] ends = new int[columns.size()];
        int rows = 0;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String row = line.get();
            if (WholeLines.cells(row, ends) == ends.length) {
                int start = rows++ * ends.length;
                if (start == numbers.length) {
                    numbers = Arrays.copyOf(numbers, 2 * start);
                }
                for (int column = 0; column < ends.length; column++) {
                    numbers[start + column] = number(row, column == 0 ? 0 : ends[column - 1] + 1, ends[column]);
                }
            }
        }
        double[][] cells = new double[columns.size()][rows];
        for (int column = 0; column < cells.length; column++) {
            for (int row = 0; row < rows; row++) {
                cells[column][row] = numbers[row * cells.length + column];
            }
        }
        return new RunTable(columns, cells, rows);
    }

    private static double number(String row, int from, int end) {
        if (isDigits(row, from, end) && end - from <= LONGEST_WHOLE) {
            return Long.parseLong(row, from, end, 10);
        }
        // Asked first, because an exception for each of millions of cells would take minutes.
        if (isNumber(row, from, end) && end - from <= LONGEST_NUMBER) {
            return Double.parseDouble(row.substring(from, end));
        }
        return isCell("true", row, from, end) ? 1 : isCell("false", row, from, end) ? 0 : Double.NaN;
    }

    private static boolean isCell(String text, String row, int from, int end) {
        return end - from == text.length() && row.startsWith(text, from);
    }

    /** Whether it is digits, with or without a sign, a point among them, and an exponent. */
    private static boolean isNumber(String row, int from, int end) {
        int exponent = from;
        while (exponent < end && row.charAt(exponent) != 'e' && row.charAt(exponent) != 'E') {
            exponent++;
        }
        int whole = afterSign(row, from, exponent);
        int point = row.indexOf('.', whole);
        boolean fraction = point >= 0 && point < exponent;
        return isDigits(row, whole, fraction ? point : exponent)
                && (!fraction || isDigits(row, point + 1, exponent))
                && (exponent == end || isDigits(row, afterSign(row, exponent + 1, end), end));
    }

    private static int afterSign(String row, int from, int end) {
        return from < end && (row.charAt(from) == '-' || row.charAt(from) == '+') ? from + 1 : from;
    }

    private static boolean isDigits(String row, int from, int end) {
        for (int i = from; i < end; i++) {
            if (row.charAt(i) < '0' || row.charAt(i) > '9') {
                return false;
            }
        }
        return from < end;
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
