package io.github.gdxagents.headless;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The program in a process of its own; all that it prints goes into a file. */
final class SpawnedProgram implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path printed;

    private SpawnedProgram(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    /** Starts a command, with a folder to work in. */
    static SpawnedProgram start(Path folder, String... arguments) throws IOException {
        return start(folder, List.of(), Map.of(), arguments);
    }

    /** Starts a command, with options for Java, and with a game's jar on the class path before the program. */
    static SpawnedProgram startWith(Path jar, Path folder, List<String> javaOptions, String... arguments)
            throws IOException {
        return start(folder, javaOptions, Map.of(), jar + File.pathSeparator + classPath(), arguments);
    }

    /** Starts a command, with options for Java, and with variables of the environment changed. */
    static SpawnedProgram start(
            Path folder, List<String> javaOptions, Map<String, String> environment, String... arguments)
            throws IOException {
        return start(folder, javaOptions, environment, classPath(), arguments);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** Starts a command as outside of this project: with a game's classes on the class path, and without those of the tests. */
    static SpawnedProgram startOutside(Path game, Path folder, String... arguments) throws IOException {
        String program = Arrays.stream(classPath().split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return start(folder, List.of(), Map.of(), game + File.pathSeparator + program, arguments);
    }

    private static SpawnedProgram start(
            Path folder,
            List<String> javaOptions,
            Map<String, String> environment,
            String classPath,
            String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Starts in half the time.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", classPath, HeadlessLauncher.class.getName()));
        command.addAll(List.of(arguments));
        Path printed = Files.createTempFile(folder, "printed-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        return new SpawnedProgram(builder.start(), printed);
    }

    /** Waits until something is true of the program's files; it must not end before. */
    void await(BooleanSupplier condition) throws IOException, InterruptedException, TimeoutException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the program ended too early: " + output());
            }
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new TimeoutException("the program takes too long: " + output());
            }
            Thread.sleep(1);
        }
    }

    /** Waits so many nanoseconds at most; tells whether it has ended. */
    boolean endsWithin(long nanos) throws InterruptedException {
        return process.waitFor(nanos, TimeUnit.NANOSECONDS);
    }

    /** Ends the process in the middle of whatever it does. */
    int kill() throws InterruptedException, TimeoutException {
        process.destroyForcibly();
        return waitFor();
    }

    /** Asks the process to end. */
    int terminate() throws InterruptedException, TimeoutException {
        process.destroy();
        return waitFor();
    }

    /** Waits for the end, and gives the exit code. */
    int waitFor() throws InterruptedException, TimeoutException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new TimeoutException("the program does not end");
        }
        return process.exitValue();
    }

    /** All that was printed so far. */
    String output() throws IOException {
        return Files.readString(printed, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
