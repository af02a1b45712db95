package io.github.gdxagents.headless;

import io.github.gdxagents.headless.archive.ArchivedRun;
import io.github.gdxagents.headless.report.PictureMaker;
import io.github.gdxagents.headless.report.RunPictures;
import io.github.gdxagents.headless.report.RunReport;
import io.github.gdxagents.headless.run.RunDirectory;
import io.github.gdxagents.headless.run.StepWatch;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

/** The report at the end of a run's life. Whatever goes wrong with it, the run went well. */
final class LifeReport {

    private LifeReport() {}

    /** Writes the report and says where it is; one who does not want to wait gets it without what takes time. */
    static void write(RunDirectory directory, StepWatch watch, BooleanSupplier hurry, PrintWriter out) {
        String line;
        try (ProgressLine progress = new ProgressLine(out, Terminal.isTerminal())) {
            progress.show("writes the report");
            ArchivedRun run = ArchivedRun.read(directory.folder());
            RunPictures pictures = hurry.getAsBoolean()
                    ? RunPictures.without(
                            "The run was interrupted, so there are no pictures of the policy yet: the command"
                                    + " report makes them.")
                    : PictureMaker.of(run, watch, hurry);
            line = "report: " + RunReport.write(run, pictures);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            line = "the report is not complete: " + message.lines().findFirst().orElse(message);
        }
        directory.addToLog(line);
        out.println(line);
    }
}
