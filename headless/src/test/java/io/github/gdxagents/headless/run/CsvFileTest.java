package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final String HEADER = "day,rain,wind";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("weather.csv");
    }

    @Test
    void newFileHasTheHeaderAndNothingKept() throws IOException {
        assertEquals(List.of(), keptOf(9));
        assertEquals(HEADER + "\n", Files.readString(file));
    }

    @Test
    void rowIsOnDiskBeforeTheFileIsClosed() throws IOException {
        try (CsvFile csv = CsvFile.open(file, HEADER, 0, RowBound.OF_UPDATES)) {
            csv.add(1, false, "1,2,3");
            assertEquals(HEADER + "\n1,2,3\n", Files.readString(file));
        }
    }

    @Test
    void rowsUpToTheLastNumberAreKeptAsTheyAre() throws IOException {
        Files.writeString(file, HEADER + "\n1,0.50,\n2,NaN,x\n3,1,1\n");
        assertEquals(List.of("1|0.50|", "2|NaN|x"), keptOf(2));
        assertEquals(HEADER + "\n1,0.50,\n2,NaN,x\n", Files.readString(file));
    }

    @Test
    void rowTornAnywhereIsDropped() throws IOException {
        String torn = "2,0.25,7";
        for (int length = 0; length <= torn.length(); length++) {
            Files.writeString(file, HEADER + "\n1,1,1\n" + torn.substring(0, length));
            assertEquals(List.of("1|1|1"), keptOf(5));
        }
    }

    @Test
    void headerTornAnywhereLeavesNothingToKeep() throws IOException {
        for (int length = 0; length <= HEADER.length(); length++) {
            Files.writeString(file, HEADER.substring(0, length));
            assertEquals(List.of(), keptOf(5));
            assertEquals(HEADER + "\n", Files.readString(file));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2,2",
                "2,2,2,2",
                "-2,2,2",
                ",2,2",
                "two,2,2",
                "2.0,2,2",
                "1234567890123456789,2,2",
                "day,rain,wind"
            })
    void rowThatIsNoneIsDropped(String row) throws IOException {
        Files.writeString(file, HEADER + "\n1,1,1\n" + row + "\n3,3,3\n");
        assertEquals(List.of("1|1|1", "3|3|3"), keptOf(9));
    }

    @Test
    void otherColumnsFindTheirPlace() throws IOException {
        Files.writeString(file, "day,wind,sun\n1,11,12\n2,21,22\n3,31,32\n");
        assertEquals(List.of("1|NaN|11", "2|NaN|21"), keptOf(2));
        assertEquals(HEADER + "\n1,NaN,11\n2,NaN,21\n", Files.readString(file));
    }

    @Test
    void tableOfSomethingElseIsNotTakenForThisOne() throws IOException {
        Files.writeString(file, "night,rain,wind\n1,1,1\n");
        assertEquals(List.of(), keptOf(5));
    }

    @Test
    void veryLongRowIsDroppedAndTheOnesBehindItAreNot() throws IOException {
        Files.writeString(file, HEADER + "\n1,1,1\n2," + "2".repeat(20_000) + ",2\n3,3,3\n");
        assertEquals(List.of("1|1|1", "3|3|3"), keptOf(9));
    }

    @Test
    void rowWhoseNumberDoesNotGrowIsDropped() throws IOException {
        Files.writeString(file, HEADER + "\n2,1,1\n1,1,1\n2,2,2\n3,3,3\n");
        assertEquals(List.of("2|1|1", "3|3|3"), keptOf(9));
    }

    @Test
    void nothingTemporaryIsLeftBehind() throws IOException {
        keptOf(1);
        assertFalse(Files.exists(folder.resolve("weather.csv.tmp")));
    }

    private List<String> keptOf(long last) {
        try (CsvFile csv = CsvFile.open(file, HEADER, last, RowBound.OF_UPDATES)) {
            List<String> kept = rows();
            assertEquals(
                    kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1)),
                    csv.lastKept().map(cells -> String.join("|", cells)));
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> rows() throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(row -> row.replace(',', '|'))
                .toList();
    }
}
