package io.github.gdxagents.headless.ale;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What the right ROM looks like from outside: its length and its MD5. Everything that says whether a ROM is right asks
 * here.
 *
 * @param md5 32 lower-case hexadecimal digits
 */
record RomFingerprint(String md5) {

    /** Length of the ROM, in bytes. */
    static final int BYTES = 2048;

    /** The one cartridge that this program plays. */
    static final RomFingerprint PONG = new RomFingerprint("60e0ea3cbe0913d39803477945e9e5ec");

    /**
     * Reads a file and makes sure of it. Never reads more than one byte beyond {@link #BYTES}.
     *
     * @param path the file
     * @return the checked ROM
     * @throws AleException if it is anything but the right ROM
     */
    RomFile check(Path path) {
        byte[] bytes;
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new AleException(named(path) + " is a folder, expected a file of " + size(BYTES) + " bytes");
            }
            if (!attributes.isRegularFile()) {
                throw new AleException(named(path) + " is no regular file, expected one of " + size(BYTES) + " bytes");
            }
            requireSize(named(path), attributes.size());
            try (InputStream in = Files.newInputStream(path)) {
                bytes = in.readNBytes(BYTES + 1);
            }
        } catch (NoSuchFileException e) {
            throw new AleException(named(path) + " does not exist, expected a file of " + size(BYTES) + " bytes", e);
        } catch (AccessDeniedException e) {
            throw new AleException(named(path) + " may not be read (access denied)", e);
        } catch (IOException e) {
            throw new AleException(named(path) + " cannot be read: " + Reason.of(e), e);
        }
        verify(named(path), bytes);
        return new RomFile(path, bytes);
    }

    /**
     * Makes sure of bytes that are already in memory.
     *
     * @param subject the first words of the sentence if they are wrong
     * @param bytes left as they are
     * @throws AleException if they are not the right ROM
     */
    void verify(String subject, byte[] bytes) {
        requireSize(subject, bytes.length);
        String found = md5Of(bytes);
        if (!found.equals(md5)) {
            throw new AleException(subject + " is another program: found MD5 " + found + ", expected " + md5);
        }
    }

    /** The words for a length that is wrong are the same whether it was read from the folder or counted. */
    private static void requireSize(String subject, long found) {
        if (found == 0) {
            throw new AleException(subject + " is empty, expected " + size(BYTES) + " bytes");
        }
        if (found != BYTES) {
            throw new AleException(subject + " has the wrong length: found "
                    + (found == 1 ? "1 byte" : size(found) + " bytes") + ", expected " + size(BYTES));
        }
    }

    /** The first words of every sentence about a file. An empty path is the present folder, which deserves its name. */
    private static String named(Path path) {
        return "ROM " + (path.toString().isEmpty() ? path.toAbsolutePath() : path);
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%,d", bytes);
    }

    private static String md5Of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5, but this one does not", e);
        }
    }
}
