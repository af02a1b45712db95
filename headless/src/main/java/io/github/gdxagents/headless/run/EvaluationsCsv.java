package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A run's scores in fresh episodes: {@code evaluations.csv}, a row for each time that it looked, or for every so many of a long run and each
 * new best one.
 */
final class EvaluationsCsv implements RunListener {

    static final String HEADER = "decisions,updates,seconds,episodes,mean,standard_error,best";

    private final CsvFile file;

    private EvaluationsCsv(CsvFile file) {
        this.file = file;
    }

    /**
     * Opens the file, new or old. Rows of later evaluations than the one from which the run goes on are dropped.
     *
     * @param decisionsApart how many decisions there are at least between two evaluations
     */
    static EvaluationsCsv open(Path path, long evaluatedAt, long decisionsApart) {
        return new EvaluationsCsv(CsvFile.open(path, HEADER, evaluatedAt, RowBound.ofLooks(decisionsApart)));
    }

    @Override
    public void evaluated(HeldOutScore score, long updates, double seconds, boolean best) {
        file.add(
                score.decisions(),
                best,
                String.format(
                        Locale.ROOT,
                        "%d,%d,%.3f,%d,%.4f,%.4f,%s",
                        score.decisions(),
                        updates,
                        seconds,
                        score.episodes(),
                        score.mean(),
                        score.standardError(),
                        best));
    }

    @Override
    public void force() {
        file.force();
    }

    @Override
    public void close() {
        file.close();
    }
}
