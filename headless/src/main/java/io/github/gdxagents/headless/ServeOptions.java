package io.github.gdxagents.headless;

import io.github.gdxagents.headless.live.LiveServer;
import io.github.gdxagents.headless.run.InputException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and where a run can be looked at while it trains. */
final class ServeOptions {

    static final String PORT = "--serve";
    static final String ADDRESS = "--serve-address";

    @Option(
            names = PORT,
            paramLabel = "PORT",
            description = "show the run while it trains: a page at http://127.0.0.1:PORT/ and metrics for Prometheus at"
                    + " /metrics, read only, for this machine alone; 0: any free port")
    private @Nullable Integer port;

    @Option(
            names = ADDRESS,
            paramLabel = "ADDRESS",
            description = "with --serve: an address or name of this machine to show it at, instead of the loopback"
                    + " address; everyone who reaches it can look")
    private @Nullable String address;

    /** Takes the address, if there shall be one: before anything is written. */
    RunViews bind() {
        if (port == null) {
            if (address != null) {
                throw new InputException(ADDRESS + " says where to serve: it needs " + PORT + " with a port");
            }
            return new RunViews(Optional.empty());
        }
        return new RunViews(Optional.of(LiveServer.bind(Optional.ofNullable(address), port)));
    }
}
