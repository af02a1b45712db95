package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/your-own-game.md}: its Java compiles without a warning, as the README's does, and its game learns as it says. The whole of
 * it, with Maven and windows, is {@code .ci/your-own-game}'s.
 */
class YourOwnGameTest {

    private static final Path GUIDE = Path.of("../docs/your-own-game.md");

    private static final Path README = Path.of("../README.md");

    @TempDir
    private Path folder;

    private Path sources() {
        return folder.resolve("src/main/java/catchgame");
    }

    @Test
    void everyBlockOfJavaCompilesWithoutAWarning() throws IOException {
        Guide guide = Guide.read(GUIDE);
        Guide readme = Guide.read(README);
        guide.write(folder);
        guide.writeFragments(sources(), "Fragment", "Observation into, Action action, Policy policy");
        readme.writeFragments(sources(), "Readme", "Catch game, AssetManager assets, long seed");

        assertEquals("", Guide.compile(sources(), folder.resolve("classes")));

        long whole = guide.files().keySet().stream()
                .filter(file -> file.matches("src/main/java/catchgame/\\w+\\.java"))
                .count();
        assertTrue(whole >= 10 && guide.fragments().size() >= 9, whole + " files, " + guide.fragments());
        assertEquals(guide.javaBlocks(), whole + guide.fragments().size());
        assertTrue(readme.fragments().size() >= 2, readme.fragments().toString());
        assertEquals(readme.javaBlocks(), readme.fragments().size());
    }

    @Test
    void theProjectFileNamesTheVersionsOfThisProject() throws IOException {
        String own = Files.readString(Path.of("../pom.xml"));
        String theirs = Guide.read(GUIDE).files().get("pom.xml");
        Matcher version = Pattern.compile("version>([0-9][^<]+)</").matcher(theirs);
        int found = 0;
        while (version.find()) {
            assertTrue(own.contains("version>" + version.group(1) + "</"), version.group());
            found++;
        }
        assertTrue(found >= 8, theirs);
    }

    /** The same seed gives the same numbers: if this fails, the guide's are old, and what the commands now print belongs there. */
    @Test
    void theGameIsTrainedScoredAndExportedAsTheGuideSays() throws IOException, InterruptedException, TimeoutException {
        Guide guide = Guide.read(GUIDE);
        guide.write(folder);
        Path classes = folder.resolve("classes");
        assertEquals("", Guide.compile(sources(), classes));
        Path service = Path.of("META-INF/services/io.github.gdxagents.agent.learn.EnvironmentProvider");
        Files.createDirectories(classes.resolve(service).getParent());
        Files.copy(folder.resolve("src/main/resources").resolve(service), classes.resolve(service));

        String trained =
                run(classes, "train", "--env", "catch", "--until-score", "20", "--threads", "2", "--run", "first");
        String scored = run(classes, "evaluate", "first", "--greedy");
        String exported = run(classes, "export", "first", "--out", "catch.policy");

        for (String line : List.of("done after ", "best: ", "preset own ", "observation ")) {
            assertEquals(line(guide.text(), line), line(trained, line), trained);
        }
        assertEquals(line(guide.text(), "episodes 100 "), line(scored, "episodes 100 "));
        assertEquals(line(guide.text(), "score  "), line(exported, "score  "));
        Policy policy = PolicyFiles.read(folder.resolve("catch.policy"));
        assertEquals("catch", policy.game());
        assertTrue(policy.score().orElseThrow().mean() > 20, exported);
    }

    private String run(Path classes, String... arguments) throws IOException, InterruptedException, TimeoutException {
        try (SpawnedProgram program = SpawnedProgram.startOutside(classes, folder, arguments)) {
            assertEquals(0, program.waitFor(), program.output());
            return program.output();
        }
    }

    /** The first line that begins so, without the times that it tells. */
    private static String line(String text, String start) {
        return text.lines()
                .filter(each -> each.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line '" + start + "' in " + text))
                .replaceAll(", \\d+:\\d\\d of training.*?;", ";")
                .replaceAll(" in [0-9.]+ s$", "");
    }
}
