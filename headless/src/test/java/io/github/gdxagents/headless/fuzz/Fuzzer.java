package io.github.gdxagents.headless.fuzz;

import io.github.gdxagents.agent.random.RandomStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Reads damaged files, and holds each reading against what is promised: the right content or an exception of the promised type, within a
 * second and the stated memory; and what was read can be used, written and read again.
 *
 * <p>The program reads many, for example a hundred thousand of each kind with seed 1 ({@code CONTRIBUTING.md} has the command). A file that
 * breaks a promise is left in {@code target/hostile}; once the reader is mended it goes to {@code src/test/resources/hostile}.
 */
final class Fuzzer {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final long SECOND = 1_000_000_000;

    private final Kind kind;
    private final List<byte[]> contents;
    private int accepted;
    private int refused;
    private long mostNanos;
    private double mostSizes;

    /** Reads the good files first, so that what Java itself takes for a first reading is not counted. */
    Fuzzer(Kind kind) throws Exception {
        this.kind = kind;
        for (int round = 0; round < 3; round++) {
            for (byte[] file : kind.files()) {
                content(file);
            }
        }
        this.contents = kind.files().stream().map(this::content).toList();
    }

    private byte[] content(byte[] file) {
        try {
            return kind.reader().read(file).call();
        } catch (Exception e) {
            if (kind.typed().test(e)) {
                return new byte[0];
            }
            throw new IllegalStateException(e);
        }
    }

    /** Damages and reads so many files. */
    void run(long seed, int count) {
        for (int number = 0; number < count; number++) {
            RandomStream random = new RandomStream(seed * 1_000_003 + number);
            List<byte[]> files = kind.files();
            byte[] file = files.get(random.below(files.size()));
            byte[] other = files.get(random.below(files.size()));
            byte[] damaged = new Mutator(random).damaged(file, other, kind.text());
            boolean repair = random.below(3) > 0;
            byte[] tried = repair ? kind.repair().apply(damaged) : damaged;
            try {
                check(tried, kind.checksummed() && !repair);
            } catch (Throwable e) {
                throw new AssertionError(
                        kind.name() + " " + number + " of seed " + seed + " (" + keep(tried, seed, number) + "): " + e,
                        e);
            }
        }
    }

    private Path keep(byte[] file, long seed, int number) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "hostile", kind.name()));
            return Files.write(folder.resolve(seed + "-" + number), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @param file any bytes
     * @param mustBeKnown whether nothing but the content of a good file may come out
     */
    void check(byte[] file, boolean mustBeKnown) throws Exception {
        Reading reading = new Reading(file);
        if (reading.nanos > SECOND || reading.bytes > allowed(file)) {
            // Java itself takes memory and time for what is done for the first time: once more without that.
            reading = new Reading(file);
        }
        mostNanos = Math.max(mostNanos, reading.nanos);
        mostSizes = Math.max(mostSizes, (double) (reading.bytes - kind.constant()) / Math.max(1, file.length));
        require(reading.nanos <= SECOND, "took " + reading.nanos / 1_000_000 + " ms");
        require(reading.bytes <= allowed(file), "took " + reading.bytes + " bytes of memory for " + file.length);
        Callable<byte[]> read = reading.read;
        if (read == null) {
            refused++;
        } else {
            accepted++;
            byte[] content = read.call();
            require(
                    !mustBeKnown || contents.stream().anyMatch(known -> Arrays.equals(known, content)),
                    "was read as something else");
            require(
                    !kind.rereads()
                            || Arrays.equals(
                                    content, kind.reader().read(content).call()),
                    "is another one when it is written and read again");
        }
    }

    private long allowed(byte[] file) {
        return kind.constant() + (long) kind.factor() * file.length;
    }

    /** A reading, and what this thread took for it. */
    private final class Reading {
        private final long nanos;
        private final long bytes;
        /** Null: refused as promised. */
        private final @Nullable Callable<byte[]> read;

        Reading(byte[] file) throws Exception {
            long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
            long nanosBefore = THREADS.getCurrentThreadCpuTime();
            Callable<byte[]> found = null;
            try {
                found = kind.reader().read(file);
            } catch (Exception e) {
                if (!kind.typed().test(e)) {
                    throw e;
                }
            }
            nanos = THREADS.getCurrentThreadCpuTime() - nanosBefore;
            bytes = THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
            read = found;
        }
    }

    /** How many files were refused. */
    int refused() {
        return refused;
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new AssertionError(otherwise);
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-14s %,8d read, %,8d refused; at most %4d ms of CPU and %5.1f sizes beside 1 MB (allowed: %d)",
                kind.name(),
                accepted,
                refused,
                mostNanos / 1_000_000,
                Math.max(0, mostSizes),
                kind.factor());
    }

    /** {@code SEED COUNT [KIND]}: so many damaged files of each kind. */
    public static void main(String[] arguments) throws Exception {
        Path scratch = Files.createTempDirectory("hostile");
        for (Kind kind : new Kinds(scratch).all()) {
            if (arguments.length < 3 || arguments[2].equals(kind.name())) {
                Fuzzer fuzzer = new Fuzzer(kind);
                fuzzer.run(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
                for (byte[] large : LargeFiles.of(kind.name())) {
                    fuzzer.check(large, false);
                }
                System.out.println(fuzzer);
            }
        }
    }
}
