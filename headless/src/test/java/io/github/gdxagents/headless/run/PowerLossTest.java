package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.agent.learn.LearnerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a machine that loses power may leave of a file which was just being written, put there by hand: the run goes on from the
 * checkpoint before, and ends with the same bytes as an undisturbed one.
 */
class PowerLossTest {

    private static final int UPDATE = 64;

    /** What is left of a file of which all bytes are known. */
    private enum Left {
        NOTHING_YET {
            @Override
            void put(byte[] bytes, Path file) throws IOException {
                Files.write(temporary(file), new byte[0]);
            }
        },
        HALF_OF_THE_TEMPORARY_FILE {
            @Override
            void put(byte[] bytes, Path file) throws IOException {
                Files.write(temporary(file), Arrays.copyOf(bytes, bytes.length / 2));
            }
        },
        THE_TEMPORARY_FILE_WITHOUT_ITS_NAME {
            @Override
            void put(byte[] bytes, Path file) throws IOException {
                Files.write(temporary(file), bytes);
            }
        },
        THE_NAME_WITHOUT_ITS_BYTES {
            @Override
            void put(byte[] bytes, Path file) throws IOException {
                Files.write(file, new byte[0]);
            }
        },
        THE_NAME_AND_ZEROS {
            @Override
            void put(byte[] bytes, Path file) throws IOException {
                Files.write(file, new byte[bytes.length]);
            }
        },
        THE_NAME_AND_ALL_BUT_THE_LAST_BLOCK {
            @Override
            void put(byte[] bytes, Path file) throws IOException {
                Files.write(file, Arrays.copyOf(bytes, bytes.length - bytes.length % 512));
            }
        };

        abstract void put(byte[] bytes, Path file) throws IOException;

        private static Path temporary(Path file) {
            return file.resolveSibling(file.getFileName() + ".tmp");
        }
    }

    @TempDir
    Path home;

    private TestRun straight;
    private TestRun run;
    private byte[] second;

    /** A run after its first update, and the checkpoint that its second one writes. */
    @BeforeEach
    void train() throws IOException {
        straight = new TestRun(home.resolve("straight"));
        straight.live(config(4), toys());
        TestRun two = new TestRun(home.resolve("two"));
        two.live(config(2), toys());
        second = Files.readAllBytes(checkpoint(two, 2));
        run = new TestRun(home.resolve("run"));
        run.live(config(1), toys());
    }

    @ParameterizedTest
    @EnumSource
    void checkpointThatWasBeingWritten(Left left) throws IOException {
        left.put(second, checkpoint(run, 2));
        run.live(config(4), toys());
        run.assertSameAs(straight);
        assertNoTemporaryFiles();
    }

    @ParameterizedTest
    @EnumSource(
            value = Left.class,
            names = {"NOTHING_YET", "HALF_OF_THE_TEMPORARY_FILE", "THE_TEMPORARY_FILE_WITHOUT_ITS_NAME"})
    void otherFileThatWasBeingWritten(Left left) throws IOException {
        for (String name : List.of("config.json", "metrics.csv", "evaluations.csv", "checkpoints/best.agent")) {
            left.put(
                    Files.readAllBytes(run.folder().resolve(name)), run.folder().resolve(name));
        }
        run.live(config(4), toys());
        run.assertSameAs(straight);
        assertNoTemporaryFiles();
    }

    /** Rows are on the disk before the checkpoint that goes on from them; what came after may be there in part. */
    @Test
    void rowsThatWereBeingWritten() throws IOException {
        Path metrics = run.folder().resolve("metrics.csv");
        String rows = Files.readString(metrics);
        Files.writeString(
                metrics, rows + rows.lines().skip(1).findFirst().orElseThrow().replaceFirst("1,", "2,"));
        run.live(config(4), toys());
        run.assertSameAs(straight);
    }

    private void assertNoTemporaryFiles() throws IOException {
        try (Stream<Path> files = Files.walk(run.folder())) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".tmp")).toList());
        }
    }

    private static Path checkpoint(TestRun of, int updates) {
        return of.folder().resolve("checkpoints").resolve(CheckpointFiles.name(updates));
    }

    private static RunConfig config(int updates) {
        Preset fast = Preset.named("fast");
        return new RunConfig(
                new AtariPlay(Game.PONG, fast.atari()),
                "fast",
                LearnerSettings.with(
                        fast.learner(), Map.of("hidden", "4", "games", "2", "rollout", "32", "mini-batch", "16")),
                3,
                1,
                1,
                Optional.empty(),
                TestRun.decisions((long) updates * UPDATE),
                new EvaluationPlan(UPDATE, 4),
                OutputStyle.PROGRESS,
                Optional.empty());
    }

    private static EnvironmentFactory toys() {
        return () -> new ToyGame(draw -> {});
    }
}
