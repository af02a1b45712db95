package io.github.gdxagents.headless.ale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file that stands for the ROM in tests, which have none: 2,048 bytes of 7, under their own fingerprint. */
public final class OtherRom {

    static final RomFingerprint FINGERPRINT = new RomFingerprint("ccd06741467549ec06cc3dd10eb6758e");

    private OtherRom() {}

    static byte[] bytes() {
        return filled(7);
    }

    /** 2,048 bytes that are not the ROM. */
    static byte[] wrongBytes() {
        return filled(8);
    }

    /** Writes a file, and its folders first. */
    static Path write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[RomFingerprint.BYTES];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
