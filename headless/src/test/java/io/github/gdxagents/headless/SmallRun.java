package io.github.gdxagents.headless;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Training on the emulator that is over in seconds: few hidden units, small batches, few decisions a second. */
public final class SmallRun {

    private SmallRun() {}

    /** The arguments that train in a folder, two episodes an update, on two emulators. */
    static String[] train(Path run, String... more) {
        return train(2, join(List.of("--run", run.toString(), "--envs", "2", "--threads", "2"), more));
    }

    /** The arguments that train, so many episodes an update. */
    static String[] train(int batchEpisodes, String... more) {
        String[] settings = {
            "--env",
            "ale",
            "--preset",
            "karpathy",
            "--batch-episodes",
            Integer.toString(batchEpisodes),
            "--frame-skip",
            "10",
            "--hidden",
            "16",
            "--seed",
            "3"
        };
        return join(List.of("train"), join(List.of(settings), more));
    }

    /** The arguments that go on with a run. */
    static String[] resume(Path run, String... more) {
        return join(List.of("train", "--resume", run.toString()), more);
    }

    private static String[] join(List<String> first, String... second) {
        return Stream.concat(first.stream(), Stream.of(second)).toArray(String[]::new);
    }

    /** The bytes of a checkpoint of a run. */
    public static byte[] checkpoint(Path run, String name) throws IOException {
        return Files.readAllBytes(run.resolve("checkpoints").resolve(name));
    }

    /** The names of a run's checkpoints. */
    public static List<String> checkpoints(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** How many updates a run has told of; 0 if there is no such file yet. */
    static int rows(Path run) {
        try {
            String text = Files.readString(run.resolve("metrics.csv"), StandardCharsets.UTF_8);
            return Math.max(0, (int) text.chars().filter(c -> c == '\n').count() - 1);
        } catch (IOException e) {
            return 0;
        }
    }

    /** The rows of a run's curve without the seconds, the only thing in it that depends on the machine. */
    public static List<String> curve(Path run) throws IOException {
        return without("seconds", run.resolve("metrics.csv"));
    }

    /** The rows of a run's held-out scores, likewise. */
    public static List<String> evaluations(Path run) throws IOException {
        return without("seconds", run.resolve("evaluations.csv"));
    }

    private static List<String> without(String column, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int index = List.of(lines.get(0).split(",", -1)).indexOf(column);
        List<String> rows = new ArrayList<>();
        for (String row : lines) {
            List<String> cells = new ArrayList<>(List.of(row.split(",", -1)));
            cells.remove(index);
            rows.add(String.join(",", cells));
        }
        return rows;
    }
}
