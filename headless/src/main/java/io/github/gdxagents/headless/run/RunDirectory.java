package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointException;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.PlayedPiece;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.files.AtomicFiles;
import io.github.gdxagents.files.FilesOfOthers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where a run keeps things:
 *
 * <pre>
 * config.json      everything that was chosen
 * command.txt      the exact commands, one for each life of the run
 * version.txt      the code's version, one line for each life
 * lives.jsonl      when, on what and how each life was lived, see {@link LivesFile}
 * uncommitted-N.patch  what the code of life N, and of those after it, has beyond its commit
 * output.log       what was printed; the older part in output.1.log to output.4.log
 * metrics.csv      a row for each update, or for every so many of a long run
 * evaluations.csv  the same for each look at how good the policy is in fresh episodes
 * checkpoints/     the newest few, named by the number of updates, and best.agent; start.agent, if the run began with a policy
 * tensorboard/     the same for TensorBoard, a file for each life of the run
 * report.html      the run on one page; curve.png and curve.svg, its curve
 * transfer.csv     for such a run: points on both courts, before and after
 * offending-batch.jsonl.gz  what an update learned from that came to numbers which are none
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

    /** The name of the log of what was printed, in a run's folder. */
    public static final String LOG = "output.log";

    private static final String CONFIG = "config.json";
    private static final String VERSIONS = "version.txt";
    private static final String LOCK = "lock";

    private static final int MOST_VERSIONS = 1 << 20;
    private static final int LONGEST_VERSION = 4 << 10;

    /** So long a run that shall be worked on waits for those who only ask whether somebody works on it. */
    private static final long LOCK_NANOS = 500_000_000;

    private static final long LOCK_PAUSE_NANOS = 10_000_000;

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
        start.ifPresent(checkpoint -> CheckpointFiles.write(checkpoint, startFile(folder)));
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
        RunDirectory directory = new RunDirectory(folder, lock(folder));
        directory.sweep();
        return directory;
    }

    /** Takes away what a process that was killed had not given its name yet; the tables' names come again at once. */
    private void sweep() {
        AtomicFiles.deleteQuietly(AtomicFiles.temporary(folder.resolve(CONFIG)));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(checkpoints(), "*.agent.tmp")) {
            files.forEach(AtomicFiles::deleteQuietly);
        } catch (IOException | DirectoryIteratorException e) {
            // Files too many do no harm, and what is wrong with the folder shows when it is used.
            return;
        }
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
        append(VERSIONS, version);
    }

    /**
     * Adds a line to the log of what was printed, when no run writes there; not if the disk does not take it.
     *
     * @param line what was printed
     */
    public void addToLog(String line) {
        try (RollingLog log = new RollingLog(outputLog(), RollingLog.MOST_BYTES)) {
            log.line(line);
        }
    }

    /**
     * The code that the last life of a run was lived with, also while another process works on it.
     *
     * @param folder of the run
     * @return the version as {@link #addLife} was told it; nothing if it is not known
     */
    public static Optional<String> readVersion(Path folder) {
        return BoundedText.read(folder.resolve(VERSIONS), 0, LONGEST_VERSION)
                .lines()
                .reduce((one, next) -> next);
    }

    /** How many lives have begun, the present one included, as {@link #addLife} counted them. */
    int livesBegun() {
        return (int) BoundedText.read(folder.resolve(VERSIONS), MOST_VERSIONS, 0)
                .lines()
                .count();
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
        return folder.resolve(LOG);
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
     * The newest checkpoint that can be read. Newer ones that cannot are renamed, to {@code 000120.agent.damaged} for example.
     *
     * @param complaints told of each newer one that cannot
     * @return the checkpoint, or nothing if the run has none
     * @throws CheckpointException if there are some, but none can be read
     */
    public Optional<Checkpoint> newest(Consumer<String> complaints) {
        List<Path> files = CheckpointFiles.newestFirst(checkpoints());
        CheckpointException first = null;
        for (int i = 0; i < files.size(); i++) {
            try {
                Checkpoint checkpoint = CheckpointFiles.read(files.get(i));
                files.subList(0, i).forEach(RunDirectory::putAside);
                return Optional.of(checkpoint);
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

    /** A damaged file that is taken for the newest would be kept in place of good ones. */
    private static void putAside(Path damaged) {
        try {
            Files.move(
                    damaged,
                    damaged.resolveSibling(damaged.getFileName() + ".damaged"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("could not rename " + damaged + ": " + reason(e), e);
        }
    }

    /**
     * What the run's network began with.
     *
     * @return the policy, or nothing if it began with fresh weights
     * @throws CheckpointException if it cannot be read
     */
    public Optional<Checkpoint> start() {
        return readStart(folder);
    }

    /**
     * What a run's network began with, also while another process works on it.
     *
     * @param folder of the run
     * @return the policy, or nothing if it began with fresh weights
     * @throws CheckpointException if it cannot be read
     */
    public static Optional<Checkpoint> readStart(Path folder) {
        Path file = startFile(folder);
        return Files.exists(file) ? Optional.of(CheckpointFiles.read(file)) : Optional.empty();
    }

    private static Path startFile(Path folder) {
        return folder.resolve(CheckpointFiles.FOLDER).resolve("start" + CheckpointFiles.SUFFIX);
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
            FileChannel channel = FileChannel.open(
                    folder.resolve(LOCK),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            try {
                long start = System.nanoTime();
                while (channel.tryLock() == null) {
                    if (System.nanoTime() - start > LOCK_NANOS) {
                        throw new OverlappingFileLockException();
                    }
                    LockSupport.parkNanos(LOCK_PAUSE_NANOS);
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

    /**
     * Whether another process works on a run. Nothing is changed, nobody is waited for, and a run that is begun in this very moment does
     * not notice. Not for a run that this process works on: where locks belong to processes, as on Linux, this one would lose its own.
     *
     * @param folder of the run
     * @return whether it is locked; false where that cannot be found out
     */
    public static boolean isWorkedOn(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileLock held = channel.tryLock(0, Long.MAX_VALUE, true);
            if (held == null) {
                return true;
            }
            held.release();
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether there is nothing of a run: no file, or only what a process left that was killed before it wrote config.json. */
    private static boolean isUnused(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                            .allMatch(List.of(CheckpointFiles.FOLDER, LOCK, CONFIG + ".tmp")::contains)
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
