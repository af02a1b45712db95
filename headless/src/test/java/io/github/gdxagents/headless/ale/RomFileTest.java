package io.github.gdxagents.headless.ale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RomFileTest {

    @TempDir
    Path folder;

    @Test
    void missingFileIsNamed() {
        Path file = folder.resolve("pong.bin");
        assertEquals("ROM " + file + " does not exist, expected a file of 2,048 bytes", refusal(file));
    }

    @Test
    void folderIsNoRom() {
        assertEquals("ROM " + folder + " is a folder, expected a file of 2,048 bytes", refusal(folder));
    }

    @Test
    void emptyPathIsThePresentFolder() {
        assertEquals(
                "ROM " + Path.of("").toAbsolutePath() + " is a folder, expected a file of 2,048 bytes",
                refusal(Path.of("")));
    }

    @Test
    void emptyFileIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("pong.bin"));
        assertEquals("ROM " + file + " is empty, expected 2,048 bytes", refusal(file));
    }

    @Test
    void shortAndLongFilesAreRefusedWithTheirLength() throws IOException {
        Path file = Files.write(folder.resolve("pong.bin"), new byte[2047]);
        assertEquals("ROM " + file + " has the wrong length: found 2,047 bytes, expected 2,048", refusal(file));
        Files.write(file, new byte[2049]);
        assertEquals("ROM " + file + " has the wrong length: found 2,049 bytes, expected 2,048", refusal(file));
        Files.write(file, new byte[1]);
        assertEquals("ROM " + file + " has the wrong length: found 1 byte, expected 2,048", refusal(file));
    }

    @Test
    void hugeFileIsRefusedUnread() throws IOException {
        Path file = folder.resolve("pong.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100_000_000);
        }
        assertEquals("ROM " + file + " has the wrong length: found 100,000,000 bytes, expected 2,048", refusal(file));
    }

    @Test
    void otherProgramOfTheRightLengthIsRefusedWithItsMd5() throws IOException {
        Path file = Files.write(folder.resolve("pong.bin"), OtherRom.wrongBytes());
        assertEquals(
                "ROM " + file + " is another program: found MD5 23cd69b220c49ffa16e2c6388a1a0ad9,"
                        + " expected 60e0ea3cbe0913d39803477945e9e5ec",
                refusal(file));
        byte[] random = new byte[2048];
        new Random(1).nextBytes(random);
        Files.write(file, random);
        assertFalse(refusal(file).isEmpty());
    }

    @Test
    void unreadableFileIsRefused() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = Files.write(folder.resolve("pong.bin"), OtherRom.bytes());
        Files.setPosixFilePermissions(file, Set.of());
        assumeFalse(Files.isReadable(file), "this user may read everything");
        assertEquals("ROM " + file + " may not be read (access denied)", refusal(file));
    }

    @Test
    void deviceIsRefusedUnread() {
        Path device = Path.of("/dev/zero");
        assumeTrue(Files.exists(device));
        assertEquals("ROM /dev/zero is no regular file, expected one of 2,048 bytes", refusal(device));
    }

    @Test
    void linkInCirclesIsRefused() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path link = folder.resolve("pong.bin");
        Files.createSymbolicLink(link, link);
        assertFalse(refusal(link).isEmpty());
    }

    @Test
    void rightFileIsHeldAsItWasWhenChecked() throws IOException {
        Path file = Files.write(folder.resolve("any näme"), OtherRom.bytes());
        RomFile rom = OtherRom.FINGERPRINT.check(file);
        Files.write(file, OtherRom.wrongBytes());
        assertEquals(file, rom.path());
        assertArrayEquals(OtherRom.bytes(), rom.bytes());
    }

    @Test
    void emulatorTakesNoRomWithAnotherFingerprint() throws IOException {
        RomFile other = OtherRom.FINGERPRINT.check(Files.write(folder.resolve("pong.bin"), OtherRom.bytes()));
        AleException e =
                assertThrows(AleException.class, () -> AleConnection.open(other).close());
        assertEquals(refusal(other.path()), e.getMessage());
    }

    private static String refusal(Path file) {
        String message =
                assertThrows(AleException.class, () -> RomFile.check(file)).getMessage();
        assertEquals(1, message.lines().count());
        return message;
    }
}
