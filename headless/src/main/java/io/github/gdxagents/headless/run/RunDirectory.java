package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointException;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.PlayedPiece;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.files.AtomicFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 * tensorboard/     the same for TensorBoard, a file for each life of the run
 * transfer.csv     for such a run: points on both courts, before and after
 * offending-batch.jsonl.gz  what an update learned from that came to numbers which are none
 * lock             held while a process works here
 * </pre>
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
        RunDirectory directory = new RunDirectory(folder, lock(folder));
        directory.sweep();
        return directory;
    }

    /** Takes away what a process that was killed had not given its name yet. */
    private void sweep() {
        for (Path place : List.of(folder, checkpoints())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "*.tmp")) {
                files.forEach(AtomicFiles::deleteQuietly);
            } catch (IOException | DirectoryIteratorException e) {
                // Files too many do no harm, and what is wrong with the folder shows when it is used.
                return;
            }
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
            return RunConfig.ofJson(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + reason(e), e);
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
            Files.writeString(folder.resolve(name), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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
     * Keeps a checkpoint as the run's best that has been saved already, until there is one that was looked at: another name of the same
     * file, where the disk can do that.
     *
     * @param file what {@link #save} gave
     */
    void takeForBest(Path file) {
        Path best = CheckpointFiles.best(checkpoints());
        Path temporary = AtomicFiles.temporary(best);
        try {
            Files.deleteIfExists(temporary);
            Files.createLink(temporary, file);
            AtomicFiles.rename(temporary, best);
        } catch (IOException | UnsupportedOperationException e) {
            AtomicFiles.deleteQuietly(temporary);
            copyForBest(file, best);
        }
    }

    private static void copyForBest(Path file, Path best) {
        try {
            AtomicFiles.write(Files.readAllBytes(file), best);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file + ": " + reason(e), e);
        }
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

    /** Deletes all numbered checkpoints but the newest, where the disk is full. */
    void makeRoom() {
        CheckpointFiles.prune(checkpoints(), 1);
    }

    /**
     * Keeps what an update learned from that came to numbers which are none, in place of an earlier one.
     *
     * @param game its name
     * @param update number of the update, from 1
     * @param reason a sentence
     * @param spec of the network
     * @param pieces what was learned from
     */
    void keepOffendingBatch(String game, long update, String reason, NetworkSpec spec, List<PlayedPiece> pieces) {
        OffendingBatch.write(game, update, reason, spec, pieces, offendingBatch());
    }

    /**
     * The file of what an update learned from that failed.
     *
     * @return {@code offending-batch.jsonl.gz}, which need not exist
     */
    public Path offendingBatch() {
        return folder.resolve("offending-batch.jsonl.gz");
    }

    /**
     * Whether there is something to go on from.
     *
     * @return whether the run has a numbered checkpoint, which may be damaged
     */
    public boolean hasCheckpoint() {
        return newestFile().isPresent();
    }

    /**
     * The newest numbered checkpoint, whether it can be read or not.
     *
     * @return its file, or nothing if there is none
     */
    public Optional<Path> newestFile() {
        return CheckpointFiles.newest(checkpoints());
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

    /**
     * The folder of the event files for TensorBoard.
     *
     * @return {@code tensorboard}
     */
    public Path tensorboard() {
        return folder.resolve("tensorboard");
    }

    private Path checkpoints() {
        return folder.resolve(CheckpointFiles.FOLDER);
    }

    private static FileChannel lock(Path folder) {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
