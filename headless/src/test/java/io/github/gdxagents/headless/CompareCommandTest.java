package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gdxagents.headless.archive.MadeRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    @TempDir
    Path folder;

    private String a1 = "";
    private String a2 = "";
    private String b1 = "";

    @BeforeEach
    void makeRuns() throws IOException {
        a1 = run("a1", 1, "0.002", 18.5, "1000,-21", "5000,0", "9000,12.5");
        a2 = run("a2", 2, "0.002", 15, "1000,-20", "5000,2", "10000,20");
        b1 = run("b1", 1, "0.001", -3, "1000,-21", "4000,-19");
    }

    private String run(String name, long seed, String rate, double best, String... rows) throws IOException {
        return MadeRun.withBest(MadeRun.withScores(MadeRun.pong(folder.resolve(name), seed, rate), rows), best)
                .toString();
    }

    @Test
    void groupsStandSideBySide() throws IOException {
        Path out = folder.resolve("curves");
        List<String> lines = CommandRun.of("compare", a1, a2, b1, "--score", "2,30", "--out", out.toString())
                .lines();
        assertEquals(
                List.of(
                        "A  pong fast learning-rate 0.002 · 2 runs · seeds 1, 2",
                        "B  pong fast learning-rate 0.001 · 1 run · seed 1",
                        "",
                        "decisions            A                               B",
                        "1,000                -20.50 (-21.00 to -20.00)       -21.00",
                        "2,000                -20.50 (-21.00 to -20.00)       -21.00",
                        "3,000                -20.50 (-21.00 to -20.00)       -21.00",
                        "4,000                -20.50 (-21.00 to -20.00)       -19.00",
                        "5,000                1.00 (0.00 to 2.00)             –",
                        "6,000                1.00 (0.00 to 2.00)             –",
                        "7,000                1.00 (0.00 to 2.00)             –",
                        "8,000                1.00 (0.00 to 2.00)             –",
                        "9,000                7.25 (2.00 to 12.50)            –",
                        "10,000               20.00 (20.00 to 20.00) 1/2      –",
                        "best held-out        16.75 (15.00 to 18.50)          -3.00",
                        "decisions to 2       7,000 (5,000 to 9,000)          never",
                        "decisions to 30      never                           never",
                        "decisions in all     9,500 (9,000 to 10,000)         4,000",
                        "seconds of training  9.50 (9.00 to 10.00)            4.00"),
                lines.subList(0, 19));
        assertEquals("drawn: " + out + ".png, " + out + ".svg", lines.get(lines.size() - 1));
        assertEquals(1920, ImageIO.read(folder.resolve("curves.png").toFile()).getWidth());
        assertTrue(Files.readString(folder.resolve("curves.svg")).contains("<svg "));
    }

    @Test
    void programsGetOneObject() throws IOException {
        String line = CommandRun.of(
                        "compare",
                        "--json",
                        "--score",
                        "15",
                        "--out",
                        folder.resolve("c").toString(),
                        a1,
                        a2,
                        b1)
                .lastLine();
        JsonNode groups = new ObjectMapper().readTree(line).get("groups");
        assertEquals(2, groups.size());
        JsonNode first = groups.get(0);
        assertEquals(2, first.get("seeds").size());
        assertEquals("0.002", first.get("settings").get("learning-rate").asText());
        assertEquals(10, first.get("scores").size());
        assertEquals(7.25, first.get("scores").get(8).get("median").asDouble());
        assertEquals(1, first.get("scores").get(9).get("runs").asInt());
        assertEquals(4, groups.get(1).get("scores").size());
        assertEquals(16.75, first.get("bestHeldOut").get("median").asDouble());
        JsonNode to = first.get("decisionsTo").get(0);
        assertEquals(1, to.get("reached").asInt());
        assertTrue(to.get("median").isNull(), line);
        assertEquals(10_000, to.get("min").asInt());
    }

    @Test
    void manyGroupsComeInSeveralTables() throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("compare", "--out", folder.resolve("c").toString()));
        for (int i = 1; i <= 6; i++) {
            arguments.add(run("r" + i, 1, "0.00" + i, i, "1000," + i));
        }
        List<String> lines = CommandRun.of(arguments.toArray(String[]::new)).lines();
        assertTrue(lines.stream().anyMatch(line -> line.matches("decisions +A +B +C +D")), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.matches("decisions +E +F")), lines.toString());
    }

    @Test
    void aRunThatStoppedEarlyIsToldOf() throws IOException {
        String brief = run("brief", 3, "0.002", 1, "100,-21");
        List<String> lines = CommandRun.of(
                        "compare", a1, brief, "--out", folder.resolve("c").toString())
                .lines();
        assertTrue(
                lines.contains(brief + " is much shorter than the others; the drawn curve of its group ends with it"),
                lines.toString());
    }

    @Test
    void runsWithoutRowsAreFine() throws IOException {
        Path empty = MadeRun.pong(folder.resolve("empty"), 1, "0.002");
        List<String> lines = CommandRun.of(
                        "compare",
                        empty.toString(),
                        "--out",
                        folder.resolve("c").toString())
                .lines();
        assertTrue(lines.stream().anyMatch(line -> line.matches("best held-out +–")), lines.toString());
    }

    @Test
    void labelsOfStrangersMoveNoCursor() throws IOException {
        Path first = MadeRun.pong(folder.resolve("a\u001b[2Jb\u202e"), 1, "0.002");
        Path second = MadeRun.pong(folder.resolve("c\u0007"), 1, "0.002");
        String printed = String.join(
                "\n",
                CommandRun.of(
                                "compare",
                                first.toString(),
                                second.toString(),
                                "--out",
                                folder.resolve("c").toString())
                        .lines());
        assertFalse(printed.chars().anyMatch(c -> c == 0x1b || c == 7 || c == 0x202e), printed);
    }

    @Test
    void whatIsThereIsReplacedWithForceOnly() throws IOException {
        Path svg = Files.writeString(folder.resolve("c.svg"), "mine");
        String out = folder.resolve("c").toString();
        String refusal = CommandRun.of("compare", a1, "--out", out).refusalOfInput();
        assertTrue(refusal.contains(svg + " exists already; --force replaces it"), refusal);
        assertEquals("mine", Files.readString(svg));
        assertFalse(Files.exists(folder.resolve("c.png")));
        CommandRun.of("compare", a1, "--out", out, "--force").lines();
        assertTrue(Files.readString(svg).contains("<svg "));
    }

    @Test
    void wrongInputIsRefused() throws IOException {
        String out = folder.resolve("c").toString();
        assertTrue(CommandRun.of("compare", a1, folder + "/./a1", "--out", out)
                .refusalOfInput()
                .contains("given twice"));
        assertTrue(CommandRun.of("compare", folder.toString(), "--out", out)
                .refusalOfInput()
                .contains("is not the folder of a run"));
        assertTrue(CommandRun.of("compare", a1, "--out", out, "--score", "NaN")
                .refusalOfInput()
                .contains("score must be a finite number, but was NaN"));
        assertTrue(
                CommandRun.of("compare", a1, "--out", folder.resolve("no/where").toString())
                        .refusalOfInput()
                        .contains("its folder does not exist"));
        assertTrue(CommandRun.of("compare", a1, "--out", "").refusalOfInput().contains("must be the name of a file"));
        CommandRun.of("compare").refusal();
        CommandRun.of("compare", a1, "--score", "much").refusal();
    }
}
