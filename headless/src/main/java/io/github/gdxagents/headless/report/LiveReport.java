package io.github.gdxagents.headless.report;

import io.github.gdxagents.agent.checkpoint.CheckpointException;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.headless.archive.ArchivedRun;
import io.github.gdxagents.headless.run.StepWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The page about a run that goes on: made of its folder as it is when somebody asks. The policy plays anew only when there is another
 * best one, and once a minute at most, as that takes a second of a processor. One thread at a time.
 */
public final class LiveReport {

    /** How often a browser asks again. */
    public static final int REFRESH_SECONDS = 10;

    private static final long PICTURE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Path folder;
    private final StepWatch watch;
    private final LongSupplier nanos;
    private RunPictures pictures = RunPictures.none();
    private @Nullable FileTime shown;
    private long shownAt;

    /**
     * A page.
     *
     * @param folder of the run
     * @param watch whose patience is taken over the games that come from elsewhere; those that play for the pictures have watches of
     *     their own
     * @param nanos a time that goes by, in nanoseconds from anywhere
     */
    public LiveReport(Path folder, StepWatch watch, LongSupplier nanos) {
        this.folder = folder;
        this.watch = watch;
        this.nanos = nanos;
    }

    /**
     * The page as it is now.
     *
     * @return HTML
     * @throws io.github.gdxagents.headless.run.InputException if the folder cannot be read
     */
    public String html() {
        ArchivedRun run = ArchivedRun.read(folder);
        if (shown == null || nanos.getAsLong() - shownAt >= PICTURE_NANOS) {
            bestTime().filter(time -> !time.equals(shown)).ifPresent(time -> {
                pictures = PictureMaker.of(run, watch.another(), () -> false);
                shown = time;
                shownAt = nanos.getAsLong();
            });
        }
        return ReportPage.html(run, pictures, Optional.of(REFRESH_SECONDS));
    }

    private Optional<FileTime> bestTime() {
        try {
            return Optional.of(Files.getLastModifiedTime(CheckpointFiles.at(folder)));
        } catch (CheckpointException | IOException e) {
            // There is none yet, or another one takes its place in this very moment.
            return Optional.empty();
        }
    }
}
