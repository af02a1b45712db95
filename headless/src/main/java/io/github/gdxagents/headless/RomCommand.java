package io.github.gdxagents.headless;

import io.github.gdxagents.headless.ale.RomFetchException;
import io.github.gdxagents.headless.ale.RomFetcher;
import io.github.gdxagents.headless.ale.RomLocator;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rom}: says where the Pong ROM is, or gets it. */
@Command(
        name = "rom",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        description = {
            "Prints where the Pong ROM is, and that it is the right one.",
            "It is looked for at --rom FILE, then in the folder that the environment variable ALE_ROM_DIR names, then"
                    + " in your cache folder."
        })
public final class RomCommand implements Callable<Integer> {

    private final RomLocator locator;
    private final RomFetcher fetcher;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--rom", paramLabel = "FILE", description = "look at this file alone")
    private @Nullable Path file;

    @Option(
            names = "--fetch",
            description =
                    "if it is not in your cache folder, get it: pip downloads the package ale-py, which contains it")
    private boolean fetch;

    /** Makes the command for the user of this process. */
    public RomCommand() {
        this(RomLocator.ofThisMachine());
    }

    private RomCommand(RomLocator locator) {
        this(locator, new RomFetcher(locator));
    }

    /** For tests: another machine. */
    RomCommand(RomLocator locator, RomFetcher fetcher) {
        this.locator = locator;
        this.fetcher = fetcher;
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets this field");
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        if (fetch && file != null) {
            throw new ParameterException(
                    command.commandLine(),
                    "--rom and --fetch exclude each other: --fetch always fills the cache folder");
        }
        if (fetch) {
            return fetch(out, err);
        }
        RomLocator.Found found = locator.find(Optional.ofNullable(file));
        found.passedOver().forEach(wrong -> err.println("Passed over: " + wrong));
        out.println(found.rom().path() + " · MD5 ok · found by way of "
                + found.place().words());
        return 0;
    }

    private int fetch(PrintWriter out, PrintWriter err) {
        try {
            RomFetcher.Fetched fetched = fetcher.fetch();
            out.println(fetched.rom().path() + " · MD5 ok · "
                    + (fetched.downloaded()
                            ? "fetched into the user's cache folder"
                            : "was there already, nothing fetched"));
            return 0;
        } catch (RomFetchException e) {
            err.println("Error: " + e.getMessage());
            return 1;
        }
    }
}
