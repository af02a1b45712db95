package io.github.gdxagents;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.Outcome;
import java.lang.invoke.VarHandle;
import java.security.SecureRandom;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house in code. If it stops you, look first whether the class sits in the wrong folder. */
class ArchitectureTest {

    private static final String ROOT = "io.github.gdxagents.";

    private static final JavaClasses MAIN =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.github.gdxagents");

    /** Every package of core, and the packages of ours that it may use beside itself. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            entry("files", List.of()),
            entry("agent.random", List.of()),
            entry("maths", List.of()),
            entry("classic", List.of("maths", "agent.learn", "agent.space", "agent.random")),
            entry("agent.space", List.of()),
            entry("agent.network", List.of("agent.space", "agent.random")),
            entry("agent", List.of("agent.network", "agent.space", "agent.random")),
            entry("agent.policy", List.of("files", "agent", "agent.network", "agent.space", "agent.random")),
            entry("agent.gdx", List.of("agent.policy")),
            entry("agent.gdxai", List.of("agent.policy", "agent", "agent.space")),
            entry("agent.learn", List.of("agent", "agent.network", "agent.space", "agent.random")),
            entry(
                    "agent.checkpoint",
                    List.of(
                            "files",
                            "agent.learn",
                            "agent.policy",
                            "agent",
                            "agent.network",
                            "agent.space",
                            "agent.random")),
            entry("lander", List.of("agent.learn", "agent.space", "agent.random")),
            entry("pong.vision", List.of("agent.space")),
            entry("pong", List.of("pong.vision", "agent.random")),
            entry(
                    "pong.atari",
                    List.of("pong", "pong.vision", "agent.learn", "agent.network", "agent.space", "agent.random")),
            entry("pong.box2d", List.of("maths", "pong", "pong.vision", "agent.random")),
            entry(
                    "pong.player",
                    List.of(
                            "pong.atari",
                            "pong",
                            "pong.vision",
                            "agent",
                            "agent.network",
                            "agent.space",
                            "agent.random")),
            entry(
                    "pong.match",
                    List.of(
                            "pong.player",
                            "pong.atari",
                            "pong.box2d",
                            "pong",
                            "pong.vision",
                            "agent",
                            "agent.network",
                            "agent.random")),
            entry("pong.replay", List.of("files", "pong.match", "pong", "agent.random")),
            entry("pong.film", List.of("files", "pong.vision")));

    static Stream<String> packages() {
        return MAY_USE.keySet().stream().sorted();
    }

    @Test
    void everyPackageHasItsPlaceInTheHouse() {
        Set<String> found = MAIN.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(MAY_USE.keySet()), found);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packagesLeanOnlyOnWhatIsBelowThem(String name) {
        String[] allowed = Stream.concat(Stream.of(name), MAY_USE.get(name).stream())
                .map(ROOT::concat)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + ".").or(resideInAnyPackage(allowed)))
                .check(MAIN);
    }

    @Test
    void theAgentKnowsNoGame() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "agent..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "pong..", ROOT + "lander..", ROOT + "classic..")
                .check(MAIN);
    }

    @Test
    void atariPongTakesOnlyTheEnvironmentFromLearning() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "pong..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "agent.learn")
                        .and(not(belongToAnyOf(Environment.class, Outcome.class))))
                .check(MAIN);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.github.gdxagents.(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void everyHeavyLibraryHasItsHome() {
        onlyHome("org.ojalgo..", "agent.network");
        onlyHome("com.esotericsoftware..", "agent.checkpoint");
        onlyHome("com.badlogic.gdx.physics.box2d..", "pong.box2d", "lander");
        onlyHome("com.badlogic.gdx.ai..", "agent.gdxai");
        noClasses()
                .that()
                .resideInAPackage(ROOT + "agent..")
                .and()
                .resideOutsideOfPackages(ROOT + "agent.gdx", ROOT + "agent.gdxai")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.badlogic.gdx..")
                .check(MAIN);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.badlogic.gdx.Gdx")
                .check(MAIN);
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(MAIN);
        fields().that().areStatic().should(beConstants()).check(MAIN);
    }

    @Test
    void thereIsNoHiddenClock() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.time..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Date.class, Timer.class, Calendar.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(MAIN);
    }

    @Test
    void thereIsNoHiddenRandomness() {
        noClasses()
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(StrictMath.class, "random")
                .orShould()
                .callMethod(Collections.class, "shuffle", List.class)
                .orShould()
                .callMethod(System.class, "identityHashCode", Object.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Random.class,
                        SplittableRandom.class,
                        ThreadLocalRandom.class,
                        RandomGenerator.class,
                        SecureRandom.class,
                        UUID.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.ojalgo.random..")
                .check(MAIN);
    }

    /** Math may compute these otherwise on another machine or Java; StrictMath may not. */
    @Test
    void functionsThatDifferBetweenMachinesAreStrict() {
        noClasses()
                .should()
                .callMethodWhere(
                        target(owner(belongToAnyOf(Math.class)))
                                .and(
                                        target(
                                                nameMatching(
                                                        "exp|expm1|log|log10|log1p|pow|sin|cos|tan|sinh|cosh|tanh|asin|acos|atan|atan2|cbrt|hypot"))))
                .check(MAIN);
    }

    @Test
    void nobodyWritesToTheConsoleOrLogs() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(MAIN);
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(MAIN);
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(System.Logger.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        for (String name : MAY_USE.keySet()) {
            JavaPackage found = MAIN.getPackage(ROOT + name);
            assertTrue(found.isAnnotatedWith(NullMarked.class), name);
        }
    }

    @Test
    void exceptionsAreNotThrownAsTheirMostGeneralKind() {
        GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(MAIN);
    }

    private static void onlyHome(String library, String... homes) {
        noClasses()
                .that()
                .resideOutsideOfPackages(Stream.of(homes).map(ROOT::concat).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(MAIN);
    }

    /** Primitive, text, enum, pattern or the like, or a record of primitives; collections and arrays only where nobody outside can reach them. */
    private static ArchCondition<JavaField> beConstants() {
        return new ArchCondition<>("be constants") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                JavaClass type = field.getRawType();
                boolean constant = type.isPrimitive()
                        || type.isEnum()
                        || type.isAssignableTo(String.class)
                        || type.isAssignableTo(Pattern.class)
                        || type.isAssignableTo(VarHandle.class)
                        || isRecordOfPrimitives(type);
                boolean collection =
                        type.isArray() || type.isEquivalentTo(Map.class) || type.isEquivalentTo(List.class);
                boolean sealedOff = (collection && field.getModifiers().contains(JavaModifier.PRIVATE))
                        || field.getModifiers().contains(JavaModifier.SYNTHETIC);
                events.add(new SimpleConditionEvent(
                        field, constant || sealedOff, field.getFullName() + " is a " + type.getName()));
            }
        };
    }

    private static boolean isRecordOfPrimitives(JavaClass type) {
        return type.isRecord()
                && type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .allMatch(field -> field.getRawType().isPrimitive());
    }
}
