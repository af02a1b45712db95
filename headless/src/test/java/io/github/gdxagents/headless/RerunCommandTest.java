package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are done once more. */
class RerunCommandTest {

    @TempDir
    private Path folder;

    private Path run;
    private Path again;

    @BeforeEach
    void nameRuns() {
        run = folder.resolve("runs/first");
        again = folder.resolve("runs/first-rerun");
    }

    private List<String> verified(String... more) {
        String[] arguments = new String[3 + more.length];
        arguments[0] = "rerun";
        arguments[1] = run.toString();
        arguments[2] = "--verify";
        System.arraycopy(more, 0, arguments, 3, more.length);
        List<String> lines = CommandRun.of(arguments).lines();
        assertEquals("identical", lines.get(lines.size() - 1));
        return lines;
    }

    @Test
    void runIsRepeatedToTheSameBytesOnOtherThreads() throws IOException {
        CommandRun.of(CourtRun.train(run, "--max-decisions", "1000", "--seed", "5"))
                .lines();
        List<String> lines = verified("--threads", "2", "--envs", "3");
        assertEquals("repeats " + run + " up to update 8", lines.get(0));
        assertTrue(lines.get(lines.size() - 3).matches("sha256 [0-9a-f]{64}  .*first"), lines.toString());
        assertTrue(lines.get(lines.size() - 2).matches("sha256 [0-9a-f]{64}  .*first-rerun"), lines.toString());
        assertArrayEquals(SmallRun.checkpoint(run, "000008.agent"), SmallRun.checkpoint(again, "000008.agent"));
        assertArrayEquals(SmallRun.checkpoint(run, "best.agent"), SmallRun.checkpoint(again, "best.agent"));
        assertEquals(SmallRun.curve(run), SmallRun.curve(again));
        assertEquals(SmallRun.evaluations(run), SmallRun.evaluations(again));
        verified("--run", folder.resolve("elsewhere").toString());
        verified();
        assertTrue(Files.isDirectory(folder.resolve("runs/first-rerun-2")));
    }

    @Test
    void runThatEndedAmidAnUpdateByItsEpisodesIsRepeatedToTheSameBytes() throws IOException {
        CommandRun.of(CourtRun.episodes(run, 2, "--max-episodes", "5")).lines();
        List<String> lines = verified();
        assertTrue(lines.get(lines.size() - 2).startsWith("sha256 "), lines.toString());
        assertArrayEquals(SmallRun.checkpoint(run, "000002.agent"), SmallRun.checkpoint(again, "000002.agent"));
    }

    @Test
    void runThatWentOnWithOtherLimitsIsRepeated() throws IOException {
        CommandRun.of(CourtRun.train(run, "--max-updates", "3", "--until-score", "18"))
                .lines();
        CommandRun.of(SmallRun.resume(run, "--max-updates", "9", "--final-episodes", "0"))
                .lines();
        verified();
        assertArrayEquals(SmallRun.checkpoint(run, "000009.agent"), SmallRun.checkpoint(again, "000009.agent"));
    }

    @Test
    void runThatBeganWithAPolicyIsRepeatedFromIt() throws IOException {
        Path teacher = folder.resolve("teacher");
        CommandRun.of(CourtRun.train(teacher, "--max-updates", "2", "--seed", "9"))
                .lines();
        CommandRun.of(
                        "train",
                        "--from",
                        teacher.toString(),
                        "--run",
                        run.toString(),
                        "--max-updates",
                        "3",
                        "--evaluate-every",
                        "0",
                        "--final-episodes",
                        "0",
                        "--transfer-episodes",
                        "0")
                .lines();
        // Of where it began the run has a copy of its own.
        Files.move(teacher, folder.resolve("moved"));
        verified();
        Files.delete(run.resolve("checkpoints/start.agent"));
        assertTrue(CommandRun.of("rerun", run.toString()).refusalOfInput().endsWith("start.agent is missing"));
    }

