package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that never have more than a few rows, however long the run is and however often it is killed. */
class RowBoundTest {

    private static final String HEADER = "day,best";
    private static final int MOST = 4;

    @TempDir
    Path folder;

    @Test
    void rowsAreThinnedByTheirNumberAlone() throws IOException {
        Path file = folder.resolve("days.csv");
        RowBound bound = new RowBound(MOST, 1, "");
        try (CsvFile csv = CsvFile.open(file, HEADER, 0, bound)) {
            for (long day = 1; day <= 100; day++) {
                csv.add(day, false, day + ",false");
                long stride = day <= 4 ? 1 : day <= 9 ? 2 : day <= 19 ? 4 : day <= 39 ? 8 : day <= 79 ? 16 : 32;
                assertEquals(
                        LongStream.rangeClosed(1, day)
                                .filter(number -> number % stride == 0)
                                .boxed()
                                .toList(),
                        days(file),
                        "after day " + day);
                assertTrue(days(file).size() <= MOST);
            }
        }
    }

    @Test
    void runKilledAnywhereAndResumedFromAnyEarlierUpdateEndsWithTheSameRows() throws IOException {
        RowBound bound = new RowBound(2, 1, "");
        assertSameHoweverKilled(bound, 1, day -> false, 12);
    }

    /** Rows of every tenth day or so; some are marked. */
    @Test
    void theSameIsSoWhereRowsAreMarked() throws IOException {
        RowBound bound = new RowBound(2, 10, "best");
        assertSameHoweverKilled(bound, 13, day -> day % 3 == 0, 12 * 13);
        assertSameHoweverKilled(bound, 10, day -> true, 90);
    }

    private void assertSameHoweverKilled(RowBound bound, long step, LongPredicate marked, long end) throws IOException {
        Path straight = folder.resolve("straight.csv");
        write(straight, bound, 0, step, marked, end);
        assertTrue(days(straight).size() <= 2 * bound.most(), days(straight).toString());
        // Each thinning forces the file to disk: not all of many moments are tried.
        for (long killed = 5 * step; killed <= end; killed += 2 * step) {
            for (long from = killed % (3 * step); from <= killed; from += 3 * step) {
                Path file = folder.resolve("killed.csv");
                Files.deleteIfExists(file);
                write(file, bound, 0, step, marked, killed);
                write(file, bound, from, step, marked, end);
                assertEquals(days(straight), days(file), "killed at " + killed + ", resumed from " + from);
            }
        }
    }

    private static void write(Path file, RowBound bound, long from, long step, LongPredicate marked, long to) {
        try (CsvFile csv = CsvFile.open(file, HEADER, from, bound)) {
            for (long day = from + step; day <= to; day += step) {
                csv.add(day, marked.test(day), day + "," + marked.test(day));
            }
        }
    }

    @Test
    void theFirstMarkedRowsAndTheLatestStay() throws IOException {
        Path file = folder.resolve("days.csv");
        try (CsvFile csv = CsvFile.open(file, HEADER, 0, new RowBound(MOST, 1, "best"))) {
            for (long day = 1; day <= 31; day++) {
                csv.add(day, day % 2 == 1, day + "," + (day % 2 == 1));
            }
        }
        assertEquals(List.of(1L, 3L, 5L, 8L, 16L, 24L, 31L), days(file));
    }

    @Test
    void tableOfAnOlderVersionThatIsTooLongIsThinnedWhenItIsOpened() throws IOException {
        Path file = folder.resolve("days.csv");
        List<String> rows = new ArrayList<>(List.of(HEADER));
        LongStream.rangeClosed(1, 1000).forEach(day -> rows.add(day + ",false"));
        Files.write(file, rows);
        CsvFile.open(file, HEADER, 900, new RowBound(MOST, 1, "")).close();
        assertEquals(List.of(256L, 512L, 768L), days(file));
    }

    @Test
    void aDayOfFastUpdatesHasNoMoreRowsThanTheBound() {
        long updates = 60L * 60 * 60 * 24;
        assertEquals(64, RowBound.OF_UPDATES.stride(updates));
        assertTrue(updates / RowBound.OF_UPDATES.stride(updates) <= 100_000);
    }

    @Test
    void boundThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RowBound(1, 1, ""));
        assertThrows(IllegalArgumentException.class, () -> new RowBound(2, 0, ""));
    }

    private static List<Long> days(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(row -> Long.valueOf(row.split(",", -1)[0]))
                .toList();
    }
}
