package io.github.gdxagents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public API is every public type of the packages under {@code agent}, with its public and protected members (see
 * {@code docs/api.md}). {@code public-api.txt} lists it.
 *
 * <p>If the list differs, somebody else's game may no longer compile: is that meant? Then take over
 * {@code core/target/public-api.txt}, and say it in {@code CHANGELOG.md}, what breaks first.
 */
class PublicApiTest {

    private static final String AGENT = "io.github.gdxagents.agent";

    private static final Set<String> VISIBLE_TO_OTHERS =
            Set.of("java.", "io.github.gdxagents.agent.", "com.badlogic.gdx.", "org.jspecify.");

    @Test
    void thePublicApiIsTheOneThatIsWrittenDown() throws IOException {
        List<String> found = new ArrayList<>();
        for (Class<?> type : publicTypes()) {
            found.addAll(describe(type));
        }
        Path written = Path.of("target", "public-api.txt");
        Files.createDirectories(Path.of("target"));
        Files.write(written, found);
        assertEquals(
                String.join("\n", expected()),
                String.join("\n", found),
                "the public API has changed; if that is meant, copy core/target/public-api.txt to core/src/test/resources");
    }

    @Test
    void thePublicApiShowsNothingThatIsHiddenBehindIt() {
        for (Class<?> type : publicTypes()) {
            Stream<Class<?>> shown = Stream.concat(
                    executables(type).flatMap(PublicApiTest::typesOf),
                    Arrays.stream(type.getDeclaredFields())
                            .filter(field -> isVisible(field.getModifiers()))
                            .map(Field::getType));
            shown.forEach(used -> {
                Class<?> plain = used;
                while (plain.isArray()) {
                    plain = plain.getComponentType();
                }
                String name = plain.getName();
                assertTrue(
                        plain.isPrimitive() || VISIBLE_TO_OTHERS.stream().anyMatch(name::startsWith),
                        () -> type.getName() + " shows " + name);
                if (name.startsWith(AGENT)) {
                    assertTrue(Modifier.isPublic(plain.getModifiers()), () -> type.getName() + " shows hidden " + name);
                }
            });
        }
    }

    private static Stream<Executable> executables(Class<?> type) {
        return Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
                .filter(member -> isVisible(member.getModifiers()) && !member.isSynthetic());
    }

    private static Stream<Class<?>> typesOf(Executable member) {
        Stream<Class<?>> parameters = Arrays.stream(member.getParameterTypes());
        return member instanceof Method method
                ? Stream.concat(parameters, Stream.of(method.getReturnType()))
                : parameters;
    }

    private static List<Class<?>> publicTypes() {
        List<Class<?>> types = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(AGENT)) {
            if (type.getModifiers().contains(JavaModifier.PUBLIC) && isReachable(type)) {
                types.add(type.reflect());
            }
        }
        types.sort((one, other) -> one.getName().compareTo(other.getName()));
        return types;
    }

    private static boolean isReachable(JavaClass type) {
        return type.getEnclosingClass()
                .map(outer -> outer.getModifiers().contains(JavaModifier.PUBLIC) && isReachable(outer))
                .orElse(true);
    }

    private static List<String> describe(Class<?> type) {
        Set<String> members = new TreeSet<>();
        executables(type).map(PublicApiTest::describe).forEach(members::add);
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field.getModifiers()) && !field.isSynthetic()) {
                members.add("  " + field.toGenericString());
            }
        }
        List<String> lines = new ArrayList<>();
        // Newer Java versions say of an enum with bodies that it is sealed.
        lines.add(type.toGenericString().replace(" sealed", "")
                + (type.getSuperclass() == null || type.getSuperclass() == Object.class
                        ? ""
                        : " extends " + type.getGenericSuperclass().getTypeName())
                + (type.getInterfaces().length == 0
                        ? ""
                        : " implements "
                                + String.join(
                                        ", ",
                                        Arrays.stream(type.getGenericInterfaces())
                                                .map(java.lang.reflect.Type::getTypeName)
                                                .toList())));
        lines.addAll(members);
        return lines;
    }

    private static String describe(Executable member) {
        return "  " + (member instanceof Constructor<?> made ? made.toGenericString() : member.toGenericString());
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static List<String> expected() {
        try (InputStream in = PublicApiTest.class.getResourceAsStream("/public-api.txt")) {
            if (in == null) {
                return fail("core/src/test/resources/public-api.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
