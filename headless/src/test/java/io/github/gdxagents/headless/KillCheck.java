package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.headless.run.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Kills runs with {@code kill -9} at random moments, goes on with them, and holds what they come to against a run that nobody
 * disturbed.
 *
 * <p>As a program: {@code KillCheck FOLDER KILLS SEED [PRESET …]}, with the tests' class path; the default is all presets.
 */
final class KillCheck {

    /** Decisions of a run that takes some seconds. */
    private static final Map<String, Integer> DECISIONS =
            Map.of("fast", 250_000, "strong", 250_000, "karpathy", 60_000, "keras", 25_000, "vpg", 60_000);

    private final Path folder;
    private final String preset;
    private final int decisions;
    private final RandomStream chance;

    KillCheck(Path folder, String preset, int decisions, long seed) {
        this.folder = folder;
        this.preset = preset;
        this.decisions = decisions;
        this.chance = new RandomStream(seed);
    }

    /** Kills so many times and compares each run that came to its end; gives the hash that all of them have. */
    String run(int kills) throws Exception {
        Path straight = folder.resolve(preset + "-undisturbed");
        long begun = System.nanoTime();
        try (SpawnedProgram life = train(straight)) {
            assertEquals(0, life.waitFor(), life.output());
        }
        long whole = System.nanoTime() - begun;
        int killed = 0;
        int ended = 0;
        List<String> moments = new ArrayList<>();
        while (killed < kills || !moments.isEmpty()) {
            Path run = folder.resolve(preset + "-" + ended);
            // Long enough that a run comes forward, and short enough that it is killed.
            long patience = (long) (whole * 0.7 * chance.uniform());
            boolean last = killed >= kills;
            try (SpawnedProgram life = Files.exists(run.resolve("config.json")) ? resume(run) : train(run)) {
                if (!last && !life.endsWithin(patience)) {
                    life.kill();
                    killed++;
                    moments.add(String.format("%.2f s", patience / 1e9));
                    continue;
                }
                assertEquals(0, life.waitFor(), life.output());
            }
            assertSame(straight, run, moments);
            ended++;
            moments.clear();
        }
        return hash(Files.readAllBytes(newest(straight)));
    }

    private static void assertSame(Path straight, Path run, List<String> moments) throws IOException {
        String when = run + ", killed after " + moments;
        assertEquals(newest(straight).getFileName(), newest(run).getFileName(), when);
        assertArrayEquals(Files.readAllBytes(newest(straight)), Files.readAllBytes(newest(run)), when);
        assertArrayEquals(SmallRun.checkpoint(straight, "best.agent"), SmallRun.checkpoint(run, "best.agent"), when);
        assertEquals(SmallRun.curve(straight), SmallRun.curve(run), when);
        assertEquals(SmallRun.evaluations(straight), SmallRun.evaluations(run), when);
    }

    private static Path newest(Path run) {
        return CheckpointFiles.newest(run.resolve(CheckpointFiles.FOLDER)).orElseThrow();
    }

    private SpawnedProgram train(Path run) throws IOException {
        return SpawnedProgram.start(
                folder,
                "train",
                "--run",
                run.toString(),
                "--preset",
                preset,
                "--seed",
                "21",
                "--max-decisions",
                Integer.toString(decisions),
                "--evaluate-every",
                Integer.toString(decisions / 5),
                "--evaluate-episodes",
                "4",
                "--final-episodes",
                "0");
    }

    private SpawnedProgram resume(Path run) throws IOException {
        return SpawnedProgram.start(folder, "train", "--resume", run.toString(), "--final-episodes", "0");
    }

    private static String hash(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Kills. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int kills = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        List<String> presets = arguments.length > 3 ? List.of(arguments).subList(3, arguments.length) : Preset.labels();
        for (String preset : presets) {
            long begun = System.nanoTime();
            String hash = new KillCheck(folder, preset, DECISIONS.get(preset), seed).run(kills);
            System.out.printf(
                    "%s: %d kills, each run came to %s (%d s)%n",
                    preset, kills, hash, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
        }
    }
}
