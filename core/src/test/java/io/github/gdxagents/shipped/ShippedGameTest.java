package io.github.gdxagents.shipped;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.policy.Policies;
import io.github.gdxagents.agent.policy.PolicyFiles;
import io.github.gdxagents.agent.policy.WeightPrecision;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a game needs to load and play a policy reaches neither the trainer nor Kryo, and at run time not even ojAlgo. */
class ShippedGameTest {

    private static final String AGENT = "io.github.gdxagents.agent.";

    /** The packages of a shipped game. */
    private static final String[] PLAYED = {
        "io.github.gdxagents.agent",
        AGENT + "space",
        AGENT + "network",
        AGENT + "random",
        AGENT + "policy",
        AGENT + "gdx",
        AGENT + "gdxai",
    };

    /** What it does not ship. */
    private static final List<String> LEFT_OUT = List.of(
            AGENT + "learn.",
            AGENT + "checkpoint.",
            AGENT + "gdxai.",
            "io.github.gdxagents.pong.",
            "io.github.gdxagents.lander.",
            "io.github.gdxagents.files.",
            "com.esotericsoftware.",
            "com.badlogic.gdx.ai.",
            "com.badlogic.gdx.physics.",
            "org.ojalgo.",
            "org.jspecify.");

    private static final JavaClasses MAIN =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.github.gdxagents");

    @TempDir
    private Path folder;

    @Test
    void playingReachesNeitherTrainerNorKryo() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAYED)
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage(
                        AGENT + "learn..",
                        AGENT + "checkpoint..",
                        "com.esotericsoftware..",
                        "io.github.gdxagents.pong..",
                        "io.github.gdxagents.lander..")
                .check(MAIN);
    }

    @Test
    void playingUsesNoReflection() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAYED)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..", "com.badlogic.gdx.utils.reflect..")
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ServiceLoader.class, ClassLoader.class)
                .check(MAIN);
    }

    @Test
    void aGameWithoutTrainerKryoAndOjAlgoPlaysTheSame() throws Exception {
        Path file = folder.resolve("guard.policy");
        PolicyFiles.write(Policies.policy(Critic.SEPARATE), WeightPrecision.FULL, file);
        String expected = new PlayProgram().apply(file.toString());
        assertEquals(100, expected.lines().count());
        try (SmallClassPath small = new SmallClassPath()) {
            String found = small.play(file.toString());
            assertEquals(expected, found);
            assertEquals(Set.of(), small.refused, "classes that were asked for in vain");
            assertTrue(small.loaded.contains(AGENT + "policy.Policy"), small.loaded::toString);
            assertFalse(small.loaded.contains(AGENT + "network.StoreLines"), small.loaded::toString);
            Set<String> packages = small.loaded.stream()
                    .filter(name -> name.startsWith("io.github.gdxagents."))
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(
                    Set.of(
                            "io.github.gdxagents.agent",
                            AGENT + "gdx",
                            AGENT + "network",
                            AGENT + "policy",
                            AGENT + "random",
                            AGENT + "space",
                            "io.github.gdxagents.shipped"),
                    packages);
        }
    }

    /** The test's class path less what a game leaves out; notes what was loaded and what was refused. */
    private static final class SmallClassPath extends URLClassLoader {

        private final Set<String> loaded = new ConcurrentSkipListSet<>();
        private final Set<String> refused = new ConcurrentSkipListSet<>();

        SmallClassPath() throws MalformedURLException {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] classPath() throws MalformedURLException {
            List<URL> places = new ArrayList<>();
            for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                places.add(new File(place).toURI().toURL());
            }
            return places.toArray(new URL[0]);
        }

        /** A program that plays, loaded here. */
        @SuppressWarnings("unchecked")
        String play(String file) throws ReflectiveOperationException {
            Object program = loadClass(PlayProgram.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            return ((Function<String, String>) program).apply(file);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (LEFT_OUT.stream().anyMatch(name::startsWith)) {
                refused.add(name);
                throw new ClassNotFoundException(name + " is not part of a shipped game");
            }
            loaded.add(name);
            return super.findClass(name);
        }
    }
}
