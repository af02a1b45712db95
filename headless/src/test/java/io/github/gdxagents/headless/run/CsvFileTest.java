package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        try (CsvFile csv = CsvFile.open(file, HEADER, 0)) {
            csv.add("1,2,3");
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
        assertEquals(List.of("1|1|1", "3|3|3"), keptOf(Long.MAX_VALUE));
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
    void nothingTemporaryIsLeftBehind() throws IOException {
        keptOf(1);
        assertFalse(Files.exists(folder.resolve("weather.csv.tmp")));
    }

    /** The rows that are kept, which are those of the file; the last one of them is handed out. */
    private List<String> keptOf(long last) throws IOException {
        try (CsvFile csv = CsvFile.open(file, HEADER, last)) {
            List<String> lines = Files.readAllLines(file);
            List<String> kept = lines.subList(1, lines.size()).stream()
                    .map(row -> row.replace(',', '|'))
                    .toList();
            assertEquals(
                    kept.isEmpty() ? "" : kept.get(kept.size() - 1),
                    csv.last().map(cells -> String.join("|", cells)).orElse(""));
            return kept;
        }
    }
}
