package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.headless.SmallRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A run's folder in which lives are lived in this process, and what stands there afterwards. */
record TestRun(Path folder) {

    /** One life, the first or a later one. */
    TrainingRun.End live(
            RunConfig config, EnvironmentFactory environments, BooleanSupplier interrupted, StringWriter printed) {
        try (RunDirectory directory = Files.exists(folder.resolve("config.json"))
                ? RunDirectory.open(folder)
                : RunDirectory.create(folder, config)) {
            return new TrainingRun(directory, config, environments, environments, List.of(), interrupted)
                    .run(new PrintWriter(printed, true), false);
        }
    }

    /** A life that nobody disturbs; gives what it printed. */
    String live(RunConfig config, EnvironmentFactory environments) {
        StringWriter printed = new StringWriter();
        assertEquals(TrainingRun.End.LIMIT, live(config, environments, () -> false, printed));
        return printed.toString();
    }

    /** Lives that are each interrupted when they have been asked often enough, later ones later; gives how many it took. */
    int liveInPieces(RunConfig config, EnvironmentFactory environments, int questions) {
        for (int life = 1; ; life++) {
            int patience = questions * life;
            AtomicInteger asked = new AtomicInteger();
            TrainingRun.End end =
                    live(config, environments, () -> asked.incrementAndGet() > patience, new StringWriter());
            if (end == TrainingRun.End.LIMIT) {
                return life;
            }
        }
    }

    Checkpoint newest() {
        return CheckpointFiles.read(newestFile());
    }

    private Path newestFile() {
        return CheckpointFiles.newest(folder.resolve("checkpoints")).orElseThrow();
    }

    Checkpoint best() {
        return CheckpointFiles.read(folder.resolve("checkpoints/best.agent"));
    }

    /** Makes sure that nothing tells this run from another one but seconds, and which older checkpoints are still there. */
    void assertSameAs(TestRun other) throws IOException {
        assertEquals(other.newestFile().getFileName(), newestFile().getFileName());
        assertArrayEquals(Files.readAllBytes(other.newestFile()), Files.readAllBytes(newestFile()));
        assertArrayEquals(
                SmallRun.checkpoint(other.folder, "best.agent"), SmallRun.checkpoint(folder, "best.agent"), "best");
        assertEquals(SmallRun.curve(other.folder), SmallRun.curve(folder));
        assertEquals(SmallRun.evaluations(other.folder), SmallRun.evaluations(folder));
    }

    /** Limits of nothing but decisions. */
    static Limits decisions(long most) {
        return new Limits(Optional.of(most), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
