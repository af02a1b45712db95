package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.headless.ale.RequiresRom;
import io.github.gdxagents.headless.run.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presets of actor-critics on the real emulator: games that go on from update to update are found again after a stop. */
@RequiresRom
class PresetAleTest {

    @TempDir
    Path folder;

    @Test
    void fastLeavesNoTraceOfThreadsAndStops() throws IOException {
        List<String> fast =
                List.of("--preset", "fast", "--games", "3", "--rollout", "64", "--mini-batch", "64", "--hidden", "16");
        assertNoTrace(fast, 384);
        assertEquals(
                ActionSpec.discrete(
                        Preset.named("fast").atari().protocol().actions().size()),
                CheckpointFiles.read(folder.resolve("one/checkpoints/000002.agent"))
                        .spec()
                        .actions());
    }

    @Test
    void vpgLearnsFromMemory() throws IOException {
        List<String> vpg = List.of(
                "--preset", "vpg", "--observation", "ram", "--rollout", "150", "--value-passes", "3", "--hidden", "16");
        List<String> printed = assertNoTrace(vpg, 300);
        assertTrue(printed.get(0).endsWith(" · from RAM"), printed.get(0));
        assertTrue(printed.stream().anyMatch(line -> line.contains("| TotalEnvInteracts |")), printed.toString());
        assertEquals(
                128,
                CheckpointFiles.read(folder.resolve("one/checkpoints/000002.agent"))
                        .spec()
                        .inputs());
    }

    /** Two updates with a look after the second one: on one thread, on two, and with a stop between them. */
    private List<String> assertNoTrace(List<String> settings, int decisions) throws IOException {
        String all = Integer.toString(decisions);
        List<String> printed = train("one", settings, "--threads", "1", "--max-decisions", all);
        train("two", settings, "--threads", "2", "--max-decisions", all);
        train("stopped", settings, "--threads", "2", "--max-decisions", "1");
        CommandRun.of(SmallRun.resume(folder.resolve("stopped"), "--max-decisions", all))
                .lines();
        Path one = folder.resolve("one");
        assertEquals(2, SmallRun.evaluations(one).size());
        for (String other : List.of("two", "stopped")) {
            Path run = folder.resolve(other);
            for (String name : List.of("000002.agent", "best.agent")) {
                assertArrayEquals(SmallRun.checkpoint(one, name), SmallRun.checkpoint(run, name), other + " " + name);
            }
            assertEquals(SmallRun.curve(one), SmallRun.curve(run));
            assertEquals(SmallRun.evaluations(one), SmallRun.evaluations(run));
        }
        return printed;
    }

    private List<String> train(String name, List<String> settings, String... more) {
        List<String> arguments = new ArrayList<>(List.of("train", "--env", "ale", "--frame-skip", "10"));
        arguments.addAll(List.of("--run", folder.resolve(name).toString()));
        arguments.addAll(List.of("--evaluate-every", "300", "--evaluate-episodes", "1"));
        arguments.addAll(settings);
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new)).lines();
    }
}
