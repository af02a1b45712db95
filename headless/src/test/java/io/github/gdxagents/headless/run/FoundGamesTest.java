package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentProvider;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundGamesTest {

    @TempDir
    private Path folder;

    private static class Named implements EnvironmentProvider {
        private final String name;

        private Named(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public Environment create() {
            throw new UnsupportedOperationException();
        }
    }

    /** Throws before it is there. */
    public static final class Broken extends Named {
        /** Throws. */
        public Broken() {
            super("broken");
            throw new IllegalStateException("no display");
        }
    }

    private static FoundGames of(EnvironmentProvider... providers) {
        return FoundGames.of(List.of(providers).iterator());
    }

    @Test
    void ofTwoGamesWithOneNameNeitherIsTaken() {
        FoundGames found = of(new Named("walk"), new Named("run"), new Named("walk"));

        assertEquals(Set.of("run"), found.games().keySet());
        assertEquals(
                List.of("two games are called 'walk': " + Named.class.getName() + " and " + Named.class.getName()
                        + "; expected a name of its own for each"),
                found.complaints());
    }

    /** A game whose class is not of this project. */
    private static EnvironmentProvider foreign(String name) {
        return (EnvironmentProvider) Proxy.newProxyInstance(
                FoundGamesTest.class.getClassLoader(),
                new Class<?>[] {EnvironmentProvider.class},
                (self, method, given) -> method.getName().equals("equals") ? self == given[0] : name);
    }

    @Test
    void aGameOfOthersIsTakenBeforeOneOfThisProject() {
        EnvironmentProvider mine = foreign("lander");
        for (FoundGames found : List.of(of(new Named("lander"), mine), of(mine, new Named("lander")))) {
            assertSame(mine, found.games().get("lander"));
            assertEquals(List.of(), found.complaints());
            assertEquals(
                    List.of("'lander' is " + mine.getClass().getName() + ", in place of this project's own "
                            + Named.class.getName()),
                    found.replaced());
        }
    }

    @Test
    void ofTwoGamesOfOthersWithOneNameNeitherIsTakenNorThatOfThisProject() {
        FoundGames found = of(foreign("lander"), new Named("lander"), foreign("lander"));

        assertEquals(Set.of(), found.games().keySet());
        assertEquals(1, found.complaints().size());
        assertTrue(found.complaints().get(0).startsWith("two games are called 'lander': "));
    }

    @Test
    void aNameIsFitForFilesAndCommandLines() {
        FoundGames found =
                of(new Named("a-2"), new Named("Walk"), new Named("my game"), new Named(""), new Named("pong"));

        assertEquals(Set.of("a-2"), found.games().keySet());
        assertEquals(4, found.complaints().size());
        assertTrue(
                found.complaints().get(0).contains("calls its game 'Walk', expected lower-case letters, digits and"));
        assertTrue(found.complaints().get(3).endsWith("expected another name than that of a built-in game"));
    }

    @Test
    void aGameThatCannotEvenSayItsNameIsToldOf() {
        FoundGames found = of(new Named("walk") {
            @Override
            public String name() {
                throw new IllegalStateException("not yet");
            }
        });

        assertEquals(Set.of(), found.games().keySet());
        assertTrue(
                found.complaints().get(0).endsWith(".name() threw java.lang.IllegalStateException (not yet)"),
                found.complaints().get(0));
    }

    @Test
    void whatCannotBeLoadedIsToldOfAndTheRestIsFound() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(EnvironmentProvider.class.getName()),
                "com.example.NotThere\n" + Broken.class.getName() + "\n" + FoundGamesTest.class.getName() + "\n");

        FoundGames found;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, FoundGamesTest.class.getClassLoader())) {
            found = FoundGames.of(
                    ServiceLoader.load(EnvironmentProvider.class, loader).iterator());
        }

        assertTrue(found.games().containsKey("catch"));
        assertEquals(3, found.complaints().size());
        assertTrue(found.complaints().get(0).contains("com.example.NotThere not found"));
        assertTrue(
                found.complaints().get(1).contains("because of java.lang.IllegalStateException (no display)"),
                found.complaints().get(1));
        assertTrue(found.complaints().get(2).contains("FoundGamesTest not a subtype"));
    }
}
