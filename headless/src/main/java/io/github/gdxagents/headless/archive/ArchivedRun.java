package io.github.gdxagents.headless.archive;

import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.RunConfig;
import io.github.gdxagents.headless.run.RunDirectory;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run as its folder tells of it at one moment.
 *
 * @param folder where it is
 * @param config everything that was chosen
 * @param metrics its curve: {@code metrics.csv}, with the columns update, decisions, episodes, seconds, mean_score_20 …
 * @param evaluations its held-out scores: {@code evaluations.csv}, with the columns decisions, updates, seconds, episodes, mean,
 *     standard_error, best
 */
public record ArchivedRun(Path folder, RunConfig config, RunTable metrics, RunTable evaluations) {

    /**
     * Reads a run's folder, without a lock.
     *
     * @param folder of the run
     * @return what it tells now
     * @throws InputException if there is no run, or it cannot be read
     */
    public static ArchivedRun read(Path folder) {
        return new ArchivedRun(
                folder,
                RunDirectory.readConfig(folder),
                RunTable.read(folder.resolve(RunDirectory.METRICS)),
                RunTable.read(folder.resolve(RunDirectory.EVALUATIONS)));
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
     * Decisions learned from so far.
     *
     * @return 0 or more
     */
    public long decisions() {
        return metrics.rows() == 0 ? 0 : (long) metrics.column("decisions")[metrics.rows() - 1];
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
        double[] means = evaluations.column("mean");
        double[] errors = evaluations.column("standard_error");
        for (int row = evaluations.rows() - 1; row >= 0; row--) {
            // A row of somebody else's table may be no score at all.
            boolean score =
                    decisions[row] >= 0 && episodes[row] >= 1 && Double.isFinite(means[row]) && errors[row] >= 0;
            if (best[row] == 1 && score) {
                return Optional.of(
                        new HeldOutScore((long) decisions[row], (int) episodes[row], means[row], errors[row]));
            }
        }
        return Optional.empty();
    }
}
