package io.github.gdxagents.headless.fuzz;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointCodec;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.learn.TrainerState;
import io.github.gdxagents.agent.learn.Trajectory;
import io.github.gdxagents.agent.network.ActingNetwork;
import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.policy.PolicyCodec;
import io.github.gdxagents.agent.policy.WeightPrecision;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.headless.run.Preset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files with as many small things in as few bytes as there can be: those that take most memory for their size. */
final class LargeFiles {

    private LargeFiles() {}

    static List<byte[]> of(String kind) {
        return switch (kind) {
            case "checkpoint" -> List.of(manyLines(), manyEpisodes());
            case "policy" -> List.of(policy());
            case "configuration" ->
                List.of(text("{", "\"%d\":1,", 6_000, "}"), text("{\"learner\":{", "\"%d\":[],", 6_000, "\"a\":0}}"));
            case "table", "curve" ->
                List.of(
                        text("update" + ",".repeat(200) + "\n", ",".repeat(200) + "\n", 5_000, ""),
                        text("update,decisions,episodes,seconds\n", "1,-1,.,1\n", 100_000, ""),
                        text("update\n", "1\n", 500_000, ""),
                        text("update\n", "x\n", 500_000, ""),
                        text("update\n", "\n", 1_000_000, ""),
                        text(",".repeat(16_000) + "\n", "1,2\n", 1_000, ""));
            default -> List.of();
        };
    }

    private static byte[] text(String begin, String row, int count, String end) {
        StringBuilder text = new StringBuilder(begin);
        for (int i = 0; i < count; i++) {
            text.append(row.contains("%d") ? row.replace("%d", Integer.toString(i)) : row);
        }
        return text.append(end).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A line of memory for each input, of one number each. */
    private static byte[] policy() {
        NetworkSpec spec = new NetworkSpec(
                200_000,
                ActionSpec.discrete(2),
                List.of(1),
                Activation.RELU,
                false,
                OutputKind.SIGMOID,
                Critic.NONE,
                0,
                0);
        List<float[]> weights =
                ActingNetwork.lengths(spec).stream().map(float[]::new).toList();
        Policy policy = new Policy(
                "large",
                Map.of(),
                ObservationSpec.features(spec.inputs()),
                ActingNetwork.of(spec, weights, List.of()),
                Optional.empty());
        return PolicyCodec.encode(policy, WeightPrecision.HALF);
    }

    private static byte[] manyLines() {
        return CheckpointCodec.encode(checkpoint(200_000, "1", 1));
    }

    private static byte[] manyEpisodes() {
        return CheckpointCodec.encode(checkpoint(1, "none", 10_000));
    }

    private static Checkpoint checkpoint(int inputs, String hidden, int episodes) {
        LearnerConfig learner = LearnerSettings.with(
                Preset.named("karpathy").learner(),
                Map.of("hidden", hidden, "optimizer", "adam", "batch-episodes", Integer.toString(episodes)));
        NetworkSpec spec = learner.network().spec(inputs, 2, 0);
        PolicyNetwork network = learner.network().fresh(spec, new RandomStream(1));
        Map<Integer, Trajectory> batch = new HashMap<>();
        for (int episode = 0; episode < episodes; episode++) {
            Trajectory trajectory = new Trajectory(spec.actions());
            trajectory.add(new SparseVector(inputs), 0, 0, true);
            batch.put(episode, trajectory.copy());
        }
        return new Checkpoint(
                "large",
                Map.of(),
                learner,
                1,
                spec,
                new TrainerState(
                        0,
                        0,
                        0,
                        List.of(),
                        network.parameters(),
                        0,
                        learner.optimizer().create(network).memory(),
                        batch,
                        List.of()),
                Optional.empty(),
                0);
    }
}
