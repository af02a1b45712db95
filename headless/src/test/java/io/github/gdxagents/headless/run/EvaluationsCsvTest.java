package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationsCsvTest {

    private static final String HEADER = "decisions,updates,seconds,episodes,mean,standard_error,best";
    private static final String FIRST = "20480,20,7.250,40,-20.1250,0.1235,true";
    private static final String SECOND = "40960,40,15.000,100,-20.0000,0.0000,false";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeTwoRows() {
        file = folder.resolve("evaluations.csv");
        try (EvaluationsCsv evaluations = EvaluationsCsv.open(file, 0, 20_000)) {
            evaluations.evaluated(new HeldOutScore(20_480, 40, -20.125, 0.12345678), 20, 7.25, true);
            evaluations.evaluated(new HeldOutScore(40_960, 100, -20, 0), 40, 15, false);
        }
    }

    @Test
    void rowHasThePublishedColumnsInTheirOrder() throws IOException {
        assertEquals(List.of(HEADER, FIRST, SECOND), Files.readAllLines(file));
    }

    @Test
    void laterLooksThanThatOfTheCheckpointAreDroppedBecauseTheyWillBeMadeAgain() throws IOException {
        EvaluationsCsv.open(file, 40_959, 20_000).close();
        assertEquals(List.of(HEADER, FIRST), Files.readAllLines(file));
    }

    @Test
    void lookOfTheCheckpointItselfIsKeptAndTornRowIsNot() throws IOException {
        Files.writeString(file, HEADER + "\n" + FIRST + "\n" + SECOND.substring(0, SECOND.length() - 1));
        EvaluationsCsv.open(file, 20_480, 20_000).close();
        assertEquals(HEADER + "\n" + FIRST + "\n", Files.readString(file));
    }

    @Test
    void runThatNeverLookedBeginsAgain() throws IOException {
        EvaluationsCsv.open(file, 0, 20_000).close();
        assertEquals(List.of(HEADER), Files.readAllLines(file));
    }
}
