package io.github.gdxagents.headless.archive;

import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.headless.run.BoundedText;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.Life;
import io.github.gdxagents.headless.run.LivesFile;
import io.github.gdxagents.headless.run.RunConfig;
import io.github.gdxagents.headless.run.RunDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run as its folder tells of it at one moment.
 *
 * @param folder where it is
 * @param config everything that was chosen
 * @param metrics its curve: {@code metrics.csv}, with the columns update, decisions, episodes, seconds, mean_score_20 …
 * @param evaluations its held-out scores: {@code evaluations.csv}, with the columns decisions, updates, seconds, episodes, mean,
 *     standard_error, best
 * @param lives from each start of the program to its end, oldest first; empty for a run of an older version
 */
public record ArchivedRun(Path folder, RunConfig config, RunTable metrics, RunTable evaluations, List<Life> lives) {

    /** Bytes of a curve's header and of its last rows. */
    private static final int HEADER = 4 << 10;

    private static final int LAST_ROWS = 16 << 10;

    /**
     * Copies the list.
     *
     * @param folder where it is
     * @param config everything that was chosen
     * @param metrics its curve
     * @param evaluations its held-out scores
     * @param lives from each start of the program to its end, oldest first
     */
    public ArchivedRun {
        lives = List.copyOf(lives);
    }

    /**
     * Reads a run's folder, without a lock.
     *
     * @param folder of the run
     * @return what it tells now
     * @throws InputException if there is no run, or it cannot be read
     */
    public static ArchivedRun read(Path folder) {
        return read(folder, RunTable.read(folder.resolve(RunDirectory.METRICS)));
    }

    /**
     * Reads a run's folder, without a lock, but of its curve only the last rows: what a list of many runs needs.
     *
     * @param folder of the run
     * @return what it tells now; {@link #metrics()} has the last few rows
     * @throws InputException if there is no run, or it cannot be read
     */
    public static ArchivedRun readLatest(Path folder) {
        String text = BoundedText.read(folder.resolve(RunDirectory.METRICS), HEADER, LAST_ROWS);
        return read(folder, RunTable.of(text));
    }

    private static ArchivedRun read(Path folder, RunTable metrics) {
        return new ArchivedRun(
                folder,
                RunDirectory.readConfig(folder),
                metrics,
                RunTable.read(folder.resolve(RunDirectory.EVALUATIONS)),
                LivesFile.read(folder));
    }

    /**
     * What the folder is called.
     *
     * @return its last name
     */
    public String name() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    /**
     * Decisions learned from so far, as the curve has it.
     *
     * @return 0 or more
     */
    public long decisions() {
        return (long) last("decisions").orElse(0);
    }

    /**
     * Seconds of training so far, as the curve has it.
     *
     * @return 0 or more
     */
    public double seconds() {
        return last("seconds").orElse(0);
    }

    /**
     * How the agent last did in training.
     *
     * @return the mean score of the last 20 episodes, or of the last 100 where the run is of an older version; nothing before the first
     */
    public OptionalDouble lastMean() {
        OptionalDouble mean = last("mean_score_20");
        return mean.isPresent() ? mean : last("mean_score_100");
    }

    private OptionalDouble last(String column) {
        double last = metrics.rows() == 0 ? Double.NaN : metrics.column(column)[metrics.rows() - 1];
        return Double.isFinite(last) ? OptionalDouble.of(last) : OptionalDouble.empty();
    }

    /**
     * What became of it, at this moment.
     *
     * @return the state
     */
    public RunState state() {
        return RunState.of(folder, lives);
    }

    /**
     * What went wrong, if the run's last life {@link RunState#FAILED failed}.
     *
     * @return a sentence
     */
    public Optional<String> failure() {
        return lives.isEmpty()
                ? Optional.empty()
                : lives.get(lives.size() - 1).end().flatMap(Life.End::sentence);
    }

    /**
     * When it began, as its machine's clock said.
     *
     * @return the instant; nothing for a run of an older version
     */
    public Optional<Instant> begun() {
        return lives.stream().findFirst().map(Life::begun);
    }

    /**
     * The best held-out score so far: the last one that took the place of another.
     *
     * @return the score; nothing before the first look
     */
    public Optional<HeldOutScore> best() {
        double[] best = evaluations.column("best");
        double[] decisions = evaluations.column("decisions");
        double[] episodes = evaluations.column("episodes");
        double[] mean = evaluations.column("mean");
        double[] error = evaluations.column("standard_error");
        for (int row = evaluations.rows() - 1; row >= 0; row--) {
            // The file may be anyone's.
            if (best[row] == 1
                    && decisions[row] >= 0
                    && episodes[row] >= 1
                    && Double.isFinite(mean[row])
                    && error[row] >= 0) {
                return Optional.of(new HeldOutScore((long) decisions[row], (int) episodes[row], mean[row], error[row]));
            }
        }
        return Optional.empty();
    }
}
