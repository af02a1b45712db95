package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.EnvironmentProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A game's jar, compiled and packed apart from the project, on the class path of the program in its own process. */
class NamedGameJarTest {

    private static final String SOURCE = """
            package com.example.walk;

            import io.github.gdxagents.agent.learn.*;
            import io.github.gdxagents.agent.random.RandomStream;
            import io.github.gdxagents.agent.space.*;

            public final class Walk implements EnvironmentProvider {
                @Override public String name() { return "jar-walk"; }
                @Override public String description() { return "a walk along a line"; }
                @Override public Environment create() {
                    return new Environment() {
                        private int place;
                        private int steps;
                        private int all;
                        @Override public ObservationSpec observationSpec() { return ObservationSpec.vector("place"); }
                        @Override public ActionSpec actionSpec() { return ActionSpec.discrete(2); }
                        @Override public void reset(RandomStream random) { place = 0; steps = 0; }
                        @Override public void observe(Observation into) { into.set("place", place); }
                        @Override public Outcome step(Action action) {
                            for (all++; all == Integer.getInteger("hang.at", -1);) { Thread.onSpinWait(); }
                            place += action.choice() == 0 ? -1 : 1;
                            return ++steps < 10 ? Outcome.RUNNING : Outcome.TERMINATED;
                        }
                        @Override public float reward() { return place > 0 ? 0.1f : 0; }
                    };
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void compileAndPack() throws IOException {
        Path source = Files.createDirectories(folder.resolve("src")).resolve("Walk.java");
        Files.writeString(source, SOURCE);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                classes.toString(),
                                source.toString()));
        jar = folder.resolve("walk game.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, out);
            }
            out.putNextEntry(new JarEntry("META-INF/services/" + EnvironmentProvider.class.getName()));
            out.write("com.example.walk.Walk\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private String run(int exitCode, String... arguments) throws IOException, InterruptedException, TimeoutException {
        try (SpawnedProgram program = SpawnedProgram.startWith(jar, folder, List.of(), arguments)) {
            assertEquals(exitCode, program.waitFor(), program.output());
            return program.output();
        }
    }

    @Test
    void itIsTrainedScoredAndGoesOn() throws IOException, InterruptedException, TimeoutException {
        run(0, "train", "--env", "jar-walk", "--run", "run", "--max-decisions", "8192", "--evaluate-every", "4096");
        String went = run(0, "train", "--resume", "run", "--max-decisions", "16384");
        String scored = run(0, "evaluate", "run", "--greedy", "--episodes", "20");

        assertTrue(went.contains("resumed after 4 updates"), went);
        assertTrue(scored.contains(" mean 1.00 "), scored);
        String command = Files.readString(folder.resolve("run/command.txt"));
        assertTrue(command.startsWith("java -cp '" + jar), command);
    }

    @Test
    void aProcessWhoseGameHangsEndsAndTheRunGoesOn() throws IOException, InterruptedException, TimeoutException {
        run(0, "train", "--env", "jar-walk", "--run", "run", "--max-decisions", "2048");
        String stuck;
        try (SpawnedProgram program = SpawnedProgram.startWith(
                jar,
                folder,
                List.of("-Dhang.at=700"),
                "train",
                "--resume",
                "run",
                "--max-decisions",
                "20000",
                "--step-timeout",
                "1")) {
            assertEquals(1, program.waitFor(), program.output());
            stuck = program.output();
        }
        String went = run(0, "train", "--resume", "run", "--max-decisions", "8192");

        List<String> lines = stuck.lines().toList();
        String last = lines.get(lines.size() - 1);
        assertTrue(last.contains("environment 'jar-walk' has not come back from step 700 (episode "), stuck);
        assertTrue(went.contains("resumed after 1 updates"), went);
    }
}
