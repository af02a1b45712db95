package io.github.gdxagents.headless.archive;

import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.headless.run.AtariPlay;
import io.github.gdxagents.headless.run.EvaluationPlan;
import io.github.gdxagents.headless.run.Game;
import io.github.gdxagents.headless.run.Limits;
import io.github.gdxagents.headless.run.NamedPlay;
import io.github.gdxagents.headless.run.OutputStyle;
import io.github.gdxagents.headless.run.Play;
import io.github.gdxagents.headless.run.Preset;
import io.github.gdxagents.headless.run.RunConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A run's folder that was never trained: made-up rows, for tests that look at finished runs. */
public final class MadeRun {

    private MadeRun() {}

    /** A run of the built-in court, with the preset's numbers but one. */
    public static Path pong(Path folder, long seed, String learningRate) throws IOException {
        return make(folder, new AtariPlay(Game.PONG, Preset.named("fast").atari()), seed, 1, learningRate);
    }

    /** The same with other threads and limits: it leaves no trace. */
    public static Path pongOnThreads(Path folder, long seed, int threads) throws IOException {
        return make(folder, new AtariPlay(Game.PONG, Preset.named("fast").atari()), seed, threads, "0.002");
    }

    /** A run of a game of any name. */
    public static Path named(Path folder, String game) throws IOException {
        return make(folder, new NamedPlay(game), 1, 1, "0.002");
    }

    private static Path make(Path folder, Play play, long seed, int threads, String learningRate) throws IOException {
        RunConfig config = new RunConfig(
                play,
                "fast",
                LearnerSettings.with(Preset.named("fast").learner(), Map.of("learning-rate", learningRate)),
                seed,
                2 * threads,
                threads,
                Optional.empty(),
                new Limits(
                        Optional.of(1000L * threads),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new EvaluationPlan(1000, 20),
                OutputStyle.PROGRESS,
                Optional.empty());
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), config.toJson());
        return folder;
    }

    /** Gives a run rows of decisions and mean scores of 20 episodes, each {@code decisions,score}; a second lasts 1,000 decisions. */
    public static Path withScores(Path folder, String... rows) throws IOException {
        StringBuilder text = new StringBuilder("update,decisions,seconds,mean_score_20\n");
        for (int row = 0; row < rows.length; row++) {
            String[] cells = rows[row].split(",", -1);
            text.append(row + 1)
                    .append(',')
                    .append(cells[0])
                    .append(',')
                    .append(Double.parseDouble(cells[0]) / 1000)
                    .append(',')
                    .append(cells[1])
                    .append('\n');
        }
        Files.writeString(folder.resolve("metrics.csv"), text);
        return folder;
    }

    /** Gives a run one look at how good it is. */
    public static Path withBest(Path folder, double mean) throws IOException {
        Files.writeString(
                folder.resolve("evaluations.csv"),
                "decisions,updates,seconds,episodes,mean,standard_error,best\n1000,1,1.0,20," + mean + ",0.25,true\n");
        return folder;
    }
}
