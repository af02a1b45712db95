package io.github.gdxagents.headless.report;

import io.github.gdxagents.headless.archive.ArchivedRun;
import io.github.gdxagents.headless.archive.RunGroup;
import io.github.gdxagents.headless.archive.RunTable;
import io.github.gdxagents.headless.chart.Curve;
import io.github.gdxagents.headless.chart.Points;
import io.github.gdxagents.headless.chart.ScoreChart;
import java.util.Arrays;
import java.util.List;

/** The curves of runs as charts. Stateless. */
public final class RunCurves {

    /** Half a 95 % confidence interval is so many standard errors (normal approximation). */
    private static final double CONFIDENCE = 1.96;

    /** A group's curve has a point for so many moments. */
    private static final int MOMENTS = 400;

    private RunCurves() {}

    /**
     * The scores of one run: in training, and held-out.
     *
     * @param run any
     * @param title above the chart; empty: none
     * @return the chart
     */
    public static ScoreChart of(ArchivedRun run, String title) {
        RunTable metrics = run.metrics();
        RunTable evaluations = run.evaluations();
        double[] mean = evaluations.column("mean");
        double[] error = evaluations.column("standard_error");
        double[] low = mean.clone();
        double[] high = mean.clone();
        Arrays.setAll(low, row -> mean[row] - CONFIDENCE * error[row]);
        Arrays.setAll(high, row -> mean[row] + CONFIDENCE * error[row]);
        return new ScoreChart(
                title,
                List.of(
                        new Curve(
                                "training: mean of 20 episodes",
                                Points.of(metrics.column("decisions"), metrics.column("mean_score_20")),
                                Curve.Kind.LINE),
                        new Curve(
                                "held-out: mean, 95 % interval",
                                Points.of(evaluations.column("decisions"), mean, low, high), Curve.Kind.DOTS)));
    }

    /**
     * The training scores of groups of runs: of each the median as a line and the range as a band, as far as all its runs go.
     *
     * @param groups any
     * @return the chart
     */
    public static ScoreChart of(List<RunGroup> groups) {
        return new ScoreChart(
                groups.size() == 1
                        ? "Mean of 20 training episodes: median and range over seeds"
                        : "Mean of 20 training episodes: medians and ranges over seeds",
                groups.stream().map(RunCurves::curve).toList());
    }

    private static Curve curve(RunGroup group) {
        double[][] curve = group.curve(MOMENTS);
        return new Curve(group.title(), Points.of(curve[0], curve[1], curve[2], curve[3]), Curve.Kind.LINE);
    }
}
