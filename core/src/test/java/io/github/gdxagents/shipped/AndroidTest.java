package io.github.gdxagents.shipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Every class, method and field of Java that the packages of a shipped game use is held against what Android has, level by level. The
 * signatures (gummy-bears) count what D8 brings itself, without core library desugaring.
 *
 * <p>Not seen here: what D8 rewrites at any level. These are records, lambdas, switches and texts put together ({@code invokedynamic}),
 * and {@code java.lang.Record} itself.
 */
class AndroidTest {

    private static final Path CLASSES = Path.of("target", "classes", "io", "github", "gdxagents", "agent");

    private static final Path SIGNATURES = Path.of("target", "android");

    /** What a game needs to load and play a policy. */
    private static final List<String> PLAYED = List.of("", "space", "network", "random", "policy", "gdx", "gdxai");

    /** The only class of these packages that needs a file system with paths: API level 26. Games read through libGDX. */
    private static final String PATHS = "PolicyFiles.class";

    /** Not Java's own: our other classes and libraries. WeightInit and StoreLines use ojAlgo, which no policy that plays reaches. */
    private static final Set<String> OTHERS =
            Set.of("io.github.gdxagents.*", "com.badlogic.gdx.*", "org.jspecify.annotations", "org.ojalgo.*");

    private static Set<String> missing(int level, List<Path> classes) throws IOException {
        Set<String> missing = new TreeSet<>();
        try (InputStream signatures =
                Files.newInputStream(SIGNATURES.resolve("gummy-bears-api-" + level + ".signature"))) {
            SignatureChecker checker = new SignatureChecker(signatures, OTHERS, new Listener(missing));
            checker.setSourcePath(List.of());
            for (Path file : classes) {
                checker.process(file.toFile());
            }
        }
        missing.removeIf(line -> line.endsWith("Undefined reference: void Record.<init>()"));
        return missing;
    }

    private static List<Path> played() throws IOException {
        List<Path> classes = new ArrayList<>();
        for (String name : PLAYED) {
            try (Stream<Path> files = Files.list(CLASSES.resolve(name))) {
                files.filter(file -> file.toString().endsWith(".class"))
                        .sorted()
                        .forEach(classes::add);
            }
        }
        return classes;
    }

    @Test
    void policiesPlayFromLevel24On() throws IOException {
        List<Path> classes = played();
        classes.removeIf(file -> file.endsWith(PATHS));
        assertFalse(classes.size() < 60, classes.size() + " classes");
        assertEquals(Set.of(), missing(24, classes));
    }

    @Test
    void programsWithPathsPlayFromLevel26On() throws IOException {
        List<Path> classes = played();
        classes.add(CLASSES.resolveSibling("files").resolve("AtomicFiles.class"));
        assertEquals(Set.of(), missing(26, classes));
    }

    /** That the check can fail: the trainer uses what Android has not got at this level. */
    @Test
    void theTrainerIsNotPromised() throws IOException {
        try (Stream<Path> files = Files.list(CLASSES.resolve("checkpoint"))) {
            assertFalse(missing(
                            24,
                            files.filter(file -> file.toString().endsWith(".class"))
                                    .toList())
                    .isEmpty());
        }
    }

    /** Keeps what the checker reports. */
    private static final class Listener implements Logger {

        private final Set<String> errors;

        Listener(Set<String> errors) {
            this.errors = errors;
        }

        @Override
        public void error(String message) {
            errors.add(message);
        }

        @Override
        public void error(String message, Throwable cause) {
            errors.add(message + " " + cause);
        }

        @Override
        public void warn(String message) {
            errors.add(message);
        }

        @Override
        public void warn(String message, Throwable cause) {
            errors.add(message + " " + cause);
        }

        @Override
        public void info(String message) {
            // Progress.
        }

        @Override
        public void info(String message, Throwable cause) {
            // Progress.
        }

        @Override
        public void debug(String message) {
            // Progress.
        }

        @Override
        public void debug(String message, Throwable cause) {
            // Progress.
        }
    }
}
