package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The folder of a run that commit dc858a3 made, before there were critics and held-out scores: a configuration without their
 * names, checkpoints of format 1, a curve with fewer columns. A failure here means that runs of users no longer go on. The files
 * are never made anew; they came of
 *
 * <pre>{@code
 * train --env pong --observation pool20:0 --hidden 2 --batch-episodes 2 --frame-skip 10 --seed 3 --max-episodes 4
 * }</pre>
 */
class OldRunTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/run-v1");

    @TempDir
    Path folder;

    private Path run;

    @BeforeEach
    void copyRun() throws IOException {
        run = folder.resolve("run");
        Files.createDirectories(run.resolve("checkpoints"));
        for (String name :
                List.of("config.json", "metrics.csv", "checkpoints/000002.agent", "checkpoints/best.agent")) {
            Files.copy(GOLDEN.resolve(name), run.resolve(name));
        }
    }

    @Test
    void oldRunGoesOnAndKeepsItsCurve() throws IOException {
        List<String> printed = CommandRun.of(
                        SmallRun.resume(run, "--max-episodes", "6", "--threads", "1", "--final-episodes", "0"))
                .lines();
        assertTrue(printed.contains("resumed after 2 updates, 4 episodes, 1,274 decisions"), printed.toString());
        assertTrue(printed.stream().anyMatch(line -> line.startsWith("done after 6 episodes, 3 updates, ")));
        Checkpoint newest = CheckpointFiles.read(run.resolve("checkpoints/000003.agent"));
        assertEquals(6, newest.state().episodes());
        assertEquals(
                3, ByteBuffer.wrap(SmallRun.checkpoint(run, "000003.agent")).getInt(8));
        List<String> rows = Files.readAllLines(run.resolve("metrics.csv"));
        assertEquals(4, rows.size());
        assertEquals("1,612,2,0.214,-21.0000,NaN,-0.0155252,NaN,0.435235,57.4159,NaN,NaN,NaN,NaN", rows.get(1));
        assertEquals("2,1274,4,0.425,-21.0000,NaN,-0.0382192,NaN,0.440829,36.8029,NaN,NaN,NaN,NaN", rows.get(2));
        assertTrue(Double.parseDouble(rows.get(3).split(",", -1)[3]) > 0.425, rows.get(3));
        String config = Files.readString(run.resolve("config.json"));
        assertTrue(config.contains("\"algorithm\" : \"reinforce\""), config);
        assertTrue(config.contains("\"evaluate-every\" : "), config);
    }

    @Test
    void oldRunStoppedAndResumedComesToTheSameAsOneThatWentOn() throws IOException {
        Path other = folder.resolve("other");
        Files.createDirectories(other.resolve("checkpoints"));
        for (String name : List.of("config.json", "metrics.csv", "checkpoints/000002.agent")) {
            Files.copy(GOLDEN.resolve(name), other.resolve(name));
        }
        CommandRun.of(SmallRun.resume(run, "--max-episodes", "8", "--final-episodes", "0"))
                .lines();
        CommandRun.of(SmallRun.resume(other, "--max-episodes", "5", "--final-episodes", "0"))
                .lines();
        CommandRun.of(SmallRun.resume(other, "--max-episodes", "8", "--final-episodes", "0"))
                .lines();
        for (String name : List.of("000004.agent", "best.agent")) {
            assertArrayEquals(SmallRun.checkpoint(run, name), SmallRun.checkpoint(other, name), name);
        }
        assertEquals(SmallRun.curve(run), SmallRun.curve(other));
    }

    @Test
    void oldPolicyIsEvaluatedAndInspected() {
        List<String> lines = CommandRun.of("evaluate", run.toString(), "--episodes", "2", "--threads", "1")
                .lines();
        assertEquals("Built-in Atari Pong · skip 10 · sticky 0.25 · no-ops 0 · sampled", lines.get(0));
        assertTrue(lines.get(1).startsWith("episodes 2 · seed 1 · mean -2"), lines.get(1));
        List<String> inside = CommandRun.of("inspect", run.toString()).lines();
        assertTrue(inside.get(0).endsWith(": a checkpoint of format 1, 899 bytes"), inside.get(0));
        assertEquals("network      16 inputs, hidden layers of [2], 2 actions, 34 parameters", inside.get(2));
        assertTrue(inside.contains("setting      critic none"), inside.toString());
    }
}
