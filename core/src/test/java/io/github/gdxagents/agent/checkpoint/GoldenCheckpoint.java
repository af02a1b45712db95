package io.github.gdxagents.agent.checkpoint;

import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.OptimizerConfig;
import io.github.gdxagents.agent.learn.TrainerState;
import io.github.gdxagents.agent.learn.Trajectory;
import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.SparseVector;
import io.github.gdxagents.agent.network.WeightInit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The content of {@code golden/checkpoint-v1.agent}: numbers chosen by hand, no training, so that nothing but the format shows in
 * the file. The program writes it:
 *
 * <pre>{@code
 * mvn -pl core test-compile
 * mvn -pl core dependency:build-classpath -Dmdep.outputFile=/tmp/classpath
 * java -cp core/target/test-classes:core/target/classes:$(cat /tmp/classpath) \
 *     io.github.gdxagents.agent.checkpoint.GoldenCheckpoint core/src/test/resources/golden/checkpoint-v2.agent
 * }</pre>
 *
 * <p>Run it on purpose only: for a new format version, to a file with the new number, beside the old files, which stay as they
 * are and must stay readable.
 */
final class GoldenCheckpoint {

    private GoldenCheckpoint() {}

    public static void main(String[] args) {
        CheckpointFiles.write(make(), Path.of(args[0]));
    }

    static Checkpoint make() {
        NetworkConfig network = new NetworkConfig(
                List.of(4),
                Activation.TANH,
                true,
                OutputKind.SOFTMAX,
                WeightInit.parse("orthogonal:1.41"),
                WeightInit.parse("normal:0.05"));
        OptimizerConfig optimizer =
                new OptimizerConfig(OptimizerConfig.Kind.ADAM, 1e-3, 0.99, 0.9, 0.999, 1e-8, false, 0.5);
        NetworkSpec spec = network.spec(5, 3);
        List<float[]> parameters = List.of(ramp(20, 1), ramp(4, 2), ramp(12, 3), ramp(3, 4));
        List<float[]> memory = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            memory.add(ramp(parameters.get(k % 4).length, 5 + k));
        }
        TrainerState state = new TrainerState(
                12,
                120,
                34_567,
                List.of(-21.0, -20.5, 3.0),
                -19.25,
                parameters,
                12,
                memory,
                Map.of(1, episode(2), 4, episode(3)));
        return new Checkpoint(
                "ale",
                Map.of("frame-skip", "2-4", "sticky", "0.25", "noops", "30", "actions", "3"),
                new LearnerConfig(network, optimizer, 0.99, 10),
                -8_765_432_109_876L,
                spec,
                state);
    }

    /** Eighths with alternating signs, exact in float. */
    private static float[] ramp(int length, int start) {
        float[] ramp = new float[length];
        for (int i = 0; i < length; i++) {
            ramp[i] = (i % 2 == 0 ? 1 : -1) * (start + i) / 8f;
        }
        return ramp;
    }

    private static Trajectory episode(int decisions) {
        Trajectory episode = new Trajectory();
        SparseVector observation = new SparseVector(5);
        for (int t = 0; t < decisions; t++) {
            observation.clear();
            for (int i = t; i < 2 * t; i++) {
                observation.add(i, i % 2 == 0 ? 1 : -1);
            }
            episode.add(observation, t, t - 1, t == decisions - 1);
        }
        return episode;
    }
}
