package io.github.gdxagents.headless.ale;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs in a temporary folder of their own, all of them together within one time limit. However it ends, by
 * {@link #close()} or with the process (Ctrl-C), nothing goes on running and the folder is gone. One thread.
 */
final class PipDownload implements AutoCloseable {

    /** How much of the end of a program's output is kept, in bytes: enough for an error message. */
    private static final int KEPT_OUTPUT = 16_384;

    private static final int LONGEST_QUOTE = 240;

    private final Path folder;
    private final Duration limit;
    private final long deadlineNanos;
    private volatile @Nullable Process running;
    private volatile boolean over;
    private @Nullable Thread atExit;

    /**
     * How a program ended.
     *
     * @param exitCode 0 where it succeeded, 127 where there is no such program
     * @param quote the telling part of what it printed, one line
     */
    record Outcome(int exitCode, String quote) {}

    private PipDownload(Path folder, Duration limit) {
        this.folder = folder;
        this.limit = limit;
        this.deadlineNanos = System.nanoTime() + limit.toNanos();
    }

    /**
     * Makes the temporary folder; the time runs from now on.
     *
     * @param limit for everything together
     * @return to be closed by the caller
     * @throws IOException if there is no place for temporary files
     */
    static PipDownload start(Duration limit) throws IOException {
        PipDownload download = new PipDownload(Files.createTempDirectory("gdx-agents-rom-"), limit);
        Thread atExit = new Thread(download::tidyUpAtExit, "gdx-agents-rom-tidy-up");
        Runtime.getRuntime().addShutdownHook(atExit);
        download.atExit = atExit;
        return download;
    }

    /**
     * Makes a folder inside the temporary one.
     *
     * @param name one name
     * @return the new, empty folder
     * @throws IOException if it cannot be made
     */
    Path newFolder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    /**
     * Runs a program to its end.
     *
     * @param command the program and its arguments
     * @return how it ended
     * @throws IOException if the time is over
     * @throws InterruptedException if somebody wants this thread to stop
     */
    Outcome run(List<String> command) throws IOException, InterruptedException {
        if (over) {
            throw new IOException("the program is ending");
        }
        Path output = Files.createTempFile(folder, "output-", ".txt");
        // The folder matters: Python looks for its modules in the present one first.
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Outcome(127, quote(Reason.of(e)));
        }
        running = process;
        try {
            process.getOutputStream().close();
            if (!process.waitFor(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new IOException(String.join(" ", command.subList(0, Math.min(4, command.size())))
                        + " was not done after " + limit.toSeconds() + " seconds");
            }
            return new Outcome(process.exitValue(), quote(tail(output)));
        } finally {
            stop(process);
            running = null;
        }
    }

    /**
     * Stops what is running and removes the folder.
     *
     * @throws IOException if something cannot be removed
     */
    @Override
    public void close() throws IOException {
        over = true;
        if (atExit != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException e) {
                return; // The process is ending, and the hook does this work.
            }
        }
        removeFolder();
    }

    private void tidyUpAtExit() {
        over = true;
        try {
            Process process = running;
            if (process != null) {
                stop(process);
                process.waitFor(2, TimeUnit.SECONDS);
            }
            removeFolder();
        } catch (IOException | InterruptedException e) {
            System.getLogger(PipDownload.class.getName())
                    .log(System.Logger.Level.WARNING, "temporary folder " + folder + " is left behind", e);
        }
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void removeFolder() throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        }
    }

    private static String tail(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.max(0, Files.size(file) - KEPT_OUTPUT));
            return new String(in.readNBytes(KEPT_OUTPUT), Charset.defaultCharset());
        }
    }

    /**
     * The one line of pip's output that says most. Without a network pip says in the end that no version exists, and
     * only before that that it could not connect.
     *
     * @param output any text
     * @return one line without control characters, never empty
     */
    static String quote(String output) {
        List<String> lines = output.lines()
                .map(line -> line.replaceAll("\\e\\[[0-9;]*m", "")
                        .replaceAll("\\p{Cntrl}", " ")
                        .strip())
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            return "nothing";
        }
        Optional<String> network = lines.stream()
                .filter(line -> line.contains("connection broken by"))
                .map(line -> line.substring(line.indexOf("connection broken by")))
                .findFirst();
        Optional<String> error =
                lines.stream().filter(line -> line.startsWith("ERROR")).findFirst();
        String quote = network.or(() -> error).orElse(lines.get(lines.size() - 1));
        return quote.length() <= LONGEST_QUOTE ? quote : quote.substring(0, LONGEST_QUOTE) + "…";
    }
}
