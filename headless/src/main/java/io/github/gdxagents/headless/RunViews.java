package io.github.gdxagents.headless;

import io.github.gdxagents.headless.live.LiveMetrics;
import io.github.gdxagents.headless.live.LiveServer;
import io.github.gdxagents.headless.report.LiveReport;
import io.github.gdxagents.headless.run.RunConfig;
import io.github.gdxagents.headless.run.RunDirectory;
import io.github.gdxagents.headless.run.RunListener;
import io.github.gdxagents.headless.run.StepWatch;
import io.github.gdxagents.headless.tensorboard.EventFile;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What shows a run while it trains, besides its own tables and the screen: files for TensorBoard, and a page and metrics over HTTP where
 * the user wants them. Closed after the run, it gives the address back.
 */
final class RunViews implements AutoCloseable {

    private final Optional<LiveServer> server;

    /** Views, over HTTP where there is a server. */
    RunViews(Optional<LiveServer> server) {
        this.server = server;
    }

    /** Who is to be told of a run. The server begins to answer, and the user is told where. */
    List<RunListener.Opener> openers(RunDirectory directory, RunConfig config, StepWatch watch, PrintWriter out) {
        List<RunListener.Opener> openers = new ArrayList<>();
        openers.add(start -> EventFile.open(directory.tensorboard(), config, start, InstantSource.system()));
        server.ifPresent(live -> {
            LiveMetrics metrics = new LiveMetrics(directory.folder(), config, CodeVersion.describe());
            live.serve(new LiveReport(directory.folder(), watch, System::nanoTime)::html, metrics);
            openers.add(metrics::begin);
            String line = live.description();
            directory.addToLog(line);
            out.println(line);
        });
        return openers;
    }

    @Override
    public void close() {
        server.ifPresent(LiveServer::close);
    }
}
