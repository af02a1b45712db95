package io.github.gdxagents.headless;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

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
                .resideInAnyPackage("..headless.ale..", "..headless.run..", "..headless.verify..")
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
