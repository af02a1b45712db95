package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.UpdateReport;
import io.github.gdxagents.files.AtomicFiles;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Keeps what there is to know of a life of a run in the run's folder. One thread at a time. */
public final class LifeRecorder implements RunListener {

    private static final int LONGEST_SENTENCE = 1000;

    private final Path folder;
    private final int number;
    private final InstantSource clock;
    private Optional<Life.Progress> progress = Optional.empty();

    private LifeRecorder(Path folder, int number, InstantSource clock) {
        this.folder = folder;
        this.number = number;
        this.clock = clock;
    }

    /**
     * A life begins, after {@link RunDirectory#addLife}.
     *
     * @param directory the run's folder, locked
     * @param limits of this life
     * @param uncommitted what the code has beyond its commit; kept as {@code uncommitted-N.patch}, where {@code N} is the life's number,
     *     unless the life before had the same
     * @param clock tells when it begins and ends
     * @return told of the run from here on, and then of its end
     * @throws UncheckedIOException if the disk does not take it
     */
    public static LifeRecorder begin(
            RunDirectory directory, Limits limits, Optional<byte[]> uncommitted, InstantSource clock) {
        Path folder = directory.folder();
        List<Life> lives = LivesFile.read(folder);
        Optional<Life> before = lives.isEmpty() ? Optional.empty() : Optional.of(lives.get(lives.size() - 1));
        // A run of an older version had lives that only version.txt knows of.
        int number = before.map(life -> life.number() + 1).orElseGet(() -> Math.max(1, directory.livesBegun()));
        LifeRecorder recorder = new LifeRecorder(folder, number, clock);
        LivesFile.begin(
                folder,
                new Life(
                        number,
                        recorder.now(),
                        Life.thisProcess(),
                        Machine.here(),
                        ManagementFactory.getRuntimeMXBean().getInputArguments(),
                        Path.of("").toAbsolutePath().toString(),
                        limits,
                        uncommitted.map(patch -> recorder.keep(patch, before.flatMap(Life::uncommitted))),
                        Optional.empty()));
        return recorder;
    }

    private String keep(byte[] patch, Optional<String> before) {
        String name = "uncommitted-" + number + ".patch";
        // A stranger's file of lives may name any file, so only such a name is looked at.
        Optional<String> same = before.filter(other -> other.matches("uncommitted-\\d{1,9}\\.patch"))
                .filter(other -> Files.isRegularFile(folder.resolve(other)))
                .filter(other -> Sha256.of(folder.resolve(other)).equals(Sha256.of(patch)));
        if (same.isEmpty()) {
            AtomicFiles.write(patch, folder.resolve(name));
        }
        return same.orElse(name);
    }

    /**
     * The life knows where it goes on.
     *
     * @param start where
     * @return this, which is told from now on
     */
    public LifeRecorder from(Start start) {
        progress = Optional.of(new Life.Progress(start.seconds(), start.decisions(), start.updates()));
        return this;
    }

    @Override
    public void updated(UpdateReport report, double seconds) {
        progress = Optional.of(new Life.Progress(seconds, report.decisions(), report.update()));
    }

    /**
     * The life has come to its end as it should.
     *
     * @param end how
     * @throws UncheckedIOException if the disk does not take it
     */
    public void ended(TrainingRun.End end) {
        write(end == TrainingRun.End.LIMIT ? Life.Ending.LIMIT : Life.Ending.STOPPED, Optional.empty());
    }

    /**
     * The life was ended by a failure. Where that cannot be written, as on a full disk, the failure is told of it and stays the one to
     * report.
     *
     * @param failure what went wrong
     */
    public void failed(Throwable failure) {
        try {
            String message = failure.getMessage();
            String sentence = message == null || message.isBlank()
                    ? failure.getClass().getSimpleName()
                    : message.lines().findFirst().orElse(message);
            write(
                    Life.Ending.FAILED,
                    Optional.of(sentence.substring(0, Math.min(LONGEST_SENTENCE, sentence.length()))));
        } catch (RuntimeException | Error e) {
            if (e != failure) {
                failure.addSuppressed(e);
            }
        }
    }

    private void write(Life.Ending ending, Optional<String> sentence) {
        LivesFile.end(folder, number, new Life.End(ending, sentence, now(), progress, newest()));
    }

    private Optional<Life.NamedHash> newest() {
        return CheckpointFiles.newest(folder.resolve(CheckpointFiles.FOLDER))
                .map(file -> new Life.NamedHash(String.valueOf(file.getFileName()), Sha256.of(file)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
