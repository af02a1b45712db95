package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ROM that is missing or wrong: one sentence, exit code 2, and nothing is written. */
class TrainWithoutRomTest {

    @TempDir
    Path folder;

    private Path run;

    @BeforeEach
    void nameRun() {
        run = folder.resolve("run");
    }

    @Test
    void missingFile() throws IOException {
        assertRefused(folder.resolve("none.bin"), "does not exist");
    }

    @Test
    void emptyFile() throws IOException {
        assertRefused(Files.createFile(folder.resolve("pong.bin")), "is empty, expected 2,048 bytes");
    }

    @Test
    void folderInsteadOfAFile() throws IOException {
        assertRefused(Files.createDirectory(folder.resolve("pong.bin")), "is a folder");
    }

    @Test
    void randomBytesOfTheRightLength() throws IOException {
        byte[] bytes = new byte[2048];
        new Random(1).nextBytes(bytes);
        assertRefused(Files.write(folder.resolve("pong.bin"), bytes), "is another program: found MD5 ");
    }

    @Test
    void wrongLength() throws IOException {
        assertRefused(Files.write(folder.resolve("pong.bin"), new byte[4096]), "found 4,096 bytes, expected 2,048");
    }

    /** Whether this machine has a ROM must not matter, hence a process with another home and environment. */
    @Test
    void noRomAnywhereIsOneSentenceWithTheThreeWaysToGetOne() throws Exception {
        SpawnedProgram program = SpawnedProgram.start(
                folder,
                List.of("-Duser.home=" + folder),
                Map.of("ALE_ROM_DIR", "", "XDG_CACHE_HOME", "", "LOCALAPPDATA", ""),
                "train",
                "--env",
                "ale");
        assertEquals(2, program.waitFor(), program.output());
        assertEquals(1, program.output().lines().count(), program.output());
        assertTrue(program.output().startsWith("Error: no Pong ROM was found"), program.output());
        String output = program.output();
        Stream.of("--rom FILE", "ALE_ROM_DIR", "rom --fetch").forEach(way -> assertTrue(output.contains(way), output));
        assertFalse(Files.exists(folder.resolve("runs")));
    }

    /** The built-in court is trained on all the same, and the run says what it could not do in the end. */
    @Test
    void theBuiltInCourtNeedsNoRom() throws Exception {
        SpawnedProgram program = SpawnedProgram.start(
                folder,
                List.of("-Duser.home=" + folder),
                Map.of("ALE_ROM_DIR", "", "XDG_CACHE_HOME", "", "LOCALAPPDATA", ""),
                "train",
                "--preset",
                "karpathy",
                "--run",
                run.toString(),
                "--max-episodes",
                "2",
                "--batch-episodes",
                "2",
                "--hidden",
                "16");
        assertEquals(0, program.waitFor(), program.output());
        String output = program.output();
        assertTrue(output.startsWith("Built-in Atari Pong · skip 2-4 · sticky 0.25 · no-ops 0 · sampled"), output);
        assertTrue(output.contains("not checked on the emulator: no Pong ROM was found"), output);
        assertTrue(output.contains("rom --fetch"), output);
        assertTrue(Files.readString(run.resolve("output.log")).contains("not checked on the emulator"));
        assertTrue(Files.exists(run.resolve("checkpoints").resolve("best.agent")));
    }

    private void assertRefused(Path rom, String reason) throws IOException {
        List<Path> before = files();
        for (List<String> command : List.of(List.of("train", "--run", run.toString()), List.of("bench"))) {
            String[] arguments = Stream.concat(command.stream(), Stream.of("--rom", rom.toString()))
                    .toArray(String[]::new);
            String sentence = CommandRun.of(arguments).refusalOfInput();
            assertTrue(sentence.startsWith("Error: ROM " + rom + " "), sentence);
            assertTrue(sentence.contains(reason), sentence);
        }
        assertEquals(before, files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }
}
