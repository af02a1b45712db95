package io.github.gdxagents.pong.replay;

import io.github.gdxagents.files.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Replays as files, each complete or absent. Stateless. */
public final class ReplayFiles {

    /** What the names of replays end with. */
    public static final String SUFFIX = ".replay";

    private ReplayFiles() {}

    /**
     * Writes a replay; at no moment is there half a file under the name.
     *
     * @param replay what to write
     * @param file where to; replaced if it is there
     * @throws java.io.UncheckedIOException if the disk does not take it; the file is as it was before
     */
    public static void write(Replay replay, Path file) {
        AtomicFiles.write(ReplayCodec.encode(replay), file);
    }

    /**
     * Reads a replay.
     *
     * @param file where it is
     * @return what was written
     * @throws ReplayException if there is no such file, it cannot be read, or it is not a replay that can be used
     */
    public static Replay read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ReplayException(
                    file + (Files.exists(file) ? " is not a file" : " does not exist") + ", expected a replay");
        }
        try (InputStream input = Files.newInputStream(file)) {
            // The header first: a large file that is something else is not read at all.
            byte[] header = input.readNBytes(ReplayCodec.HEADER);
            ReplayCodec.checkHeader(header, Files.size(file), file.toString());
            byte[] rest = input.readNBytes(ReplayCodec.MAX_BYTES);
            byte[] bytes = new byte[header.length + rest.length];
            System.arraycopy(header, 0, bytes, 0, header.length);
            System.arraycopy(rest, 0, bytes, header.length, rest.length);
            return ReplayCodec.decode(bytes, file.toString());
        } catch (IOException e) {
            throw new ReplayException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
