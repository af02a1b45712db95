package io.github.gdxagents.headless.ale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RomLocatorTest {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void givenFileComesFirst() throws IOException {
        Path given = OtherRom.write(folder.resolve("mine"), OtherRom.bytes());
        inEnvironmentFolder("pong.bin", OtherRom.bytes());
        inCache(OtherRom.bytes());
        RomLocator.Found found = onLinux().find(Optional.of(given));
        assertEquals(given, found.rom().path());
        assertEquals(RomLocator.Place.OPTION, found.place());
    }

    @Test
    void givenFileIsTheOnlyOneLookedAt() throws IOException {
        inEnvironmentFolder("pong.bin", OtherRom.bytes());
        inCache(OtherRom.bytes());
        Path missing = folder.resolve("missing");
        AleException e = assertThrows(AleException.class, () -> onLinux().find(Optional.of(missing)));
        assertEquals("ROM " + missing + " does not exist, expected a file of 2,048 bytes", e.getMessage());
    }

    @Test
    void environmentFolderComesBeforeTheCache() throws IOException {
        Path rom = inEnvironmentFolder("pong.bin", OtherRom.bytes());
        inCache(OtherRom.bytes());
        assertFound(rom, RomLocator.Place.ENVIRONMENT);
    }

    @Test
    void romInTheEnvironmentFolderMayHaveAnotherName() throws IOException {
        inEnvironmentFolder("a.bin", OtherRom.wrongBytes());
        inEnvironmentFolder("b.bin", new byte[4096]);
        Files.createDirectory(folder.resolve("roms/c.bin"));
        Path rom = inEnvironmentFolder("Video Olympics.a26", OtherRom.bytes());
        assertFound(rom, RomLocator.Place.ENVIRONMENT);
    }

    @Test
    void foldersInTheEnvironmentFolderAreNotEntered() throws IOException {
        environment.put(RomLocator.FOLDER_VARIABLE, folder.resolve("roms").toString());
        OtherRom.write(folder.resolve("roms/deeper/pong.bin"), OtherRom.bytes());
        assertTrue(notFound().contains("names " + folder.resolve("roms") + ", which holds no Pong ROM"));
    }

    @Test
    void cacheComesLast() throws IOException {
        assertFound(inCache(OtherRom.bytes()), RomLocator.Place.CACHE);
    }

    @Test
    void wrongFileOnTheWayIsPassedOverAndMentioned() throws IOException {
        Path wrong = inEnvironmentFolder("pong.bin", new byte[10]);
        Path cached = inCache(OtherRom.bytes());
        RomLocator.Found found = onLinux().find(Optional.empty());
        assertEquals(cached, found.rom().path());
        assertEquals(
                List.of("ROM " + wrong + " has the wrong length: found 10 bytes, expected 2,048"), found.passedOver());
    }

    @Test
    void sentenceHasTheThreeWaysToGetOne() {
        assertEquals(
                "no Pong ROM was found (ALE_ROM_DIR is not set; there is no "
                        + folder.resolve("home/.cache/gdx-agents/pong.bin")
                        + "): give one with --rom FILE, or set ALE_ROM_DIR to a folder that holds one,"
                        + " or run \"java -jar gdx-agents-headless.jar rom --fetch\" to get one",
                notFound());
    }

    @Test
    void sentenceMentionsWrongFiles() throws IOException {
        Path first = inEnvironmentFolder("pong.bin", new byte[0]);
        Path second = inCache(new byte[10]);
        String message = notFound();
        assertTrue(message.contains("ROM " + first + " is empty"), message);
        assertTrue(message.contains("ROM " + second + " has the wrong length"), message);
    }

    @Test
    void variableMayNameNonsense() throws IOException {
        environment.put(RomLocator.FOLDER_VARIABLE, folder.resolve("nowhere").toString());
        assertTrue(notFound().contains("nowhere, which is no folder"), notFound());
        environment.put(RomLocator.FOLDER_VARIABLE, "a\0b");
        assertTrue(notFound().contains("ALE_ROM_DIR is no path"), notFound());
        environment.put(RomLocator.FOLDER_VARIABLE, "");
        assertTrue(notFound().contains("ALE_ROM_DIR is not set"), notFound());
        assertFound(inCache(OtherRom.bytes()), RomLocator.Place.CACHE);
    }

    @Test
    void crowdedFolderIsNotReadToItsEnd() throws IOException {
        for (int i = 0; i < RomLocator.MOST_ENTRIES + 10; i++) {
            inEnvironmentFolder("f" + i, new byte[0]);
        }
        assertTrue(notFound().contains("holds no Pong ROM"));
        assertFound(inEnvironmentFolder("pong.bin", OtherRom.bytes()), RomLocator.Place.ENVIRONMENT);
    }

    @Test
    void eachSystemHasItsCacheFolder() {
        Path home = folder.resolve("home");
        assertEquals(home.resolve(".cache/gdx-agents/pong.bin"), on("Linux").cacheFile());
        assertEquals(
                home.resolve("Library/Caches/gdx-agents/pong.bin"),
                on("Mac OS X").cacheFile());
        assertEquals(
                home.resolve("AppData/Local/gdx-agents/cache/pong.bin"),
                on("Windows 11").cacheFile());
        environment.put("XDG_CACHE_HOME", folder.resolve("xdg").toString());
        environment.put("LOCALAPPDATA", folder.resolve("local").toString());
        assertEquals(folder.resolve("xdg/gdx-agents/pong.bin"), on("Linux").cacheFile());
        assertEquals(
                home.resolve("Library/Caches/gdx-agents/pong.bin"),
                on("Mac OS X").cacheFile());
        assertEquals(
                folder.resolve("local/gdx-agents/cache/pong.bin"),
                on("Windows 11").cacheFile());
    }

    @Test
    void relativeCacheVariableIsIgnored() {
        environment.put("XDG_CACHE_HOME", "relative");
        assertEquals(
                folder.resolve("home/.cache/gdx-agents/pong.bin"), on("Linux").cacheFile());
    }

    private void assertFound(Path path, RomLocator.Place place) {
        RomLocator.Found found = onLinux().find(Optional.empty());
        assertEquals(path, found.rom().path());
        assertEquals(place, found.place());
    }

    private String notFound() {
        String message = assertThrows(AleException.class, () -> onLinux().find(Optional.empty()))
                .getMessage();
        assertEquals(1, message.lines().count());
        return message;
    }

    private Path inEnvironmentFolder(String name, byte[] bytes) throws IOException {
        environment.put(RomLocator.FOLDER_VARIABLE, folder.resolve("roms").toString());
        return OtherRom.write(folder.resolve("roms").resolve(name), bytes);
    }

    private Path inCache(byte[] bytes) throws IOException {
        return OtherRom.write(onLinux().cacheFile(), bytes);
    }

    private RomLocator onLinux() {
        return on("Linux");
    }

    private RomLocator on(String osName) {
        return new RomLocator(environment, folder.resolve("home"), osName, OtherRom.FINGERPRINT);
    }
}
