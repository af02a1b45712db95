package io.github.gdxagents.headless;

import io.github.gdxagents.headless.archive.ArchivedRun;
import io.github.gdxagents.headless.report.PictureMaker;
import io.github.gdxagents.headless.report.RunPictures;
import io.github.gdxagents.headless.report.RunReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: a page about a run. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        sortOptions = false,
        description = {
            "Writes report.html, curve.png and curve.svg into the folders of runs, finished or not: curve, held-out scores,"
                    + " hyper-parameters, the best policy at play, what its network sees, and its weights.",
            "The page is one file that asks nothing of any network."
        })
public final class ReportCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "the folder of a run")
    private List<Path> folders = List.of();

    @Option(names = "--without-pictures", description = "leave out what only playing shows: films and weights")
    private boolean withoutPictures;

    @Mixin
    private final StepTimeout stepTimeout = new StepTimeout();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets this field")
                .commandLine()
                .getOut();
        // All are read before anything is written.
        List<ArchivedRun> runs = folders.stream().map(ArchivedRun::read).toList();
        try (ProgressLine progress = new ProgressLine(out, Terminal.isTerminal())) {
            for (int i = 0; i < runs.size(); i++) {
                ArchivedRun run = runs.get(i);
                String place = "report " + (i + 1) + " of " + runs.size() + ": ";
                progress.show(place + "plays with the best policy");
                RunPictures pictures = withoutPictures
                        ? RunPictures.none()
                        : PictureMaker.of(run, stepTimeout.watch(run.config().play()), () -> false);
                progress.show(place + "draws the curve");
                Path page = RunReport.write(run, pictures);
                progress.clear();
                out.println(page);
                out.flush();
            }
        }
        return 0;
    }
}
