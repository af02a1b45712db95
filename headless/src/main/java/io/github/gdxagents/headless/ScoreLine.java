package io.github.gdxagents.headless;

import io.github.gdxagents.agent.learn.EvaluationReport;
import java.util.Locale;

/** How a policy scored, in a line that stands below that of the protocol. */
final class ScoreLine {

    private ScoreLine() {}

    /** The line for a report on the episodes that a seed drew. */
    static String of(EvaluationReport report, long seed, double seconds) {
        return String.format(
                Locale.ROOT,
                "episodes %d · seed %d · mean %.2f (95 %% interval %.2f to %.2f) · standard deviation %.2f · min %s · max"
                        + " %s · %d distinct scores · %,d decisions in %.1f s",
                report.scores().size(),
                seed,
                report.mean(),
                report.mean() - report.confidence95(),
                report.mean() + report.confidence95(),
                report.standardDeviation(),
                score(report.min()),
                score(report.max()),
                report.distinct(),
                report.decisions(),
                seconds);
    }

    /** Points are whole; what other games count may not be. */
    private static String score(double score) {
        return String.format(Locale.ROOT, score == Math.rint(score) ? "%.0f" : "%.2f", score);
    }
}
