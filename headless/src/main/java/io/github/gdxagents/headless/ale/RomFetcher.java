package io.github.gdxagents.headless.ale;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gets the Pong ROM for the user: it is a data file of the {@code ale-py} package, which the machine's own pip
 * downloads, wherever that pip takes its packages from. Into the user's cache folder goes this one file, after its MD5
 * has been found right.
 *
 * <p>No two threads at once; two processes at once do no harm, since the file appears complete or not at all.
 */
public final class RomFetcher {

    /** For pip's start, its download and perhaps its second try together. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /**
     * A machine and a Python for which there is a package. Where there is none for the machine's own, this one serves
     * as well, because the ROM in it is the same.
     */
    private static final List<String> ANOTHER_MACHINE = List.of(
            "--platform",
            "manylinux_2_28_x86_64",
            "--python-version",
            "3.12",
            "--implementation",
            "cp",
            "--abi",
            "cp312");

    private final RomLocator locator;
    private final List<List<String>> pipCommands;
    private final Duration limit;
    private final RomFingerprint fingerprint;

    /**
     * Makes a fetcher.
     *
     * @param locator knows the user's cache folder
     */
    public RomFetcher(RomLocator locator) {
        this(locator, pipCommands(locator.onWindows()), LIMIT, RomFingerprint.PONG);
    }

    /** For tests: another pip, less patience, another ROM. */
    RomFetcher(RomLocator locator, List<List<String>> pipCommands, Duration limit, RomFingerprint fingerprint) {
        this.locator = locator;
        this.pipCommands = List.copyOf(pipCommands);
        this.limit = limit;
        this.fingerprint = fingerprint;
    }

    /**
     * What came of it.
     *
     * @param rom the checked ROM in the cache folder
     * @param downloaded false if it was there already
     */
    public record Fetched(RomFile rom, boolean downloaded) {}

    /**
     * Makes sure that the ROM is in the cache folder. One that is there is kept, a wrong file in its place is replaced.
     *
     * @return the ROM
     * @throws RomFetchException if that did not succeed; the cache is as it was then
     */
    public Fetched fetch() {
        Optional<RomFile> cached = cached();
        if (cached.isPresent()) {
            return new Fetched(cached.get(), false);
        }
        try (PipDownload download = PipDownload.start(limit)) {
            return new Fetched(keep(romFrom(download)), true);
        } catch (IOException e) {
            throw new RomFetchException("the Pong ROM could not be fetched: " + Reason.of(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RomFetchException("the Pong ROM could not be fetched: interrupted", e);
        }
    }

    private static List<List<String>> pipCommands(boolean onWindows) {
        List<List<String>> commands = new ArrayList<>();
        commands.add(List.of("python3", "-m", "pip"));
        commands.add(List.of("python", "-m", "pip"));
        if (onWindows) {
            commands.add(List.of("py", "-m", "pip"));
        }
        commands.add(List.of("pip3"));
        return commands;
    }

    private Optional<RomFile> cached() {
        try {
            return Optional.of(fingerprint.check(locator.cacheFile()));
        } catch (AleException e) {
            return Optional.empty(); // Missing or wrong: to be fetched.
        }
    }

    private byte[] romFrom(PipDownload download) throws IOException, InterruptedException {
        List<String> pip = workingPip(download);
        try {
            return romFrom(download, pip, List.of(), "own");
        } catch (IOException own) {
            try {
                return romFrom(download, pip, ANOTHER_MACHINE, "another");
            } catch (IOException another) {
                another.addSuppressed(own);
                throw another;
            }
        }
    }

    private List<String> workingPip(PipDownload download) throws IOException, InterruptedException {
        for (List<String> pip : pipCommands) {
            if (download.run(joined(pip, List.of("--version"))).exitCode() == 0) {
                return pip;
            }
        }
        String tried = pipCommands.stream().map(pip -> String.join(" ", pip)).collect(Collectors.joining(", "));
        throw new IOException("no pip was found (tried " + tried + "), expected a Python 3 with pip");
    }

    private byte[] romFrom(PipDownload download, List<String> pip, List<String> machine, String folderName)
            throws IOException, InterruptedException {
        Path folder = download.newFolder(folderName);
        List<String> command = joined(
                pip,
                List.of("download", "ale-py", "--no-deps", "--only-binary=:all:", "--dest", folder.toString()),
                List.of("--quiet", "--disable-pip-version-check"),
                machine);
        PipDownload.Outcome outcome = download.run(command);
        if (outcome.exitCode() != 0) {
            throw new IOException(String.join(" ", pip) + " ended with exit code " + outcome.exitCode() + " and said: "
                    + outcome.quote());
        }
        byte[] rom = RomWheel.romIn(folder);
        try {
            fingerprint.verify("the ROM in the downloaded ale-py", rom);
        } catch (AleException e) {
            throw new IOException(e.getMessage(), e);
        }
        return rom;
    }

    /** Puts the file into the cache folder, complete or not at all. */
    private RomFile keep(byte[] rom) throws IOException {
        Path file = locator.cacheFile();
        Path folder = locator.cacheFolder();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Path fresh = Files.createTempFile(folder, "pong-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(rom);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return fingerprint.check(file);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
