package io.github.gdxagents.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.github.gdxagents.desktop.play.LanderSession;
import io.github.gdxagents.desktop.play.LiveLearning;
import io.github.gdxagents.lander.Lander;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.Move;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house in code, its desktop half. If it stops you, look first whether the class sits in the wrong folder. */
class DesktopArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.github.gdxagents.desktop");

    @Test
    void matchesNeedNoWindow() {
        noClasses()
                .that()
                .resideInAPackage("..desktop.play..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.badlogic..", "org.lwjgl..", "..desktop.view..", "..desktop.screen..", "..desktop.input..")
                .check(MAIN);
    }

    @Test
    void drawingChangesNothing() {
        noClasses()
                .that()
                .resideInAPackage("..desktop.view..")
                .should()
                .callMethod(Court.class, "step", Move.class, Move.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Court.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Lander.class)
                .orShould()
                .callMethod(LanderSession.class, "advance", double.class)
                .orShould()
                .callMethod(LanderSession.class, "again")
                .orShould()
                .callMethod(LiveLearning.class, "advance", double.class)
                .orShould()
                .callMethod(Match.class, "tick")
                .orShould()
                .callMethod(io.github.gdxagents.desktop.play.MatchSession.class, "tick")
                .orShould()
                .callMethod(io.github.gdxagents.desktop.play.MatchSession.class, "advance", double.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("..desktop.screen..", "..desktop.input..")
                .check(MAIN);
    }

    @Test
    void inputKnowsNothingOfScreens() {
        noClasses()
                .that()
                .resideInAPackage("..desktop.input..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..desktop.screen..", "..desktop.view..", "..desktop.asset..", "..desktop.play..")
                .check(MAIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.github.gdxagents.(desktop).(*)..")
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    void screensKnowTheProgramOnlyAsTheirHost() {
        noClasses()
                .that()
                .resideInAnyPackage("..desktop.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.gdxagents.desktop")
                .check(MAIN);
    }

    @Test
    void theCommandLineAndTheWindowSystemStayAtTheTop() {
        noClasses()
                .that()
                .resideInAnyPackage("..desktop.*..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.lwjgl..", "com.badlogic.gdx.backends..")
                .check(MAIN);
    }

    @Test
    void theDesktopDoesNotNeedTheEmulator() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.gdxagents.headless..", "org.bytedeco..")
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
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.badlogic.gdx.math.MathUtils")
                .check(MAIN);
    }

    @Test
    void onlyTheMainMethodEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.github.gdxagents.desktop.DesktopLauncher")
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
