package io.github.gdxagents.agent.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerConfigs;
import io.github.gdxagents.agent.learn.Trainer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {

    private static final long SEED = 11;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"rmsprop, 0", "adam, 4"})
    void tenUpdatesAndTenInANewProcessAreTwenty(String optimizer, int episodesOfTheEleventh)
            throws IOException, InterruptedException {
        LearnerConfig config = LearnerConfigs.small("optimizer", optimizer);
        Path half = folder.resolve("half.agent");
        Path whole = folder.resolve("whole.agent");
        byte[] undisturbed;
        try (Trainer trainer = SmallRun.trainer(config, SEED, 2, 1)) {
            SmallRun.trainTo(trainer, 20);
            undisturbed = CheckpointCodec.encode(SmallRun.checkpoint(trainer, config, SEED));
        }
        try (Trainer trainer = SmallRun.trainer(config, SEED, 1, 1)) {
            SmallRun.trainTo(trainer, 10);
            trainer.update(episodesOfTheEleventh, () -> false);
            CheckpointFiles.write(SmallRun.checkpoint(trainer, config, SEED), half);
        }
        assertEquals(
                episodesOfTheEleventh,
                CheckpointFiles.read(half).state().partialBatch().size());

        runInNewProcess(ResumeProgram.class, half.toString(), whole.toString(), "20");
        assertArrayEquals(undisturbed, Files.readAllBytes(whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared", "separate"})
    void anActorCriticGoesOnInANewProcess(String critic) throws IOException, InterruptedException {
        LearnerConfig config = LearnerConfigs.actorCritic("critic", critic, "sparse-optimizer", "true");
        Path half = folder.resolve("half.agent");
        Path whole = folder.resolve("whole.agent");
        byte[] undisturbed;
        try (Trainer trainer = SmallRun.trainer(config, SEED, 1, 1)) {
            SmallRun.trainTo(trainer, 10);
            undisturbed = CheckpointCodec.encode(SmallRun.checkpoint(trainer, config, SEED));
        }
        try (Trainer trainer = SmallRun.trainer(config, SEED, 1, 2)) {
            SmallRun.trainTo(trainer, 5);
            // Stopped in the middle of the next piece.
            AtomicInteger left = new AtomicInteger(2);
            assertTrue(trainer.update(1, () -> left.decrementAndGet() < 0).isEmpty());
            CheckpointFiles.write(SmallRun.checkpoint(trainer, config, SEED), half);
        }
        runInNewProcess(ResumeProgram.class, half.toString(), whole.toString(), "10");
        assertArrayEquals(undisturbed, Files.readAllBytes(whole));
    }

    private void runInNewProcess(Class<?> program, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertEquals(0, exit, () -> text(output));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
