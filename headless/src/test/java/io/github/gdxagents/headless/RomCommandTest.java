package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.headless.ale.RomFetcher;
import io.github.gdxagents.headless.ale.RomLocator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RomCommandTest {

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void missingRomIsOneSentenceAndExitCode2() {
        assertEquals(2, run());
        assertEquals("", out.toString());
        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().startsWith("no Pong ROM was found ("), err.toString());
    }

    @Test
    void wrongRomIsOneSentenceAndExitCode2() {
        assertEquals(2, run("--rom", home.toString()));
        assertEquals(
                "ROM " + home + " is a folder, expected a file of 2,048 bytes",
                err.toString().strip());
    }

    @Test
    void fileAndFetchExcludeEachOther() {
        assertEquals(2, run("--rom", "pong.bin", "--fetch"));
        assertTrue(err.toString().contains("--rom and --fetch exclude each other"), err.toString());
    }

    private int run(String... arguments) {
        RomLocator locator = new RomLocator(Map.of(), home, "Linux");
        return new CommandLine(new RomCommand(locator, new RomFetcher(locator)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println(e.getMessage());
                    return 2;
                })
                .execute(arguments);
    }
}
