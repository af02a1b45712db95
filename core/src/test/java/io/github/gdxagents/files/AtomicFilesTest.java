package io.github.gdxagents.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    Path folder;

    @Test
    void anOldFileIsReplaced() throws IOException {
        Path file = folder.resolve("best.agent");
        AtomicFiles.write(new byte[100], file);
        AtomicFiles.write(new byte[] {1, 2, 3}, file);
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void whatAKilledProcessLeftDoesNotDisturb() throws IOException {
        Path file = folder.resolve("000001.agent");
        Files.write(folder.resolve("000001.agent.tmp"), new byte[5000]);
        AtomicFiles.write(new byte[] {1}, file);
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
        assertEquals(List.of(file), files());
    }

    /** In a folder that came from others a link may stand where we write. */
    @Test
    void aLinkIsReplacedAndNotFollowed() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "text");
        Path file = folder.resolve("config.json");
        Files.createSymbolicLink(file, precious);
        Files.createSymbolicLink(AtomicFiles.temporary(file), precious);
        AtomicFiles.write(new byte[] {1}, file);
        assertEquals("text", Files.readString(precious));
        assertTrue(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
    }

    @Test
    void aRelativePathWithoutFolderIsWritten() throws IOException {
        Path file = Path.of("relative-path-of-a-test.agent");
        try {
            AtomicFiles.write(new byte[] {7}, file);
            assertArrayEquals(new byte[] {7}, Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Test
    void aMissingFolderIsToldWithTheFilesName() {
        Path file = folder.resolve("nowhere").resolve("000001.agent");
        UncheckedIOException failure =
                assertThrows(UncheckedIOException.class, () -> AtomicFiles.write(new byte[] {1}, file));
        assertEquals("could not write " + file + ": its folder does not exist", failure.getMessage());
        assertFalse(Files.exists(file.getParent()));
    }

    @Test
    void aFailedWriteLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("000001.agent");
        AtomicFiles.write(new byte[] {1, 2}, file);
        // The temporary file cannot be opened: a folder stands there.
        Path inTheWay =
                Files.createDirectories(folder.resolve("000001.agent.tmp").resolve("full"));
        assertThrows(UncheckedIOException.class, () -> AtomicFiles.write(new byte[] {3}, file));
        assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(file));
        assertTrue(Files.isDirectory(inTheWay));
    }

    @Test
    void aFailedRenameLeavesNoTemporaryFile() throws IOException {
        Path inTheWay = Files.createDirectories(folder.resolve("000001.agent").resolve("full"));
        Path file = folder.resolve("000001.agent");
        assertThrows(UncheckedIOException.class, () -> AtomicFiles.write(new byte[] {3}, file));
        assertTrue(Files.isDirectory(inTheWay));
        assertEquals(List.of(file), files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void whatIsAppendedStandsAtTheEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("rows"), "one\n");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            AtomicFiles.append(channel, ByteBuffer.wrap("two\n".getBytes(StandardCharsets.UTF_8)));
            AtomicFiles.append(channel, ByteBuffer.wrap("three\n".getBytes(StandardCharsets.UTF_8)));
        }
        assertEquals("one\ntwo\nthree\n", Files.readString(file));
    }

    /** Linux has a device that is always full. */
    @Test
    void whatDoesNotFitIsRefused() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        try (FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE)) {
            IOException e = assertThrows(
                    IOException.class, () -> AtomicFiles.append(channel, ByteBuffer.wrap(new byte[] {1, 2, 3})));
            assertTrue(e.getMessage().contains("No space left"), e.getMessage());
        }
    }
}
