package io.github.gdxagents.headless;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house in code, its headless half. If it stops you, look first whether the class sits in the wrong folder. */
class HeadlessArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.github.gdxagents.headless");

    @Test
    void onlyTheConnectionTalksToTheEmulator() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.github.gdxagents.headless.ale.AleConnection")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bytedeco..")
                .check(MAIN);
    }

    @Test
    void theCommandLineStaysInItsPackage() {
        noClasses()
                .that()
                .resideInAPackage("io.github.gdxagents.headless.*..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "io.github.gdxagents.headless")
                .check(MAIN);
    }

    @Test
    void theEmulatorKnowsNothingOfRuns() {
        noClasses()
                .that()
                .resideInAPackage("..headless.ale..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..headless.run..", "..headless.verify..", "..agent.learn..")
                .check(MAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "org.knowm.xchart.., ..headless.chart..",
        "org.tensorflow.., ..headless.tensorboard..",
        "com.google.protobuf.., ..headless.tensorboard..",
        "io.prometheus.., ..headless.live..",
        "com.sun.net.httpserver.., ..headless.live.."
    })
    void eachLibraryHasOneHome(String library, String home) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(MAIN);
    }

    @Test
    void aRunKnowsNothingOfWhoLooksAtIt() {
        noClasses()
                .that()
                .resideInAPackage("..headless.run..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..headless.archive..",
                        "..headless.chart..",
                        "..headless.live..",
                        "..headless.report..",
                        "..headless.tensorboard..")
                .check(MAIN);
    }

    @Test
    void noChanceButThatOfRandomStreams() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould()
                .callMethod(Math.class, "random")
                .check(MAIN);
    }

    @Test
    void onlyTheMainMethodEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.github.gdxagents.headless.HeadlessLauncher")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(MAIN);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(NullMarked.class)
                .check(MAIN);
    }
}
