package io.github.gdxagents.agent.checkpoint;

import io.github.gdxagents.agent.learn.ActorCriticConfig;
import io.github.gdxagents.agent.learn.GameProgress;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.OptimizerConfig;
import io.github.gdxagents.agent.learn.RateSchedule;
import io.github.gdxagents.agent.learn.TrainerState;
import io.github.gdxagents.agent.learn.Trajectory;
import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ImageSpec;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.agent.space.ValueRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of {@code golden/checkpoint-v3.agent}, an actor-critic, and of {@code golden/checkpoint-v3-episodes.agent}, with episodes
 * that learning from whole ones waits for: numbers chosen by hand, no training, so that nothing but the format shows in the files. The
 * program writes them:
 *
 * <pre>{@code
 * mvn -pl core test-compile
 * mvn -pl core dependency:build-classpath -Dmdep.outputFile=/tmp/classpath
 * java -cp core/target/test-classes:core/target/classes:$(cat /tmp/classpath) \
 *     io.github.gdxagents.agent.checkpoint.GoldenCheckpoint core/src/test/resources/golden/checkpoint-v4
 * }</pre>
 *
 * <p>Run it on purpose only: for a new format version, to files with the new number, beside the old files, which stay as they
 * are and must stay readable.
 */
final class GoldenCheckpoint {

    /** Inputs, biases, the outputs that a narrow layer has, biases; of both stacks. */
    private static final int LINES = 9 + 1 + 9 + 1 + 9 + 1 + 1 + 1;

    private GoldenCheckpoint() {}

    public static void main(String[] args) {
        CheckpointFiles.write(make(), Path.of(args[0] + ".agent"));
        CheckpointFiles.write(makeEpisodes(), Path.of(args[0] + "-episodes.agent"));
    }

    /** What is seen: two named entries and a picture of two pixels, each twice, and a feature. */
    private static ObservationSpec observations() {
        return new ObservationSpec(List.of("height", "speed"), List.of(new ImageSpec("cave", 2, 1)), 1, 2, true);
    }

    /** What may be done: two choices and a value. */
    private static ActionSpec actions() {
        return new ActionSpec(List.of(3, 2), List.of(new ValueRange(-0.5f, 2)));
    }

    private static NetworkConfig network(Critic critic) {
        return new NetworkConfig(
                List.of(4),
                Activation.TANH,
                true,
                OutputKind.SOFTMAX,
                critic,
                WeightInit.parse("gaussian"),
                WeightInit.parse("orthogonal:1.41"),
                WeightInit.parse("normal:0.05"));
    }

    static Checkpoint make() {
        LearnerConfig learner = new LearnerConfig(
                LearnerConfig.Algorithm.ACTOR_CRITIC,
                network(Critic.SEPARATE),
                new OptimizerConfig(OptimizerConfig.Kind.ADAM, 1e-3, 0.99, 0.9, 0.999, 1e-8, false, 0.5, true),
                new RateSchedule(1000, 200_000, 0.1),
                0.99,
                64,
                10,
                new ActorCriticConfig(0.95, 3, 128, 4, 0.2, 0.01, 0.5, 0.25, 0.5, 0.03, true, 2, 5e-4, true));
        // Policy: 9 inputs, 4 units, 3 + 2 logits, a mean, a deviation and 2 events; critic: 9 inputs, 4 units, a
        // value;
        // biases behind each.
        int[] lengths = {36, 4, 36, 9, 36, 4, 4, 1};
        List<float[]> parameters = new ArrayList<>();
        List<float[]> memory = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            parameters.add(ramp(lengths[k], 1 + k));
        }
        for (int k = 0; k < 16; k++) {
            // The second half are squares.
            memory.add(k < 8 ? ramp(lengths[k % 8], 9 + k) : squares(lengths[k % 8], 9 + k));
        }
        float[] steps = new float[LINES];
        Arrays.fill(steps, 96);
        steps[1] = 0;
        steps[2] = 1;
        steps[3] = 33;
        memory.add(steps);
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
                        new GameProgress(0, new int[] {0, 1, 2, 0}, new float[] {0.25f, -3}),
                        new GameProgress(41, new int[0], new float[0]),
                        new GameProgress(7_000_000_000L, new int[] {2, 1}, new float[] {1.5f})),
                // Count, means and sums of squares of four inputs; then of the returns.
                List.of(40.0, 0.5, -1.0, 1.5, -2.0, 10.0, 40.0, 90.0, 160.0),
                List.of(50.0, -0.75, 200.0));
        return new Checkpoint(
                "cave",
                Map.of("gravity", "9.81", "name", "Höhle"),
                learner,
                -8_765_432_109_876L,
                learner.spec(observations(), actions(), 2),
                state,
                Optional.of(new HeldOutScore(30_000, 40, -3.25, 0.5)),
                30_000,
                observations());
    }

    static Checkpoint makeEpisodes() {
        LearnerConfig learner = new LearnerConfig(
                LearnerConfig.Algorithm.REINFORCE,
                network(Critic.NONE),
                new OptimizerConfig(OptimizerConfig.Kind.RMSPROP, 1e-3, 0.99, 0.9, 0.999, 1e-5, true, 0, false),
                RateSchedule.CONSTANT,
                0.99,
                0,
                10,
                ActorCriticConfig.UNUSED);
        int[] lengths = {36, 4, 28, 7};
        List<float[]> parameters = new ArrayList<>();
        List<float[]> memory = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            parameters.add(ramp(lengths[k], 1 + k));
            memory.add(squares(lengths[k], 9 + k));
        }
        ActionMask mask = new ActionMask(actions());
        Action action = new Action(actions());
        SparseVector seen = new SparseVector(9);
        Trajectory free = new Trajectory(actions());
        action.choose(0, 1);
        free.add(seen, mask, action, -1, true);
        Trajectory masked = new Trajectory(actions());
        action.choose(0, 2);
        action.choose(1, 1);
        action.setUnsquashed(0, -0.75f);
        seen.add(2, 0.5f);
        seen.add(8, -4);
        masked.add(seen, mask, action, 0, false);
        mask.forbid(0, 0);
        mask.forbid(1, 0);
        masked.add(seen, mask, action, 2.5f, true);
        TrainerState state = new TrainerState(
                3, 30, 456, List.of(1.5), parameters, 3, memory, Map.of(0, free, 7, masked), List.of());
        return new Checkpoint(
                "cave",
                Map.of(),
                learner,
                17,
                learner.spec(observations(), actions(), 0),
                state,
                Optional.empty(),
                0,
                observations());
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
