package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.UpdateReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsCsvTest {

    private static final String HEADER = "update,decisions,episodes,seconds,mean_score_100,loss,entropy,gradient_norm";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("metrics.csv");
    }

    @Test
    void newFileBeginsWithItsHeader() throws IOException {
        open(0, 0);
        assertEquals(List.of(HEADER), Files.readAllLines(file));
    }

    @Test
    void rowHasThePublishedColumnsInTheirOrder() throws IOException {
        try (MetricsCsv metrics = MetricsCsv.open(file, 0)) {
            metrics.add(new UpdateReport(12, 34567, 120, -20.125, -0.00123456789, 0.69314718, 35.4886123, true), 61.25);
            assertEquals(
                    List.of(HEADER, "12,34567,120,61.250,-20.1250,-0.00123457,0.693147,35.4886"),
                    Files.readAllLines(file));
        }
    }

    @Test
    void rowsAfterTheCheckpointAreDroppedBecauseTheyWillBeMadeAgain() throws IOException {
        write(HEADER, row(1, 1.5), row(2, 3.25), row(3, 4.0), row(4, 5.0));
        open(2, 3.25);
        assertEquals(List.of(HEADER, row(1, 1.5), row(2, 3.25)), Files.readAllLines(file));
    }

    @Test
    void rowsGoOnBehindTheKeptOnes() throws IOException {
        write(HEADER, row(1, 1.5));
        try (MetricsCsv metrics = MetricsCsv.open(file, 1)) {
            metrics.add(report(2), 2.5);
        }
        assertEquals(List.of(HEADER, row(1, 1.5), row(2, 2.5)), Files.readAllLines(file));
    }

    @Test
    void runWithoutCheckpointBeginsAgain() throws IOException {
        write(HEADER, row(1, 1.5));
        open(0, 0);
        assertEquals(List.of(HEADER), Files.readAllLines(file));
    }

    @Test
    void tornLastRowIsDropped() throws IOException {
        String torn = row(2, 3.25);
        for (int length = 0; length <= torn.length(); length++) {
            Files.writeString(file, HEADER + "\n" + row(1, 1.5) + "\n" + torn.substring(0, length));
            open(2, 1.5);
            assertEquals(List.of(HEADER, row(1, 1.5)), Files.readAllLines(file));
        }
    }

    @Test
    void secondsThatAreNoNumberAreRefusedWithTheFile() throws IOException {
        write(HEADER, row(1, 1.5).replace("1.500", "soon"));
        InputException e = assertThrows(InputException.class, () -> MetricsCsv.open(file, 1));
        assertTrue(String.valueOf(e.getMessage()).startsWith(file + " is damaged"), e.getMessage());
    }

    private void open(long updates, double expectedSeconds) {
        try (MetricsCsv metrics = MetricsCsv.open(file, updates)) {
            assertEquals(expectedSeconds, metrics.secondsBefore());
        }
    }

    private void write(String... rows) throws IOException {
        Files.write(file, List.of(rows));
    }

    private static UpdateReport report(long update) {
        return new UpdateReport(update, 1000 * update, 10 * update, -21, 0.25, 0.5, 2, false);
    }

    private static String row(long update, double seconds) {
        return String.format(
                Locale.ROOT,
                "%d,%d,%d,%.3f,-21.0000,0.250000,0.500000,2.00000",
                update,
                1000 * update,
                10 * update,
                seconds);
    }
}
