package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.headless.run.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code train} prints for the presets that follow other programs, and for the others. */
class PresetOutputTest {

    @TempDir
    Path folder;

    @Test
    void kerasPrintsABarForEachEpisode() throws IOException {
        List<String> printed = train("keras", "--max-episodes", "3");
        List<String> bars =
                printed.stream().filter(line -> line.contains("[====")).toList();
        assertEquals(3, bars.size());
        for (int episode = 1; episode <= 3; episode++) {
            String bar = bars.get(episode - 1);
            assertTrue(
                    bar.matches(
                            "(\\d+)/\\1 \\[={30}\\] - \\d+s \\d+ms/step - loss: -?\\d\\.\\d{4} - acc: [01]\\.\\d{4}   episode "
                                    + episode + ": -\\d+   running mean: -\\d+\\.\\d{2}"),
                    bar);
        }
        long decisions =
                Long.parseLong(SmallRun.curve(folder.resolve("run")).get(1).split(",", -1)[1]);
        assertTrue(bars.get(0).startsWith((decisions + 31) / 32 + "/"), bars.get(0));
    }

    @Test
    void vpgPrintsATableForEachEpoch() throws IOException {
        List<String> printed = train("vpg", "--rollout", "500", "--value-passes", "2", "--max-decisions", "1000");
        List<Integer> epochs = new ArrayList<>();
        for (int line = 0; line < printed.size(); line++) {
            if (printed.get(line).startsWith("|             Epoch | ")) {
                epochs.add(line);
            }
        }
        assertEquals(2, epochs.size());
        for (int epoch = 0; epoch < 2; epoch++) {
            List<String> table = printed.subList(epochs.get(epoch) - 1, epochs.get(epoch) + 19);
            assertEquals("-".repeat(39), table.get(0));
            assertEquals("|             Epoch |               " + epoch + " |", table.get(1));
            assertEquals(
                    List.of(
                            "AverageEpRet",
                            "StdEpRet",
                            "MaxEpRet",
                            "MinEpRet",
                            "EpLen",
                            "AverageVVals",
                            "StdVVals",
                            "MaxVVals",
                            "MinVVals",
                            "TotalEnvInteracts",
                            "LossPi",
                            "LossV",
                            "DeltaLossPi",
                            "DeltaLossV",
                            "Entropy",
                            "KL",
                            "Time"),
                    table.subList(2, 19).stream()
                            .map(row -> row.substring(2, 19).strip())
                            .toList());
            assertTrue(table.contains("| TotalEnvInteracts | %15d |".formatted(500 * (epoch + 1))), table.toString());
            assertEquals("-".repeat(39), table.get(19));
        }
    }

    @Test
    void othersPrintNeither() throws IOException {
        List<String> printed =
                train("fast", "--rollout", "32", "--games", "2", "--hidden", "8", "--max-decisions", "100");
        assertTrue(printed.stream().noneMatch(line -> line.contains("[===") || line.startsWith("---")));
        assertTrue(printed.stream().anyMatch(line -> line.contains("2 games side by side")), printed.toString());
        assertTrue(printed.get(1).startsWith("preset fast · seed 1 · network "), printed.get(1));
    }

    @Test
    void fastIsTheDefault() throws IOException {
        Path run = folder.resolve("run");
        List<String> printed = CommandRun.of(
                        "train",
                        "--run",
                        run.toString(),
                        "--rollout",
                        "32",
                        "--games",
                        "2",
                        "--hidden",
                        "8",
                        "--max-decisions",
                        "1",
                        "--final-episodes",
                        "0")
                .lines();
        assertEquals("Built-in Atari Pong · skip 4 · sticky 0 · no-ops ≤ 30 · sampled", printed.get(0));
        assertTrue(printed.get(1).startsWith("preset fast · "), printed.get(1));
        assertEquals("observation " + Preset.named("fast").atari().observation(), printed.get(2));
    }

    /** A goal that everybody reaches, since nobody scores less than -21. */
    @Test
    void untilScoreEndsTraining() throws IOException {
        List<String> printed = train(
                "fast",
                "--rollout",
                "50",
                "--games",
                "2",
                "--hidden",
                "8",
                "--max-decisions",
                "5000",
                "--evaluate-every",
                "300",
                "--evaluate-episodes",
                "3",
                "--until-score",
                "-25");
        assertTrue(printed.stream()
                .anyMatch(line -> line.matches("done after \\d+ episodes, 3 updates, 300 decisions, .*")));
        assertTrue(
                printed.stream()
                        .anyMatch(line -> line.matches(
                                "best: -\\d+\\.\\d\\d ± \\d\\.\\d\\d over 3 held-out episodes, after 300 decisions: until-score is"
                                        + " reached")),
                printed.toString());
        assertEquals(2, SmallRun.evaluations(folder.resolve("run")).size());
    }

    /** All that was printed while it trained is in the log, too. */
    private List<String> train(String preset, String... more) throws IOException {
        Path run = folder.resolve("run");
        List<String> arguments = new ArrayList<>(List.of(
                "train", "--preset", preset, "--run", run.toString(), "--frame-skip", "10", "--final-episodes", "0"));
        arguments.addAll(List.of(more));
        List<String> printed = CommandRun.of(arguments.toArray(String[]::new)).lines();
        assertEquals(printed.subList(0, printed.size() - 2), Files.readAllLines(run.resolve("output.log")));
        return printed;
    }
}
