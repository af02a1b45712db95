package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointException;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.files.AtomicFiles;
import io.github.gdxagents.files.FilesOfOthers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where a run keeps things:
 *
 * <pre>
 * config.json      everything that was chosen
 * command.txt      the exact commands, one for each life of the run
 * version.txt      the code's version
 * output.log       what was printed
 * metrics.csv      a row for each update
 * evaluations.csv  a row for each look at how good the policy is in fresh episodes
 * checkpoints/     the newest few, named by the number of updates, and best.agent; start.agent, if the run began with a policy
 * transfer.csv     for such a run: points on both courts, before and after
 * lock             held while a process works here
 * </pre>
 *
 * <p>The folder may come from others. It is written to only if there is nothing in it but files and folders: no link, no pipe, no device.
 */
public final class RunDirectory implements AutoCloseable {

    /** How many numbered checkpoints are kept. */
    private static final int KEEP = 3;

    /** The name of the curve's file in a run's folder. */
    public static final String METRICS = "metrics.csv";

    /** The name of the held-out scores' file in a run's folder. */
    public static final String EVALUATIONS = "evaluations.csv";

    private static final String CONFIG = "config.json";

    private final Path folder;
    private final FileChannel lock;

    private RunDirectory(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder of a new run.
     *
     * @param folder where; must be empty or absent
     * @param config what the run will do
     * @return the folder, locked
     * @throws InputException if there is something at that place already
     */
    public static RunDirectory create(Path folder, RunConfig config) {
        return create(folder, config, Optional.empty());
    }

    /**
     * Makes the folder of a new run that may begin with a policy.
     *
     * @param folder where; must be empty or absent
     * @param config what the run will do
     * @param start what its network begins with; kept in the folder
     * @return the folder, locked
     * @throws InputException if there is something at that place already
     */
    public static RunDirectory create(Path folder, RunConfig config, Optional<Checkpoint> start) {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new InputException(folder + " is a file, expected a new folder for the run");
            }
            if (Files.exists(folder) && !isUnused(folder)) {
                throw new InputException(
                        folder + " is not empty, expected a new folder for the run; to go on with a run"
                                + " there, use --resume " + folder);
            }
            Files.createDirectories(folder.resolve(CheckpointFiles.FOLDER));
        } catch (IOException e) {
            throw new InputException("could not make the folder " + folder + ": " + reason(e), e);
        }
        requireOwnFiles(folder);
        RunDirectory directory = new RunDirectory(folder, lock(folder));
        // Before the configuration: what has one is a run, and needs all it began with.
        start.ifPresent(checkpoint -> CheckpointFiles.write(checkpoint, directory.startFile()));
        directory.saveConfig(config);
        return directory;
    }

    /**
     * Opens the folder of a run that was begun.
     *
     * @param folder where
     * @return the folder, locked
     * @throws InputException if there is no run there, or another process works on it
     */
    public static RunDirectory open(Path folder) {
        requireRun(folder);
        requireOwnFiles(folder);
        return new RunDirectory(folder, lock(folder));
    }

    /**
     * That nothing in the folder leads out of it. Somebody else may have made it: a link named output.log could lead to a file of the user's
     * that would be written to, one named checkpoints to a folder where old checkpoints would be deleted, a pipe would never be opened.
     */
    private static void requireOwnFiles(Path folder) {
        try {
            Files.walkFileTree(folder.toRealPath(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!attributes.isRegularFile()) {
                        throw new InputException(file + " is " + (attributes.isSymbolicLink() ? "a link" : "no file")
                                + ", expected nothing but files and folders where a run writes");
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        // Deleted just now, by the process that works here: the lock will tell of it.
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw new InputException("could not look through the folder " + folder + ": " + reason(e), e);
        }
    }

    private static void requireRun(Path folder) {
        if (!Files.isRegularFile(folder.resolve(CONFIG))) {
            throw new InputException(folder + " is not the folder of a run: it has no " + CONFIG);
        }
    }

    /**
     * What a run does, also while another process works on it.
     *
     * @param folder of the run
     * @return the configuration
     * @throws InputException if there is no run there, or its configuration cannot be read
     */
    public static RunConfig readConfig(Path folder) {
        requireRun(folder);
        Path file = folder.resolve(CONFIG);
        try {
            byte[] bytes = FilesOfOthers.read(file, "run's configuration", 4 * JsonSettings.LONGEST);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return RunConfig.ofJson(text, file.toString());
        } catch (CharacterCodingException e) {
            throw new InputException(file + " cannot be read: it is no UTF-8", e);
        } catch (IOException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The folder.
     *
     * @return its path
     */
    public Path folder() {
        return folder;
    }

    /**
     * What the run does.
     *
     * @return the configuration
     */
    public RunConfig config() {
        return readConfig(folder);
    }

    /**
     * Changes what the run does.
     *
     * @param config the configuration
     */
    public void saveConfig(RunConfig config) {
        AtomicFiles.write(config.toJson().getBytes(StandardCharsets.UTF_8), folder.resolve(CONFIG));
    }

    /**
     * Adds a line to the exact commands and the code's versions.
     *
     * @param command as the user typed it
     * @param version of the code
     */
    public void addLife(String command, String version) {
        append("command.txt", command);
        append("version.txt", version);
    }

    /**
     * Adds a line to the log of what was printed, when no run writes there.
     *
     * @param line what was printed
     */
    public void addToLog(String line) {
        append("output.log", line);
    }

    private void append(String name, String line) {
        try {
            Files.writeString(
                    folder.resolve(name),
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + folder.resolve(name) + ": " + reason(e), e);
        }
    }

    /**
     * The file of what was printed.
     *
     * @return {@code output.log}
     */
    public Path outputLog() {
        return folder.resolve("output.log");
    }

    /**
     * The file of the curve.
     *
     * @return {@code metrics.csv}
     */
    public Path metricsCsv() {
        return folder.resolve(METRICS);
    }

    /**
     * The file of the held-out scores.
     *
     * @return {@code evaluations.csv}
     */
    public Path evaluationsCsv() {
        return folder.resolve(EVALUATIONS);
    }

    /**
     * Keeps a checkpoint, and drops all but the newest few.
     *
     * @param checkpoint the run's present state
     * @return its file
     */
    public Path save(Checkpoint checkpoint) {
        Path file =
                checkpoints().resolve(CheckpointFiles.name(checkpoint.state().updates()));
        CheckpointFiles.write(checkpoint, file);
        CheckpointFiles.prune(checkpoints(), KEEP);
        return file;
    }

    /**
     * Keeps a checkpoint as the run's best. Called before {@link #save}: killed between the two, the run makes these updates again,
     * and this file with them.
     *
     * @param checkpoint the best one so far
     */
    public void saveBest(Checkpoint checkpoint) {
        CheckpointFiles.write(checkpoint, CheckpointFiles.best(checkpoints()));
    }

    /**
     * Whether there is something to go on from.
     *
     * @return whether the run has a numbered checkpoint, which may be damaged
     */
    public boolean hasCheckpoint() {
        return CheckpointFiles.newest(checkpoints()).isPresent();
    }

    /**
     * The newest checkpoint that can be read.
     *
     * @param complaints told of each newer one that cannot
     * @return the checkpoint, or nothing if the run has none
     * @throws CheckpointException if there are some, but none can be read
     */
    public Optional<Checkpoint> newest(Consumer<String> complaints) {
        List<Path> files = CheckpointFiles.newestFirst(checkpoints());
        CheckpointException first = null;
        for (Path file : files) {
            try {
                return Optional.of(CheckpointFiles.read(file));
            } catch (CheckpointException e) {
                complaints.accept(String.valueOf(e.getMessage()));
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
        return Optional.empty();
    }

    /**
     * What the run's network began with.
     *
     * @return the policy, or nothing if it began with fresh weights
     * @throws CheckpointException if it cannot be read
     */
    public Optional<Checkpoint> start() {
        return Files.exists(startFile()) ? Optional.of(CheckpointFiles.read(startFile())) : Optional.empty();
    }

    private Path startFile() {
        return checkpoints().resolve("start" + CheckpointFiles.SUFFIX);
    }

    /**
     * The file of what was learned on one court and is worth on the other.
     *
     * @return {@code transfer.csv}
     */
    public Path transferCsv() {
        return folder.resolve("transfer.csv");
    }

    private Path checkpoints() {
        return folder.resolve(CheckpointFiles.FOLDER);
    }

    private static FileChannel lock(Path folder) {
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            try {
                if (channel.tryLock() == null) {
                    throw new OverlappingFileLockException();
                }
            } catch (OverlappingFileLockException e) {
                channel.close();
                throw new InputException("another process works on the run in " + folder, e);
            }
            return channel;
        } catch (IOException e) {
            throw new InputException("could not lock the folder " + folder + ": " + reason(e), e);
        }
    }

    /** Whether there is nothing of a run: no file, or only what a process left that was killed before it wrote config.json. */
    private static boolean isUnused(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                            .allMatch(List.of(CheckpointFiles.FOLDER, "lock", CONFIG + ".tmp")::contains)
                    && CheckpointFiles.newest(folder.resolve(CheckpointFiles.FOLDER))
                            .isEmpty()
                    && Files.notExists(CheckpointFiles.best(folder.resolve(CheckpointFiles.FOLDER)));
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }

    /** Lets other processes work here. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not unlock " + folder, e);
        }
    }
}
