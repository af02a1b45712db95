package io.github.gdxagents.headless.ale;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the Pong ROM on this machine: at {@code --rom FILE}, then in the folder named by the environment variable
 * {@value #FOLDER_VARIABLE}, then in the user's cache folder. Immutable, so threads may share it.
 */
public final class RomLocator {

    /** The environment variable that names a folder of ROMs. */
    public static final String FOLDER_VARIABLE = "ALE_ROM_DIR";

    /** How many entries of that folder are looked at, at most: a mistaken variable may name any folder. */
    static final int MOST_ENTRIES = 5000;

    private static final String ROM_NAME = "pong.bin";
    private static final String CACHE_NAME = "gdx-agents";
    private static final String COMMAND = "java -jar gdx-agents-headless.jar";

    private final Map<String, String> environment;
    private final Path home;
    private final String osName;
    private final RomFingerprint fingerprint;

    /**
     * Makes a locator.
     *
     * @param environment the environment variables
     * @param home the user's home folder
     * @param osName the operating system's name, as Java gives it: {@code Linux}, {@code Mac OS X}, {@code Windows 11}
     */
    public RomLocator(Map<String, String> environment, Path home, String osName) {
        this(environment, home, osName, RomFingerprint.PONG);
    }

    /** For tests, which have no ROM: the same search for another fingerprint. */
    RomLocator(Map<String, String> environment, Path home, String osName, RomFingerprint fingerprint) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.osName = osName.toLowerCase(Locale.ROOT);
        this.fingerprint = fingerprint;
    }

    /**
     * A locator for the user of this process.
     *
     * @return a new locator
     */
    public static RomLocator ofThisMachine() {
        return new RomLocator(System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
    }

    /** Where a ROM was found. */
    public enum Place {
        /** At the path that the user gave. */
        OPTION("--rom"),
        /** In the folder that the environment names. */
        ENVIRONMENT(FOLDER_VARIABLE),
        /** In the user's cache folder. */
        CACHE("the user's cache folder");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        /**
         * The place in the user's words.
         *
         * @return a few words, for use behind "found by way of"
         */
        public String words() {
            return words;
        }
    }

    /**
     * What a search found.
     *
     * @param rom the checked ROM
     * @param place where it was
     * @param passedOver a sentence without a full stop for each wrong file that was met on the way
     */
    public record Found(RomFile rom, Place place, List<String> passedOver) {

        /**
         * Takes the list as it is now.
         *
         * @param rom the checked ROM
         * @param place where it was
         * @param passedOver copied
         */
        public Found {
            passedOver = List.copyOf(passedOver);
        }
    }

    /**
     * Looks for the ROM. A path that the user gave is the only place looked at then; elsewhere a wrong file is passed
     * over.
     *
     * @param explicit the path behind {@code --rom}, if there is one
     * @return the first right ROM
     * @throws AleException if there is none, with the ways to get one, or if the file behind {@code --rom} is not right
     */
    public Found find(Optional<Path> explicit) {
        if (explicit.isPresent()) {
            return new Found(fingerprint.check(explicit.get()), Place.OPTION, List.of());
        }
        List<String> misses = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        Optional<RomFile> rom = inEnvironmentFolder(misses, passedOver);
        if (rom.isPresent()) {
            return new Found(rom.get(), Place.ENVIRONMENT, passedOver);
        }
        rom = inCache(misses, passedOver);
        if (rom.isPresent()) {
            return new Found(rom.get(), Place.CACHE, passedOver);
        }
        misses.addAll(passedOver);
        throw new AleException("no Pong ROM was found (" + String.join("; ", misses)
                + "): give one with --rom FILE, or set " + FOLDER_VARIABLE
                + " to a folder that holds one, or run \"" + COMMAND + " rom --fetch\" to get one");
    }

    /**
     * The cached ROM's path, whether or not there is a file.
     *
     * @return {@code gdx-agents/pong.bin} under the user's cache folder
     */
    public Path cacheFile() {
        return cacheFolder().resolve(ROM_NAME);
    }

    /** Whether this is Windows, where programs have other names. */
    boolean onWindows() {
        return osName.startsWith("windows");
    }

    /** The folder of {@link #cacheFile()}. */
    Path cacheFolder() {
        if (onWindows()) {
            return absolute("LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve(CACHE_NAME)
                    .resolve("cache");
        }
        if (osName.startsWith("mac") || osName.startsWith("darwin")) {
            return home.resolve("Library").resolve("Caches").resolve(CACHE_NAME);
        }
        return absolute("XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve(CACHE_NAME);
    }

    /** A folder from the environment; the rules for these variables say that a relative one is to be ignored. */
    private Optional<Path> absolute(String variable) {
        try {
            return variable(variable).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private Optional<RomFile> inCache(List<String> misses, List<String> passedOver) {
        Path file = cacheFile();
        if (Files.notExists(file)) {
            misses.add("there is no " + file);
            return Optional.empty();
        }
        return checked(file, passedOver);
    }

    private Optional<RomFile> inEnvironmentFolder(List<String> misses, List<String> passedOver) {
        Optional<String> name = variable(FOLDER_VARIABLE);
        if (name.isEmpty()) {
            misses.add(FOLDER_VARIABLE + " is not set");
            return Optional.empty();
        }
        try {
            Path folder = Path.of(name.get());
            if (!Files.isDirectory(folder)) {
                passedOver.add(FOLDER_VARIABLE + " names " + folder + ", which is no folder");
                return Optional.empty();
            }
            return inFolder(folder, misses, passedOver);
        } catch (InvalidPathException e) {
            passedOver.add(FOLDER_VARIABLE + " is no path: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<RomFile> inFolder(Path folder, List<String> misses, List<String> passedOver) {
        Path usual = folder.resolve(ROM_NAME);
        if (!Files.notExists(usual)) {
            Optional<RomFile> rom = checked(usual, passedOver);
            if (rom.isPresent()) {
                return rom;
            }
        }
        try {
            for (Path candidate : filesOfRightSize(folder)) {
                Optional<RomFile> rom = checked(candidate, new ArrayList<>());
                if (rom.isPresent()) {
                    return rom;
                }
            }
            misses.add(FOLDER_VARIABLE + " names " + folder + ", which holds no Pong ROM");
        } catch (IOException | DirectoryIteratorException e) {
            passedOver.add(FOLDER_VARIABLE + " names " + folder + ", which cannot be listed: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** Files that may be the ROM under another name, in the order of their names. */
    private static List<Path> filesOfRightSize(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            int seen = 0;
            for (Path entry : entries) {
                if (++seen > MOST_ENTRIES) {
                    break;
                }
                if (Files.isRegularFile(entry) && Files.size(entry) == RomFingerprint.BYTES) {
                    files.add(entry);
                }
            }
        }
        files.sort(null);
        return files;
    }

    private Optional<RomFile> checked(Path file, List<String> passedOver) {
        try {
            return Optional.of(fingerprint.check(file));
        } catch (AleException e) {
            passedOver.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
