package io.github.gdxagents.agent.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFilesTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAndNothingElseIsLeft() throws IOException {
        Checkpoint checkpoint = SmallRun.checkpoint(1, 2);
        Path file = folder.resolve("000001.agent");
        CheckpointFiles.write(checkpoint, file);
        byte[] bytes = CheckpointCodec.encode(checkpoint);
        assertArrayEquals(bytes, Files.readAllBytes(file));
        assertArrayEquals(bytes, CheckpointCodec.encode(CheckpointFiles.read(file)));
        assertEquals(List.of(file), files());
    }

    @Test
    void missingFilesAndFoldersAreRefusedByName() {
        Path missing = folder.resolve("000009.agent");
        assertEquals(missing + " does not exist, expected a checkpoint", refusal(missing));
        assertEquals(folder + " is not a file, expected a checkpoint", refusal(folder));
    }

    @Test
    void emptyFilesAreRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.agent"));
        assertEquals(file + " is cut short or not a checkpoint: found 0 bytes, expected at least 24", refusal(file));
    }

    @Test
    void aFileCutAtManyPlacesIsRefused() throws IOException {
        byte[] good = CheckpointCodec.encode(SmallRun.checkpoint(1, 2));
        Path file = folder.resolve("cut.agent");
        for (int length = 0; length < good.length; length += Math.max(1, good.length / 60)) {
            Files.write(file, Arrays.copyOf(good, length));
            assertTrue(refusal(file).startsWith(file + " is cut short"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3L << 30, 1L << 30})
    void hugeFilesAreRefusedWithoutReadingThem(long size) throws IOException {
        Path file = folder.resolve("huge.agent");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
        }
        assertTrue(refusal(file)
                .startsWith(file
                        + (size > 1L << 30
                                ? " is too large for a checkpoint: found 3221225472 bytes"
                                : " is not a checkpoint")));
        assertTrue(AllocatedBytes.leastOf(3, () -> refusal(file)) < 200_000);
    }

    @Test
    void aLengthOfTwoGibibytesIsRefusedWithoutMemory() throws IOException {
        byte[] bytes = CheckpointCodec.encode(SmallRun.checkpoint(1, 0));
        ByteBuffer.wrap(bytes).putLong(12, 1L << 31);
        Path file = Files.write(folder.resolve("length.agent"), bytes);
        assertTrue(refusal(file).contains("its header promises 2147483648 bytes"));
        assertTrue(AllocatedBytes.leastOf(3, () -> refusal(file)) < 200_000);
    }

    @ParameterizedTest
    @CsvSource({"0, 000000.agent", "120, 000120.agent", "999999, 999999.agent", "1000000, 1000000.agent"})
    void filesAreNamedByTheirUpdates(long updates, String name) {
        assertEquals(name, CheckpointFiles.name(updates));
    }

    @Test
    void newestIsTheOneWithTheMostUpdates() throws IOException {
        assertEquals(Optional.empty(), CheckpointFiles.newest(folder));
        assertEquals(List.of(), CheckpointFiles.newestFirst(folder.resolve("nowhere")));
        for (String name : List.of(
                "000009.agent",
                "1000000.agent",
                "999999.agent",
                "best.agent",
                "9.agent",
                "2000000.agent.tmp",
                "x000010.agent",
                "9999999999999999999999.agent")) {
            Files.createFile(folder.resolve(name));
        }
        assertEquals(
                List.of("1000000.agent", "999999.agent", "000009.agent"),
                CheckpointFiles.newestFirst(folder).stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
        assertEquals(Optional.of(folder.resolve("1000000.agent")), CheckpointFiles.newest(folder));
    }

    @Test
    void pruningKeepsTheNewestAndEverythingElse() throws IOException {
        for (long updates = 95; updates <= 105; updates++) {
            Files.createFile(folder.resolve(CheckpointFiles.name(updates)));
        }
        Path best = Files.createFile(folder.resolve("best.agent"));
        CheckpointFiles.prune(folder, 3);
        assertEquals(
                List.of(
                        folder.resolve("000103.agent"),
                        folder.resolve("000104.agent"),
                        folder.resolve("000105.agent"),
                        best),
                files());
        CheckpointFiles.prune(folder, 10);
        assertEquals(4, files().size());
    }

    private static String refusal(Path file) {
        return assertThrows(CheckpointException.class, () -> CheckpointFiles.read(file))
                .getMessage();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
