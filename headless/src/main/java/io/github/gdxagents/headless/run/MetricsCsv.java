package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.learn.UpdateReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A run's curve: {@code metrics.csv}, a row for each update, or for every so many of a long run. */
final class MetricsCsv implements RunListener {

    static final String HEADER = "update,decisions,episodes,seconds,mean_score_100,mean_score_20,loss,value_loss,"
            + "entropy,gradient_norm,kl,clipped,accuracy,rate_factor";

    private static final int SECONDS = 3;

    /** Three hundred years. */
    private static final double MOST_SECONDS = 1e10;

    private final CsvFile file;
    private final double secondsBefore;

    private MetricsCsv(CsvFile file, double secondsBefore) {
        this.file = file;
        this.secondsBefore = secondsBefore;
    }

    /** Opens the file, new or old. Rows after the update from which the run goes on are dropped. */
    static MetricsCsv open(Path path, long updates) {
        CsvFile file = CsvFile.open(path, HEADER, updates, RowBound.OF_UPDATES);
        try {
            return new MetricsCsv(file, seconds(file.lastKept()));
        } catch (NumberFormatException e) {
            file.close();
            throw new InputException(path + " is damaged: a row's seconds are not a number of 0 or more", e);
        }
    }

    /** A clock that begins with NaN would never reach any limit. */
    private static double seconds(Optional<List<String>> row) {
        double seconds =
                row.map(cells -> Double.parseDouble(cells.get(SECONDS))).orElse(0.0);
        if (!(seconds >= 0 && seconds < MOST_SECONDS)) {
            throw new NumberFormatException("found " + seconds);
        }
        return seconds;
    }

    /** Seconds of training that the kept rows account for: up to the last update of which there is a row. */
    double secondsBefore() {
        return secondsBefore;
    }

    @Override
    public void updated(UpdateReport report, double seconds) {
        file.add(
                report.update(),
                false,
                String.format(
                        Locale.ROOT,
                        "%d,%d,%d,%.3f,%.4f,%.4f,%.6g,%.6g,%.6f,%.6g,%.6g,%.4f,%.4f,%.6g",
                        report.update(),
                        report.decisions(),
                        report.episodes(),
                        seconds,
                        report.meanScore(),
                        report.meanScore20(),
                        report.loss(),
                        report.valueLoss(),
                        report.entropy(),
                        report.gradientNorm(),
                        report.kl(),
                        report.clipped(),
                        report.accuracy(),
                        report.rateFactor()));
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
