package io.github.gdxagents.headless;

import io.github.gdxagents.headless.run.InputException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is used of this machine; leaves no trace in results. */
final class MachineOptions {

    /** Copies of the game for each thread: while one plays the last long episode of a batch, the others have work. */
    private static final int ENVS_PER_THREAD = 2;

    @Option(
            names = "--envs",
            paramLabel = "N",
            description = "copies of the game that are played side by side (default: 2 for each thread)")
    private @Nullable Integer envs;

    @Option(names = "--threads", paramLabel = "N", description = "threads (default: one for each processor)")
    private @Nullable Integer threads;

    @Option(names = "--rom", paramLabel = "FILE", description = "where the Pong ROM is; see the command rom")
    private @Nullable Path rom;

    /** Threads as the command line says, or else by default. */
    int threads() {
        return check("threads", threads == null ? Runtime.getRuntime().availableProcessors() : threads);
    }

    /** Copies as the command line says, or else by default. */
    int envs() {
        return check("envs", envs == null ? Math.min(1024, ENVS_PER_THREAD * threads()) : envs);
    }

    /** Threads as the command line says, or else as before. */
    int threadsOr(int before) {
        return threads == null ? before : threads();
    }

    /** Copies as the command line says, or else as before. */
    int envsOr(int before) {
        return envs == null ? before : envs();
    }

    Optional<Path> rom() {
        return Optional.ofNullable(rom);
    }

    private static int check(String name, int count) {
        if (count < 1 || count > 1024) {
            throw new InputException(name + " must be from 1 to 1024, but was " + count);
        }
        return count;
    }
}
