package io.github.gdxagents.headless.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunGroupTest {

    @TempDir
    Path folder;

    @Test
    void runsThatDifferInTheirSeedAloneAreTogether() throws IOException {
        List<RunGroup> groups = groups(
                MadeRun.pong(folder.resolve("a"), 1, "0.002"),
                MadeRun.pong(folder.resolve("b"), 1, "0.001"),
                MadeRun.pong(folder.resolve("c"), 2, "0.002"),
                MadeRun.pongOnThreads(folder.resolve("d"), 3, 2));
        assertEquals(2, groups.size());
        assertEquals("pong fast learning-rate 0.002", groups.get(0).label());
        assertEquals(List.of(1L, 2L, 3L), groups.get(0).seeds());
        assertEquals("pong fast learning-rate 0.002 (3 seeds)", groups.get(0).title());
        assertEquals("pong fast learning-rate 0.001", groups.get(1).label());
        assertEquals("pong fast learning-rate 0.001 (seed 1)", groups.get(1).title());
    }

    @Test
    void oneGroupNeedsNoMoreThanItsName() throws IOException {
        assertEquals(
                "pong fast",
                groups(MadeRun.pong(folder.resolve("a"), 1, "0.002")).get(0).label());
    }

    @Test
    void anotherGameHasSettingsOfItsOwn() throws IOException {
        List<RunGroup> groups =
                groups(MadeRun.pong(folder.resolve("a"), 1, "0.002"), MadeRun.named(folder.resolve("b"), "catch"));
        assertTrue(
                groups.get(0).label().startsWith("pong fast actions 2 frame-skip 4 "),
                groups.get(0).label());
        assertTrue(
                groups.get(1).label().startsWith("catch fast actions none "),
                groups.get(1).label());
    }

    @Test
    void aScoreHoldsUntilTheNextRowAndNotBeyondTheEnd() throws IOException {
        RunGroup group = groups(
                        MadeRun.withScores(
                                MadeRun.pong(folder.resolve("a"), 1, "0.002"), "1000,-21", "2000,5", "3000,9"),
                        MadeRun.withScores(MadeRun.pong(folder.resolve("b"), 2, "0.002"), "1000,NaN", "2000,7"))
                .get(0);
        assertEquals(Optional.empty(), group.scoreAt(999));
        assertEquals(Optional.of(new MedianRange(1, -21, -21, -21)), group.scoreAt(1999));
        assertEquals(Optional.of(new MedianRange(2, 6, 5, 7)), group.scoreAt(2000));
        assertEquals(Optional.of(new MedianRange(1, 5, 5, 5)), group.scoreAt(2001));
        assertEquals(Optional.of(new MedianRange(1, 9, 9, 9)), group.scoreAt(3000));
        assertEquals(Optional.empty(), group.scoreAt(3001));
    }

    @Test
    void theCurveEndsWithTheShortestRun() throws IOException {
        RunGroup group = groups(
                        MadeRun.withScores(MadeRun.pong(folder.resolve("a"), 1, "0.002"), "1000,1", "2000,5", "3000,9"),
                        MadeRun.withScores(MadeRun.pong(folder.resolve("b"), 2, "0.002"), "1000,3", "2000,7"))
                .get(0);
        double none = Double.NaN;
        double[][] curve = group.curve(5);
        assertArrayEquals(new double[] {0, 500, 1000, 1500, 2000}, curve[0]);
        assertArrayEquals(new double[] {none, none, 2, 2, 6}, curve[1]);
        assertArrayEquals(new double[] {none, none, 1, 1, 5}, curve[2]);
        assertArrayEquals(new double[] {none, none, 3, 3, 7}, curve[3]);
    }

    @Test
    void aRunWithoutRowsIsNoCurve() throws IOException {
        RunGroup group = groups(MadeRun.pong(folder.resolve("a"), 1, "0.002")).get(0);
        assertTrue(Arrays.stream(group.curve(4)[1]).allMatch(Double::isNaN));
        assertEquals(Optional.empty(), group.scoreAt(0));
        assertEquals(Optional.empty(), group.seconds());
        assertEquals(Optional.empty(), group.best());
        assertEquals(new MedianRange(1, 0, 0, 0), group.decisions());
    }

    @Test
    void decisionsToAScoreAreThoseOfItsFirstRow() throws IOException {
        RunGroup group = groups(
                        MadeRun.withScores(
                                MadeRun.withBest(MadeRun.pong(folder.resolve("a"), 1, "0.002"), 4),
                                "1000,1",
                                "2000,5",
                                "3000,0",
                                "4000,6"),
                        MadeRun.withScores(
                                MadeRun.withBest(MadeRun.pong(folder.resolve("b"), 2, "0.002"), 8), "1000,3", "4000,4"))
                .get(0);
        assertEquals(new MedianRange(2, 1500, 1000, 2000), group.decisionsTo(2.5));
        assertEquals(
                new MedianRange(2, Double.POSITIVE_INFINITY, 2000, Double.POSITIVE_INFINITY), group.decisionsTo(5));
        assertEquals(1, group.reached(5));
        assertEquals(Optional.of(new MedianRange(2, 6, 4, 8)), group.best());
        assertEquals(Optional.of(new MedianRange(2, 4, 4, 4)), group.seconds());
    }

    private static List<RunGroup> groups(Path... folders) {
        return RunGroup.of(Stream.of(folders).map(ArchivedRun::read).toList());
    }
}
