package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.headless.ale.RequiresRom;
import io.github.gdxagents.headless.ale.RomFetcher;
import io.github.gdxagents.headless.ale.RomLocator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code rom} says about the real ROM. */
@RequiresRom
class RomCommandAleTest {

    @TempDir
    Path home;

    private final Path rom =
            RomLocator.ofThisMachine().find(Optional.empty()).rom().path();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path cached;

    @BeforeEach
    void fillCache() throws IOException {
        cached = home.resolve(".cache/gdx-agents/pong.bin");
        Files.createDirectories(cached.getParent());
        Files.copy(rom, cached);
    }

    @Test
    void cachedRomIsPrinted() {
        assertEquals(0, run(Map.of()));
        assertEquals(
                cached + " · MD5 ok · found by way of the user's cache folder",
                out.toString().strip());
        assertEquals("", err.toString());
    }

    @Test
    void givenRomIsPrinted() {
        assertEquals(0, run(Map.of(), "--rom", rom.toString()));
        assertEquals(rom + " · MD5 ok · found by way of --rom", out.toString().strip());
    }

    @Test
    void wrongVariableIsMentioned() {
        assertEquals(0, run(Map.of(RomLocator.FOLDER_VARIABLE, "/no/such")));
        assertEquals(
                "Passed over: ALE_ROM_DIR names /no/such, which is no folder",
                err.toString().strip());
    }

    @Test
    void cachedRomIsNotFetchedAgain() {
        assertEquals(0, run(Map.of(), "--fetch"));
        assertEquals(
                cached + " · MD5 ok · was there already, nothing fetched",
                out.toString().strip());
    }

    private int run(Map<String, String> environment, String... arguments) {
        RomLocator locator = new RomLocator(environment, home, "Linux");
        return new CommandLine(new RomCommand(locator, new RomFetcher(locator)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
