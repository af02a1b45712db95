package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.Spread;
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

    private static final String HEADER =
            "update,decisions,episodes,seconds,mean_score_100,mean_score_20,loss,value_loss,"
                    + "entropy,gradient_norm,kl,clipped,accuracy,rate_factor";

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
            metrics.updated(SmallReport.everything(), 61.25);
            assertEquals(
                    List.of(
                            HEADER,
                            "12,34567,120,61.250,-20.1250,-19.5000,-0.00123457,0.987654,1.791759,35.4886,0.00456789,"
                                    + "0.1250,0.3750,0.512346"),
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
            metrics.updated(report(2), 2.5);
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

    /** The columns of before there were critics; what they do not tell is not a number. */
    @Test
    void curveOfAnOlderVersionIsKeptUnderTheNewColumns() throws IOException {
        write(
                "update,decisions,episodes,seconds,mean_score_100,loss,entropy,gradient_norm",
                "1,612,2,0.214,-21.0000,-0.0155252,0.435235,57.4159",
                "2,1274,4,0.425,-20.5000,-0.0382192,0.440829,36.8029",
                "3,1900,6,0.700,-20.6667,-0.0382192,0.440829,36.8029");
        open(2, 0.425);
        assertEquals(
                List.of(
                        HEADER,
                        "1,612,2,0.214,-21.0000,NaN,-0.0155252,NaN,0.435235,57.4159,NaN,NaN,NaN,NaN",
                        "2,1274,4,0.425,-20.5000,NaN,-0.0382192,NaN,0.440829,36.8029,NaN,NaN,NaN,NaN"),
                Files.readAllLines(file));
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
        return new UpdateReport(
                update,
                1000 * update,
                10 * update,
                -21,
                -20.5,
                List.of(),
                0.25,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Spread.of(new double[0], 0),
                0.5,
                2,
                Double.NaN,
                0,
                0,
                0.75,
                1);
    }

    private static String row(long update, double seconds) {
        return String.format(
                Locale.ROOT,
                "%d,%d,%d,%.3f,-21.0000,-20.5000,0.250000,NaN,0.500000,2.00000,0.00000,0.0000,0.7500,1.00000",
                update,
                1000 * update,
                10 * update,
                seconds);
    }
}
