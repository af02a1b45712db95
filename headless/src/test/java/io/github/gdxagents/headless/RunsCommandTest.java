package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of runs, of all kinds that there are. */
class RunsCommandTest {

    @TempDir
    private Path folder;

    private Path runs;

    @BeforeEach
    void nameRuns() {
        runs = folder.resolve("runs");
    }

    private JsonNode only() throws IOException {
        List<String> lines = CommandRun.of("runs", runs.toString(), "--json").lines();
        assertEquals(1, lines.size(), lines.toString());
        return new ObjectMapper().readTree(lines.get(0));
    }

    @Test
    void runThatIsDoneHasItsScoreAndItsTimes() throws IOException {
        CommandRun.of(CourtRun.train(runs.resolve("first"), "--seed", "7", "--max-decisions", "1000"))
                .lines();
        List<String> lines = CommandRun.of("runs", runs.toString()).lines();
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(
                lines.get(0).matches("run +state +env +preset +seed +decisions +best held-out +mean +began +trained"),
                lines.get(0));
        assertTrue(
                lines.get(1)
                        .matches(
                                "first +done +pong +fast +7 +1,024 +-2\\d\\.\\d\\d ± \\d\\.\\d\\d \\(\\d\\) +(-|-?\\d+\\.\\d\\d)"
                                        + " +20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d +0:\\d\\d:\\d\\d"),
                lines.get(1));
        JsonNode run = only();
        assertEquals("done", run.path("state").asText());
        assertEquals(1024, run.path("decisions").asInt());
        assertEquals(1, run.path("lives").asInt());
        assertTrue(run.path("best").asDouble() <= -19, run.toString());
        assertTrue(run.path("ci95").isNumber() && run.path("episodes").asInt() >= 1, run.toString());
        assertTrue(run.path("began").asText().endsWith("Z"), run.toString());
        assertEquals(
                lines.get(1),
                CommandRun.of("runs", runs.resolve("first").toString()).lastLine());
    }

    @Test
    void runIsRunningUntilItIsKilled() throws Exception {
        Path run = runs.resolve("long");
        try (SpawnedProgram life = SpawnedProgram.start(folder, CourtRun.train(run, "--max-decisions", "900000000"))) {
            life.await(() -> SmallRun.rows(run) >= 1);
            assertEquals("running", only().path("state").asText());
            assertTrue(life.kill() != 0);
        }
        assertEquals("killed", only().path("state").asText());
        try (SpawnedProgram life = SpawnedProgram.start(folder, SmallRun.resume(run))) {
            int rows = SmallRun.rows(run);
            life.await(() -> SmallRun.rows(run) > rows);
            assertEquals("running", only().path("state").asText());
            life.terminate();
        }
        assertEquals("stopped", only().path("state").asText());
        assertEquals(2, only().path("lives").asInt());
    }

    @Test
    void failedRunSaysWhy() throws IOException {
        Path run = runs.resolve("unlucky");
        CommandRun.of(CourtRun.train(run, "--max-updates", "2")).lines();
        Files.createDirectories(run.resolve("checkpoints/000003.agent.tmp/in the way"));
        CommandRun failed = CommandRun.of(SmallRun.resume(run, "--max-updates", "3", "--final-episodes", "0"));
        assertEquals(1, failed.exitCode(), failed.err());
        List<String> lines = CommandRun.of("runs", runs.toString()).lines();
        assertTrue(lines.get(1).matches("unlucky +failed .*"), lines.get(1));
        assertTrue(lines.get(2).startsWith("unlucky failed: could not write " + run), lines.get(2));
        assertEquals("failed", only().path("state").asText());
        assertTrue(only().path("sentence").asText().startsWith("could not write "));
    }

