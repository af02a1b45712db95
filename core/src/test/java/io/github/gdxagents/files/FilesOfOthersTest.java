package io.github.gdxagents.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FilesOfOthersTest {

    @TempDir
    Path folder;

    @Test
    void aFileIsReadWhole() throws IOException {
        byte[] bytes = {1, 2, 3, 4, 5};
        Path file = Files.write(folder.resolve("x"), bytes);
        assertArrayEquals(bytes, FilesOfOthers.read(file, "trial", 5));
        assertArrayEquals(bytes, FilesOfOthers.read(file, "trial", 5, 3, (start, size) -> {
            assertArrayEquals(new byte[] {1, 2, 3}, start);
            assertEquals(5, size);
        }));
        assertArrayEquals(bytes, FilesOfOthers.read(file, "trial", 5, 24, (start, size) -> {
            assertArrayEquals(bytes, start);
        }));
    }

    @Test
    void whatIsNoFileOrTooLargeIsNamed() throws IOException {
        Path missing = folder.resolve("missing");
        assertEquals(missing + " does not exist, expected a trial", refusal(missing));
        assertEquals(folder + " is not a file, expected a trial", refusal(folder));
        Path large = folder.resolve("large");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        assertEquals(
                large + " is too large for a trial: found 1099511627776 bytes, expected at most 100", refusal(large));
    }

    @Test
    void theHeaderIsAskedBeforeTheRestIsRead() throws IOException {
        Path file = Files.write(folder.resolve("x"), new byte[100]);
        IllegalStateException refused = new IllegalStateException("not mine");
        assertEquals(
                refused,
                assertThrows(
                        IllegalStateException.class,
                        () -> FilesOfOthers.read(file, "trial", 100, 8, (start, size) -> {
                            throw refused;
                        })));
    }

    /** Opening a pipe waits for somebody to write into it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void pipesAndDevicesAreNotOpened() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertTrue(made.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, made.exitValue());
        assertEquals(pipe + " is not a file, expected a trial", refusal(pipe));
        assertEquals("/dev/zero is not a file, expected a trial", refusal(Path.of("/dev/zero")));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/zero"));
        assertEquals(link + " is not a file, expected a trial", refusal(link));
    }

    /** Files of the kernel say that they have no bytes, and give some. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatGivesMoreThanItHasIsNotReadToItsEnd() {
        assertEquals("/proc/stat has grown while it was read, expected 0 bytes", refusal(Path.of("/proc/stat")));
    }

    private static String refusal(Path file) {
        return String.valueOf(assertThrows(IOException.class, () -> FilesOfOthers.read(file, "trial", 100))
                .getMessage());
    }
}
