package io.github.gdxagents.headless.report;

import io.github.gdxagents.files.AtomicFiles;
import io.github.gdxagents.headless.archive.ArchivedRun;
import io.github.gdxagents.headless.chart.ChartException;
import io.github.gdxagents.headless.chart.ChartStyle;
import io.github.gdxagents.headless.chart.ScoreChart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The files about a run for people, in its folder: each complete or absent, whatever happens meanwhile. Stateless. */
public final class RunReport {

    /** The page. */
    public static final String PAGE = "report.html";

    /** The curve as a picture. */
    public static final String PNG = "curve.png";

    /** The curve as vectors. */
    public static final String SVG = "curve.svg";

    private RunReport() {}

    /**
     * Writes the three files; the page, which needs no font, also where no curve can be drawn.
     *
     * @param run what its folder tells
     * @param pictures of its best policy
     * @return the page
     * @throws ChartException if this machine has no font; the page is there
     * @throws java.io.UncheckedIOException if the disk does not take them
     */
    public static Path write(ArchivedRun run, RunPictures pictures) {
        Path page = run.folder().resolve(PAGE);
        AtomicFiles.write(ReportPage.html(run, pictures, Optional.empty()).getBytes(StandardCharsets.UTF_8), page);
        ScoreChart chart = RunCurves.of(run, run.name());
        AtomicFiles.write(chart.png(ChartStyle.WIDE), run.folder().resolve(PNG));
        AtomicFiles.write(
                chart.svg(ChartStyle.WIDE).getBytes(StandardCharsets.UTF_8),
                run.folder().resolve(SVG));
        return page;
    }
}
