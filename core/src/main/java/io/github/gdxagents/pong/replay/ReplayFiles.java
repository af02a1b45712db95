package io.github.gdxagents.pong.replay;

import io.github.gdxagents.files.AtomicFiles;
import io.github.gdxagents.files.FilesOfOthers;
import java.io.IOException;
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
     * Reads a replay, in the memory that {@link ReplayCodec} says.
     *
     * @param file where it is; only a regular file is opened
     * @return what was written
     * @throws ReplayException if there is no such file, it cannot be read, or it is not a replay that can be used
     */
    public static Replay read(Path file) {
        try {
            byte[] bytes = FilesOfOthers.read(
                    file,
                    "replay",
                    // Its header says first whether it is a replay at all, then whether one can be so large.
                    Integer.MAX_VALUE - 8,
                    ReplayCodec.HEADER,
                    (start, size) -> ReplayCodec.checkHeader(start, size, file.toString()));
            return ReplayCodec.decode(bytes, file.toString());
        } catch (IOException e) {
            throw new ReplayException(String.valueOf(e.getMessage()), e);
        }
    }
}
