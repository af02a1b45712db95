package io.github.gdxagents.headless.run;

import java.util.List;

/**
 * Which rows of a growing table stay, so that it never has more than a certain number. The rows are numbered by what stands in their
 * first cell. When there are too many, every second one goes, and from then on only every second one comes: those whose number is a
 * multiple of the stride, a power of 2 that follows from the last number alone. So what stands in the table depends on how far the run
 * is, and not on how often it was killed on the way.
 *
 * <p>Rows that are marked, such as those of a new best score, stay whatever their number is: the first ones up to the bound, and always
 * the latest.
 *
 * @param most how many rows there may be, 2 or more; if rows may be marked, as many again are marked ones
 * @param unit the first cell divided by this, rounded down, is the number of a row; 1 or more
 * @param mark the column that says {@code true} in marked rows; empty: there are none
 */
record RowBound(int most, long unit, String mark) {

    /** What a run keeps of its updates: 14 MB at most. */
    static final RowBound OF_UPDATES = new RowBound(100_000, 1, "");

    RowBound {
        if (most < 2 || unit < 1) {
            throw new IllegalArgumentException(
                    "expected 2 rows or more and a unit of 1 or more, but found " + most + " and " + unit);
        }
    }

    /** What a run keeps of its looks at held-out episodes, which are so many decisions apart at least: 7 MB at most. */
    static RowBound ofLooks(long decisionsApart) {
        return new RowBound(50_000, Math.max(1, decisionsApart), "best");
    }

    /** The number of the row that begins with this. */
    long number(long firstCell) {
        return firstCell / unit;
    }

    /** How far apart the numbers of rows are, when the last one is this. */
    long stride(long number) {
        long stride = 1;
        while (number / stride > most) {
            stride *= 2;
        }
        return stride;
    }

    /** Where the mark stands among these columns; -1: nowhere. */
    int markIn(List<String> columns) {
        return columns.indexOf(mark);
    }
}
