package io.github.gdxagents.agent.checkpoint;

import io.github.gdxagents.files.AtomicFiles;
import io.github.gdxagents.files.FilesOfOthers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checkpoints as files, each complete or absent. Stateless. */
public final class CheckpointFiles {

    /** What the names of checkpoints end with. */
    public static final String SUFFIX = ".agent";

    /** The folder of a run in which its checkpoints are. */
    public static final String FOLDER = "checkpoints";

    /** The largest file that is read: the largest network with Adam's memory takes 384 MB. */
    private static final long MAX_BYTES = 1L << 30;

    private static final Pattern NUMBERED = Pattern.compile("\\d{6,18}\\.agent");

    private CheckpointFiles() {}

    /**
     * Writes a checkpoint: to a temporary file beside it, forced to disk, then renamed. At no moment is there half a file under
     * the name, whatever happens to the process or the machine.
     *
     * @param checkpoint what to write
     * @param file where to; replaced if it is there
     * @throws UncheckedIOException if the disk does not take it; the file is as it was before
     */
    public static void write(Checkpoint checkpoint, Path file) {
        AtomicFiles.write(CheckpointCodec.encode(checkpoint), file);
    }

    /**
     * Reads a checkpoint, in the memory that {@link CheckpointCodec} says.
     *
     * @param file where it is; only a regular file is opened
     * @return what was written
     * @throws CheckpointException if there is no such file, it cannot be read, or it is not a checkpoint that can be used
     */
    public static Checkpoint read(Path file) {
        try {
            byte[] bytes = FilesOfOthers.read(
                    file,
                    "checkpoint",
                    MAX_BYTES,
                    CheckpointCodec.HEADER,
                    (start, size) -> CheckpointCodec.checkHeader(start, size, file.toString()));
            return CheckpointCodec.decode(bytes, file.toString());
        } catch (IOException e) {
            throw new CheckpointException(String.valueOf(e.getMessage()), e);
        } catch (OutOfMemoryError e) {
            throw new CheckpointException(file + " does not fit into this program's memory", e);
        }
    }

    /**
     * In which version of the format a checkpoint was written.
     *
     * @param file one that {@link #read} can read
     * @return 1 to {@link CheckpointCodec#VERSION}
     * @throws CheckpointException if it is no longer there or cannot be read
     */
    public static int version(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] start = input.readNBytes(CheckpointCodec.HEADER);
            CheckpointCodec.checkHeader(start, Files.size(file), file.toString());
            return CheckpointCodec.version(start);
        } catch (IOException e) {
            throw new CheckpointException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The name of a run's checkpoint.
     *
     * @param updates updates made, 0 or more
     * @return for example {@code 000120.agent}
     */
    public static String name(long updates) {
        return String.format(Locale.ROOT, "%06d%s", updates, SUFFIX);
    }

    /**
     * The numbered checkpoints in a folder.
     *
     * @param folder where to look; need not exist
     * @return newest first
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static List<Path> newestFirst(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            NUMBERED.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparingLong(CheckpointFiles::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * The newest numbered checkpoint in a folder.
     *
     * @param folder where to look; need not exist
     * @return the one with the most updates, or nothing
     */
    public static Optional<Path> newest(Path folder) {
        return newestFirst(folder).stream().findFirst();
    }

    /**
     * The checkpoint that a path means: a file itself; of a run's folder or of its folder of checkpoints the best one, and before
     * there is a best one the newest.
     *
     * @param path a file or a folder
     * @return a file, which need not exist if the path is none
     * @throws CheckpointException if it is a folder without a checkpoint
     */
    public static Path at(Path path) {
        if (!Files.isDirectory(path)) {
            return path;
        }
        Path inside = path.resolve(FOLDER);
        Path folder = Files.isDirectory(inside) ? inside : path;
        Path best = best(folder);
        if (Files.exists(best)) {
            return best;
        }
        return newest(folder).orElseThrow(() -> new CheckpointException(path + " holds no checkpoint"));
    }

    /**
     * Where a run keeps its best checkpoint.
     *
     * @param folder of the run's checkpoints
     * @return a file, which need not exist
     */
    public static Path best(Path folder) {
        return folder.resolve("best" + SUFFIX);
    }

    /**
     * Deletes all numbered checkpoints but the newest ones.
     *
     * @param folder where to look
     * @param keep how many to keep
     */
    public static void prune(Path folder, int keep) {
        newestFirst(folder).stream().skip(keep).forEach(AtomicFiles::deleteQuietly);
    }

    private static long number(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }
}
