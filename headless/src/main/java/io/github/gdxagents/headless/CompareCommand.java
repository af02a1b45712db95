package io.github.gdxagents.headless;

import io.github.gdxagents.files.AtomicFiles;
import io.github.gdxagents.headless.archive.ArchivedRun;
import io.github.gdxagents.headless.archive.RunGroup;
import io.github.gdxagents.headless.chart.ChartStyle;
import io.github.gdxagents.headless.chart.ScoreChart;
import io.github.gdxagents.headless.report.RunCurves;
import io.github.gdxagents.headless.run.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: the curves of runs side by side. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        sortOptions = false,
        description = {
            "Puts runs that differ in nothing but their seed together, prints medians and ranges over the seeds, and draws them.",
            "The scores over decisions are means of 20 training episodes; nothing is said of a run beyond its end."
        })
public final class CompareCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "the folder of a run")
    private List<Path> folders = List.of();

    @Option(
            names = "--score",
            paramLabel = "X",
            split = ",",
            description =
                    "say also after how many decisions the mean of 20 training episodes was first X; several: X,Y")
    private List<Double> scores = List.of();

    @Option(
            names = "--out",
            paramLabel = "NAME",
            description = "draw NAME.png and NAME.svg (default: ${DEFAULT-VALUE})",
            defaultValue = "compare")
    private String name = "compare";

    @Option(names = "--force", description = "replace pictures that are there already")
    private boolean force;

    @Option(names = "--json", description = "print one JSON object instead of tables")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets this field")
                .commandLine()
                .getOut();
        scores.stream().filter(score -> !Double.isFinite(score)).findFirst().ifPresent(score -> {
            throw new InputException("score must be a finite number, but was " + score);
        });
        Path png = picture(".png");
        Path svg = picture(".svg");
        List<RunGroup> groups = read(out);
        ComparisonTable table = new ComparisonTable(groups, scores);
        if (json) {
            out.println(Json.line(table.object()));
        } else {
            table.lines().forEach(out::println);
        }
        out.flush();
        ScoreChart chart = RunCurves.of(groups);
        AtomicFiles.write(chart.png(ChartStyle.WIDE), png);
        AtomicFiles.write(chart.svg(ChartStyle.WIDE).getBytes(StandardCharsets.UTF_8), svg);
        if (!json) {
            out.println("drawn: " + png + ", " + svg);
        }
        out.flush();
        return 0;
    }

    private Path picture(String suffix) {
        Path file = Path.of(name + suffix);
        if (name.isEmpty() || name.endsWith("/")) {
            throw new InputException("out must be the name of a file without its ending, but was '" + name + "'");
        }
        if (!Files.isDirectory(file.toAbsolutePath().normalize().resolveSibling(""))) {
            throw new InputException(file + " cannot be written: its folder does not exist");
        }
        if (Files.isDirectory(file)) {
            throw new InputException(file + " is a folder, expected the name of a file");
        }
        if (!force && Files.exists(file)) {
            throw new InputException(file + " exists already; --force replaces it, --out NAME draws another one");
        }
        return file;
    }

    private List<RunGroup> read(PrintWriter out) {
        List<Path> places = new ArrayList<>();
        List<ArchivedRun> runs = new ArrayList<>();
        try (ProgressLine progress = new ProgressLine(out, Terminal.isTerminal())) {
            for (Path folder : folders) {
                progress.show("reads run " + (runs.size() + 1) + " of " + folders.size());
                runs.add(ArchivedRun.read(folder));
                Path place = place(folder);
                if (places.contains(place)) {
                    throw new InputException(folder + " is given twice: a run counts once");
                }
                places.add(place);
            }
        }
        return RunGroup.of(runs);
    }

    private static Path place(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new InputException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
