package io.github.gdxagents.agent.checkpoint;

import io.github.gdxagents.agent.learn.ActorCriticConfig;
import io.github.gdxagents.agent.learn.GameProgress;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.OptimizerConfig;
import io.github.gdxagents.agent.learn.RateSchedule;
import io.github.gdxagents.agent.learn.TrainerState;
import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.WeightInit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of {@code golden/checkpoint-v2.agent}, an actor-critic: numbers chosen by hand, no training, so that nothing but the format shows in
 * the file. The program writes it:
 *
 * <pre>{@code
 * mvn -pl core test-compile
 * mvn -pl core dependency:build-classpath -Dmdep.outputFile=/tmp/classpath
 * java -cp core/target/test-classes:core/target/classes:$(cat /tmp/classpath) \
 *     io.github.gdxagents.agent.checkpoint.GoldenCheckpoint core/src/test/resources/golden/checkpoint-v3.agent
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
        LearnerConfig learner = new LearnerConfig(
                LearnerConfig.Algorithm.ACTOR_CRITIC,
                new NetworkConfig(
                        List.of(4),
                        Activation.TANH,
                        true,
                        OutputKind.SOFTMAX,
                        Critic.SEPARATE,
                        WeightInit.parse("orthogonal:1.41"),
                        WeightInit.parse("normal:0.05")),
                new OptimizerConfig(OptimizerConfig.Kind.ADAM, 1e-3, 0.99, 0.9, 0.999, 1e-8, false, 0.5, true),
                new RateSchedule(1000, 200_000, 0.1),
                0.99,
                64,
                10,
                new ActorCriticConfig(0.95, 3, 128, 4, 0.2, 0.01, 0.5, 0, 0.5, 0.03, true, 2, 5e-4));
        // Policy: 5 inputs, 4 units, 3 logits; critic: 5 inputs, 4 units, a value; biases behind each.
        int[] lengths = {20, 4, 12, 3, 20, 4, 4, 1};
        List<float[]> parameters = new ArrayList<>();
        List<float[]> memory = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            parameters.add(ramp(lengths[k], 1 + k));
        }
        for (int k = 0; k < 16; k++) {
            // The second half are squares.
            memory.add(k < 8 ? ramp(lengths[k % 8], 9 + k) : squares(lengths[k % 8], 9 + k));
        }
        // Five inputs, biases, the outputs that a narrow layer has, biases; of both stacks.
        memory.add(new float[] {96, 0, 1, 33, 96, 96, 96, 96, 96, 96, 96, 0, 1, 33, 96, 96, 96, 96});
        TrainerState state = new TrainerState(
                12,
                120,
                34_567,
                List.of(-21.0, -20.5, 3.0),
                parameters,
                192,
                memory,
                Map.of(),
                List.of(
                        new GameProgress(0, new int[] {0, 1, 2, 2}),
                        new GameProgress(41, new int[0]),
                        new GameProgress(7_000_000_000L, new int[] {2})));
        return new Checkpoint(
                "ale",
                Map.of("frame-skip", "2-4", "sticky", "0.25", "noops", "30", "actions", "3"),
                learner,
                -8_765_432_109_876L,
                learner.network().spec(5, 3),
                state,
                Optional.of(new HeldOutScore(30_000, 40, -3.25, 0.5)),
                30_000);
    }

    /** Eighths with alternating signs, exact in float. */
    private static float[] ramp(int length, int start) {
        float[] ramp = new float[length];
        for (int i = 0; i < length; i++) {
            ramp[i] = (i % 2 == 0 ? 1 : -1) * (start + i) / 8f;
        }
        return ramp;
    }

    private static float[] squares(int length, int start) {
        float[] squares = ramp(length, start);
        for (int i = 0; i < length; i++) {
            squares[i] = Math.abs(squares[i]);
        }
        return squares;
    }
}