    @Test
    void runsOfOlderVersionsAreListedByWhatThereIs() throws IOException {
        Path golden = Path.of("src/test/resources/golden/run-v1");
        Path old = Files.createDirectories(runs.resolve("old"));
        for (String name : List.of("config.json", "metrics.csv")) {
            Files.copy(golden.resolve(name), old.resolve(name));
        }
        String line = CommandRun.of("runs", runs.toString()).lastLine();
        assertTrue(line.matches("old +killed +pong +karpathy +3 +1,274 +- +-21\\.00 +- +0:00:00"), line);
        Files.writeString(old.resolve("output.log"), "run folder x\ndone after 2 updates\n");
        assertEquals("done", only().path("state").asText());
        Files.writeString(old.resolve("output.log"), "run folder x\ndone after 2\nrun folder x\nstopped after 3\n");
        assertEquals("stopped", only().path("state").asText());
        Files.writeString(old.resolve("output.log"), "run folder x\ndone after 2\nrun folder x\n");
        assertEquals("killed", only().path("state").asText());
    }

    @Test
    void brokenRunsAreNamedAndTheOthersListed() throws IOException {
        CommandRun.of(CourtRun.train(runs.resolve("good"), "--max-updates", "1"))
                .lines();
        Files.writeString(Files.createDirectories(runs.resolve("torn")).resolve("config.json"), "{ \"env\"");
        Files.writeString(Files.createDirectories(runs.resolve("empty")).resolve("metrics.csv"), "");
        Files.createDirectories(runs.resolve("holiday pictures"));
        Files.writeString(runs.resolve("a file"), "");
        List<String> lines = CommandRun.of("runs", runs.toString()).lines();
        assertEquals(4, lines.size(), lines.toString());
        assertTrue(lines.get(1).startsWith("good "), lines.get(1));
        assertTrue(lines.get(2).matches("empty unreadable: .* has no config\\.json"), lines.get(2));
        assertTrue(lines.get(3).matches("torn unreadable: .* is not a run's configuration: .*"), lines.get(3));
        List<String> json = CommandRun.of("runs", runs.toString(), "--json").lines();
        assertEquals(3, json.size());
        assertTrue(json.get(0).contains("\"state\":\"unreadable\""), json.get(0));
    }

    @Test
    void strangersSteerNoTerminal() throws IOException {
        Path evil = runs.resolve("red\u001b[31m\u202e");
        CommandRun.of(CourtRun.train(evil, "--max-updates", "1")).lines();
        Files.writeString(
                evil.resolve("lives.jsonl"),
                Files.readString(evil.resolve("lives.jsonl"))
                        .replace("\"how\":\"limit\"", "\"how\":\"failed\",\"sentence\":\"\\u001b[2J\\u0007\""));
        for (CommandRun listed :
                List.of(CommandRun.of("runs", runs.toString()), CommandRun.of("runs", runs.toString(), "--json"))) {
            String out = String.join("\n", listed.lines());
            assertFalse(out.chars().anyMatch(c -> c == 0x1b || c == 7 || c == 0x202e), out);
            assertTrue(out.contains("red\ufffd[31m\ufffd") && out.contains("failed"), out);
        }
    }

    @Test
    void tableOfAStrangersNumbersIsNoTrouble() throws IOException {
        Path run = runs.resolve("odd");
        CommandRun.of(CourtRun.train(run, "--max-updates", "1")).lines();
        Files.writeString(
                run.resolve("metrics.csv"), "update,decisions,seconds,mean_score_20\n1,1e300,NaN,-Infinity\n");
        Files.writeString(
                run.resolve("evaluations.csv"),
                "decisions,updates,seconds,episodes,mean,standard_error,best\n1,1,1,0,NaN,-1,true\n2,1,1,3,1,x,true\n");
        String line = CommandRun.of("runs", runs.toString()).lastLine();
        assertTrue(line.matches("odd +done +pong +fast +1 +[\\d,]+ +- +- +.*"), line);
    }

    @Test
    void folderThatIsNoneIsRefused() throws IOException {
        assertTrue(
                CommandRun.of("runs", runs.toString()).refusalOfInput().contains(runs + " does not exist, expected"));
        Path file = Files.writeString(folder.resolve("file"), "");
        assertTrue(CommandRun.of("runs", file.toString()).refusalOfInput().contains(file + " is a file, expected"));
        Files.createDirectories(runs);
        assertEquals(
                List.of("no runs in " + runs),
                CommandRun.of("runs", runs.toString()).lines());
    }
}
