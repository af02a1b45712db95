package io.github.gdxagents.headless.ale;

import java.nio.file.Path;

/**
 * A ROM that has been checked: the cartridge of Atari Pong, held in memory from the moment of the check, so that a file
 * changed afterwards makes no difference. Native code ends the process (or loops for ever) when it is handed anything
 * else, hence there is no other way to {@link AleConnection} than through here. Immutable, so threads may share it.
 */
public final class RomFile {

    private final Path path;
    private final byte[] bytes;

    /** Only {@link RomFingerprint} makes these, after its check. */
    RomFile(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /**
     * Reads a file and makes sure that it is the Pong ROM: a regular file of 2,048 bytes with the MD5
     * 60e0ea3cbe0913d39803477945e9e5ec. Never reads more than 2,049 bytes, and no native code is involved.
     *
     * @param path any path
     * @return the checked ROM
     * @throws AleException if the file is missing, a folder, unreadable, empty, of another length or another program
     */
    public static RomFile check(Path path) {
        return RomFingerprint.PONG.check(path);
    }

    /**
     * Where it was read.
     *
     * @return the path as it was given
     */
    public Path path() {
        return path;
    }

    /** The ROM itself, not a copy; nobody writes to it. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "RomFile[" + path + "]";
    }
}
