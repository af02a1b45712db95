package io.github.gdxagents.headless;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A page of the documentation with code in it.
 *
 * @param text all of it
 * @param files blocks that are whole files, by the path that stands before each in bold
 * @param fragments other blocks of Java
 */
record Guide(String text, Map<String, String> files, List<String> fragments) {

    /** Blocks between fences, each with the path before it, if there is one. */
    private static final Pattern BLOCK = Pattern.compile(
            "(?:^\\*\\*`([^`]+)`\\*\\*\\n\\n)?^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** What a fragment stands in; its imports are those that the guide tells of. */
    private static final String AROUND = """
            package catchgame;

            import com.badlogic.gdx.ai.btree.*;
            import com.badlogic.gdx.assets.*;
            import io.github.gdxagents.agent.*;
            import io.github.gdxagents.agent.gdx.*;
            import io.github.gdxagents.agent.gdxai.*;
            import io.github.gdxagents.agent.learn.*;
            import io.github.gdxagents.agent.policy.*;
            import io.github.gdxagents.agent.random.*;
            import io.github.gdxagents.agent.space.*;
            import java.nio.file.*;
            import java.util.*;

            final class %s {
                static void run(%s) {
            %s
                }
            }
            """;

    static Guide read(Path page) throws IOException {
        String text = Files.readString(page).replace("\r\n", "\n");
        Map<String, String> files = new LinkedHashMap<>();
        List<String> fragments = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            String path = block.group(1);
            if (path != null) {
                files.put(path, block.group(3));
            } else if (block.group(2).equals("java")) {
                fragments.add(block.group(3));
            }
        }
        return new Guide(text, files, fragments);
    }

    /** How many blocks of Java there are, however they are found. */
    long javaBlocks() {
        return text.lines().filter("```java"::equals).count();
    }

    /** Writes the files into a folder. */
    void write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** Writes each fragment into a class of its own, beside the game's; what it has at hand are parameters. */
    void writeFragments(Path folder, String name, String parameters) throws IOException {
        for (int i = 0; i < fragments.size(); i++) {
            Files.writeString(
                    folder.resolve(name + i + ".java"), AROUND.formatted(name + i, parameters, fragments.get(i)));
        }
    }

    /** Compiles all Java files of a folder, every warning an error; gives what the compiler says. */
    static String compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> files;
        try (var found = Files.list(sources)) {
            files = found.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        Files.createDirectories(classes);
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            compiler.getTask(
                            said,
                            manager,
                            null,
                            List.of(
                                    "--release",
                                    "17",
                                    "-proc:none",
                                    "-Xlint:all",
                                    "-Werror",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-d",
                                    classes.toString()),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        return said.toString();
    }
}
