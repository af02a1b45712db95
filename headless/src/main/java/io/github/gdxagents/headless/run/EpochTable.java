package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.learn.FinishedEpisode;
import io.github.gdxagents.agent.learn.Spread;
import io.github.gdxagents.agent.learn.UpdateReport;
import java.util.List;
import java.util.Locale;

/** An update as the table that Spinning Up prints for each epoch, with its names. */
final class EpochTable {

    private static final String LINE = "-".repeat(39);

    private EpochTable() {}

    static List<String> of(UpdateReport report, double seconds) {
        double[] scores =
                report.finished().stream().mapToDouble(FinishedEpisode::score).toArray();
        Spread returns = Spread.of(scores, scores.length);
        double length = report.finished().stream()
                .mapToLong(FinishedEpisode::decisions)
                .average()
                .orElse(Double.NaN);
        Spread values = report.values();
        return List.of(
                LINE,
                row("Epoch", report.update() - 1),
                row("AverageEpRet", returns.mean()),
                row("StdEpRet", returns.deviation()),
                row("MaxEpRet", returns.max()),
                row("MinEpRet", returns.min()),
                row("EpLen", length),
                row("AverageVVals", values.mean()),
                row("StdVVals", values.deviation()),
                row("MaxVVals", values.max()),
                row("MinVVals", values.min()),
                row("TotalEnvInteracts", report.decisions()),
                row("LossPi", report.loss()),
                row("LossV", report.valueLossFirst()),
                // One step: the loss is that before it, as in the original.
                row("DeltaLossPi", 0.0),
                row("DeltaLossV", report.valueLossLast() - report.valueLossFirst()),
                row("Entropy", report.entropy()),
                row("KL", report.kl()),
                row("Time", seconds),
                LINE);
    }

    private static String row(String name, double value) {
        return String.format(Locale.ROOT, "| %17s | %15.3g |", name, value);
    }

    private static String row(String name, long value) {
        return String.format(Locale.ROOT, "| %17s | %15d |", name, value);
    }
}