    /** Stopped in the middle of an update of 50 episodes, some of which are done then. */
    @Test
    void ofAStoppedRunThatWhichWasLearnedIsCompared() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "only a kill there");
        try (SpawnedProgram life = SpawnedProgram.start(folder, CourtRun.episodes(run, 50))) {
            life.await(() -> SmallRun.rows(run) >= 2);
            assertEquals(128 + 15, life.terminate());
        }
        List<String> lines = verified();
        String last = lines.get(lines.size() - 2);
        if (last.startsWith("the run was stopped, so ")) {
            assertTrue(lines.get(lines.size() - 3).startsWith("learned "), lines.toString());
        } else {
            assertTrue(last.startsWith("sha256 "), "stopped exactly between two updates: " + lines);
        }
    }

    @Test
    void killedRunIsRepeatedUpToItsNewestCheckpoint() throws Exception {
        CommandRun.of(CourtRun.train(run, "--max-updates", "4")).lines();
        try (SpawnedProgram life = SpawnedProgram.start(folder, SmallRun.resume(run, "--max-updates", "900000000"))) {
            life.await(() -> SmallRun.rows(run) >= 6);
            assertTrue(CommandRun.of("rerun", run.toString())
                    .refusalOfInput()
                    .contains("a process works on the run in " + run));
            life.kill();
        }
        assertFalse(Files.exists(again));
        verified();
    }

    @Test
    void runThatIsNotTheSameFailsWithOneSentence() throws IOException {
        CommandRun.of(CourtRun.train(run, "--max-updates", "3")).lines();
        Path config = run.resolve("config.json");
        Files.writeString(config, Files.readString(config).replace("\"seed\" : 1", "\"seed\" : 2"));
        CommandRun failed = CommandRun.of("rerun", run.toString(), "--verify");
        assertEquals(1, failed.exitCode());
        assertEquals(
                "Error: not identical: 000003.agent of " + run + " is not what the repetition in " + again + " came to",
                failed.err().strip());
        assertEquals(
                2,
                failed.out().lines().filter(line -> line.startsWith("sha256 ")).count());
    }

    @Test
    void whatCannotBeRepeatedIsRefusedBeforeAnythingIsWritten() throws IOException {
        assertTrue(CommandRun.of("rerun", run.toString()).refusalOfInput().endsWith("it has no config.json"));
        CommandRun.of(CourtRun.train(run, "--max-updates", "1")).lines();
        assertTrue(CommandRun.of("rerun", run.toString(), "--step-timeout", "3")
                .refusalOfInput()
                .contains("--step-timeout cannot be given"));
        assertTrue(CommandRun.of("rerun", run.toString(), "--run", run.toString())
                .refusalOfInput()
                .contains(run + " is not empty"));
        Path newest = run.resolve("checkpoints/000001.agent");
        Files.write(newest, new byte[100]);
        assertTrue(CommandRun.of("rerun", run.toString()).refusalOfInput().contains(newest + " is not a checkpoint"));
        Files.delete(newest);
        assertTrue(CommandRun.of("rerun", run.toString())
                .refusalOfInput()
                .endsWith("has made no update: there is nothing to repeat"));
        Files.delete(run.resolve("checkpoints/000000.agent"));
        assertTrue(CommandRun.of("rerun", run.toString())
                .refusalOfInput()
                .endsWith("has no checkpoint: there is nothing to repeat"));
        assertFalse(Files.exists(again));
    }

    @Test
    void codeOfAnotherVersionIsNamed() throws IOException {
        CommandRun.of(CourtRun.train(run, "--max-updates", "1")).lines();
        Path versions = run.resolve("version.txt");
        Files.writeString(versions, "gdx-agents 0.0.1,\u001b commit abc\n");
        assertEquals(
                "made by gdx-agents 0.0.1,\ufffd commit abc, repeated by gdx-agents, run from unpacked classes",
                verified().get(1));
    }

    /** The whole program, as users start it. */
    @Test
    void programTrainsListsAndRepeats() throws Exception {
        assertTrue(run(CourtRun.train(run, "--max-updates", "3")).contains("done after "));
        assertTrue(run("runs").contains("first  done "));
        assertTrue(run("rerun", "runs/first", "--verify").strip().endsWith("identical"));
        assertTrue(run("runs").contains("first-rerun  done "));
    }

    private String run(String... arguments) throws Exception {
        try (SpawnedProgram program = SpawnedProgram.start(folder, arguments)) {
            assertEquals(0, program.waitFor(), program.output());
            return program.output();
        }
    }
}
