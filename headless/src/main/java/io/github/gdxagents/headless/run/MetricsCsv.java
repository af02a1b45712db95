package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.UpdateReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run's curve: {@code metrics.csv}, a row for each update. */
final class MetricsCsv implements AutoCloseable {

    static final String HEADER = "update,decisions,episodes,seconds,mean_score_100,loss,entropy,gradient_norm";

    private final BufferedWriter writer;
    private final double secondsBefore;

    private MetricsCsv(BufferedWriter writer, double secondsBefore) {
        this.writer = writer;
        this.secondsBefore = secondsBefore;
    }

    /**
     * Opens the file, new or old. Rows after the update from which the run goes on are dropped: those updates will be made again.
     */
    static MetricsCsv open(Path file, long updates) {
        try {
            List<String> kept = new ArrayList<>(List.of(HEADER));
            double seconds = 0;
            if (Files.exists(file)) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                // What stands behind the last line's end is a row that was torn when the machine went down.
                for (String row :
                        text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                    String[] cells = row.split(",", -1);
                    if (cells.length == 8 && cells[0].matches("\\d{1,18}") && Long.parseLong(cells[0]) <= updates) {
                        kept.add(row);
                        seconds = Double.parseDouble(cells[3]);
                    }
                }
            }
            byte[] bytes = (String.join("\n", kept) + "\n").getBytes(StandardCharsets.UTF_8);
            CheckpointFiles.writeAtomically(bytes, file);
            return new MetricsCsv(
                    Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND), seconds);
        } catch (NumberFormatException e) {
            throw new InputException(file + " is damaged: a row's seconds are not a number", e);
        } catch (IOException e) {
            throw new UncheckedIOException("could not open " + file + ": " + e.getMessage(), e);
        }
    }

    /** Seconds of training that the kept rows account for. */
    double secondsBefore() {
        return secondsBefore;
    }

    /** Appends a row and hands it to the operating system. */
    void add(UpdateReport report, double seconds) {
        try {
            writer.write(String.format(
                    Locale.ROOT,
                    "%d,%d,%d,%.3f,%.4f,%.6g,%.6f,%.6g%n",
                    report.update(),
                    report.decisions(),
                    report.episodes(),
                    seconds,
                    report.meanScore(),
                    report.loss(),
                    report.entropy(),
                    report.gradientNorm()));
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write metrics.csv: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write metrics.csv: " + e.getMessage(), e);
        }
    }
}
