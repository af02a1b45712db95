package io.github.gdxagents.desktop;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointCodec;
import io.github.gdxagents.agent.learn.TrainerState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Checkpoints for tests: the one whose policy ships with the program, and others made from it. */
public final class Checkpoints {

    private Checkpoints() {}

    /** The checkpoint behind the policy that ships for Atari's court. */
    public static byte[] shippedBytes() {
        try (InputStream stream =
                Objects.requireNonNull(Checkpoints.class.getResourceAsStream("/atari.agent"), "no policy")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it says. */
    public static Checkpoint shipped() {
        return CheckpointCodec.decode(shippedBytes(), "atari.agent");
    }

    /** The same network with all weights multiplied: another policy for the same game. */
    public static Checkpoint weighed(float factor) {
        Checkpoint shipped = shipped();
        List<float[]> parameters =
                shipped.state().parameters().stream().map(float[]::clone).toList();
        for (float[] layer : parameters) {
            for (int i = 0; i < layer.length; i++) {
                layer[i] *= factor;
            }
        }
        TrainerState state = shipped.state();
        return with(
                shipped,
                shipped.gameSettings(),
                new TrainerState(
                        state.updates(),
                        state.episodes(),
                        state.decisions(),
                        state.recentScores(),
                        parameters,
                        state.optimizerSteps(),
                        state.optimizerMemory(),
                        state.partialBatch(),
                        state.games()));
    }

    /** The same network, said to have been trained on a game with other settings. */
    public static Checkpoint withSettings(Map<String, String> settings) {
        return with(shipped(), settings, shipped().state());
    }

    /** The same network, said to have seen something else. */
    public static Checkpoint seeing(String observation) {
        Map<String, String> settings = new TreeMap<>(shipped().gameSettings());
        settings.put("observation", observation);
        return withSettings(settings);
    }

    private static Checkpoint with(Checkpoint from, Map<String, String> settings, TrainerState state) {
        return new Checkpoint(
                from.game(),
                settings,
                from.learner(),
                from.seed(),
                from.spec(),
                state,
                from.best(),
                from.evaluatedAt());
    }
}
