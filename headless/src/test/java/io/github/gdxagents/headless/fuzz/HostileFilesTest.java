package io.github.gdxagents.headless.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checkpoints, policies, replays, configurations, tables, ROMs and packages come from other people. What is promised of reading them stands in
 * {@code docs/adr/0024-hostile-files.md}; {@link Fuzzer} holds readings against it.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {

    private static final Path KEPT = Path.of("src", "test", "resources", "hostile");

    /** Replays are played to their end, curves are forced to the disk, packages have megabytes. */
    private static final Set<String> SLOW = Set.of("replay", "curve", "wheel");

    @TempDir
    Path scratch;

    private Kind kind(String name) {
        return new Kinds(scratch)
                .all().stream()
                        .filter(kind -> kind.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"checkpoint", "policy", "replay", "configuration", "table", "curve", "lives", "rom", "wheel"})
    void damagedFilesAreReadRightOrRefusedInTimeAndMemory(String name) throws Exception {
        Fuzzer fuzzer = new Fuzzer(kind(name));
        fuzzer.run(1, SLOW.contains(name) ? 400 : 2000);
        // Of a table, and of lives, what is good is read.
        assertTrue(fuzzer.refused() > 10 || name.equals("table") || name.equals("lives"), fuzzer.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "policy", "configuration", "table", "curve"})
    void filesOfVeryManySmallThingsStayWithinTheStatedMemory(String name) throws Exception {
        Fuzzer fuzzer = new Fuzzer(kind(name));
        for (byte[] large : LargeFiles.of(name)) {
            fuzzer.check(large, false);
        }
    }

    /** Files that once broke a promise, or that somebody thought of. */
    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "policy", "replay", "configuration", "table", "curve", "wheel"})
    void keptHostileFilesAreReadRightOrRefusedInTimeAndMemory(String name) throws Exception {
        Kind kind = kind(name);
        Fuzzer fuzzer = new Fuzzer(kind);
        try (Stream<Path> paths = Files.list(KEPT.resolve(name))) {
            List<Path> kept = paths.sorted().toList();
            assertTrue(!kept.isEmpty(), name);
            for (Path path : kept) {
                byte[] file = Files.readAllBytes(path);
                try {
                    fuzzer.check(file, false);
                    fuzzer.check(kind.repair().apply(file), false);
                } catch (Throwable e) {
                    throw new AssertionError(path + ": " + e, e);
                }
            }
        }
    }
}
