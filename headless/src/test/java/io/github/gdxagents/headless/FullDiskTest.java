package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that takes no more: the run ends with a sentence, what it had is whole, and it goes on when there is room again. */
class FullDiskTest {

    @TempDir
    static Path home;

    private static Path straight;

    @TempDir
    Path folder;

    @BeforeAll
    static void trainUndisturbed() {
        straight = home.resolve("straight");
        CommandRun.of(train(straight)).lines();
    }

    /** A checkpoint takes 1.2 MB. When a run begins there is one of them, the best and the newest in one. */
    @ParameterizedTest
    @ValueSource(ints = {100_000, 2_000_000, 3_000_000})
    void runOnAFullDiskGoesOnLater(int left) throws Exception {
        Path disk = folder.resolve("disk");
        Path moved = folder.resolve("moved");
        try (SmallDisk small = SmallDisk.mount(disk, 20)) {
            small.fill("other", (int) small.left() - left);
            Path run = disk.resolve("run");
            CommandRun full = CommandRun.of(train(run));
            assertEquals(1, full.exitCode(), full.out() + full.err());
            assertTrue(full.err().matches("Error: could not .*: No space left on device\\R"), full.err());
            assertTrue(
                    full.out().contains("go on with: java -jar gdx-agents-headless.jar train --resume "), full.out());
            List<Path> whole = CheckpointFiles.newestFirst(run.resolve("checkpoints"));
            whole.forEach(CheckpointFiles::read);
            assertEquals(left < 1_500_000, whole.isEmpty(), whole.toString());
            copy(run, moved);
        }
        CommandRun.of(resume(moved)).lines();
        assertSame(moved);
    }

    @Test
    void runWhoseFolderTurnsReadOnlyGoesOnLater() throws Exception {
        Path run = folder.resolve("run");
        try (SmallDisk disk = SmallDisk.mount(run.resolve("checkpoints"), 20)) {
            try (SpawnedProgram life = SpawnedProgram.start(folder, train(run))) {
                life.await(() -> SmallRun.rows(run) >= 1);
                disk.setReadOnly(true);
                assertEquals(1, life.waitFor(), life.output());
                assertTrue(life.output().contains("\nError: could not write "), life.output());
                assertTrue(life.output().contains(": Read-only file system"), life.output());
            }
            disk.setReadOnly(false);
            CommandRun.of(resume(run)).lines();
            assertSame(run);
        }
    }

    private static String[] train(Path run) {
        return new String[] {
            "train",
            "--run",
            run.toString(),
            "--max-decisions",
            "100000",
            "--evaluate-every",
            "40000",
            "--evaluate-episodes",
            "2",
            "--final-episodes",
            "0"
        };
    }

    private static String[] resume(Path run) {
        return new String[] {"train", "--resume", run.toString(), "--final-episodes", "0"};
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void assertSame(Path run) throws IOException {
        Path newest = CheckpointFiles.newest(straight.resolve("checkpoints")).orElseThrow();
        for (String name : List.of(newest.getFileName().toString(), "best.agent")) {
            assertArrayEquals(SmallRun.checkpoint(straight, name), SmallRun.checkpoint(run, name), name);
        }
        assertEquals(SmallRun.curve(straight), SmallRun.curve(run));
        assertEquals(SmallRun.evaluations(straight), SmallRun.evaluations(run));
    }
}
