package io.github.gdxagents.agent.policy;

import io.github.gdxagents.agent.network.ActingNetwork;
import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ImageSpec;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.ValueRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of {@code golden/policy-v1.policy} (floats) and {@code golden/policy-v1-half.policy}: numbers chosen by hand that halfs hold
 * exactly, so that nothing but the format shows in the files. The program writes them:
 *
 * <pre>{@code
 * mvn -pl core test-compile
 * mvn -pl core dependency:build-classpath -Dmdep.outputFile=/tmp/classpath
 * java -cp core/target/test-classes:core/target/classes:$(cat /tmp/classpath) \
 *     io.github.gdxagents.agent.policy.GoldenPolicy core/src/test/resources/golden/policy-v1
 * }</pre>
 *
 * <p>Run it on purpose only: for a new format version, to files with the new number, beside the old ones, which stay as they are and
 * must stay readable.
 */
final class GoldenPolicy {

    private GoldenPolicy() {}

    public static void main(String[] args) {
        PolicyFiles.write(make(), WeightPrecision.FULL, Path.of(args[0] + ".policy"));
        PolicyFiles.write(make(), WeightPrecision.HALF, Path.of(args[0] + "-half.policy"));
    }

    static Policy make() {
        ObservationSpec observations = new ObservationSpec(
                List.of("height", "Geschwindigkeit ↓"), List.of(new ImageSpec("radar", 3, 2)), 4, 2, true);
        NetworkSpec spec = new NetworkSpec(
                observations.inputs(),
                new ActionSpec(List.of(3, 2), List.of(new ValueRange(-1, 2.5f))),
                List.of(5, 3),
                Activation.TANH,
                true,
                OutputKind.SOFTMAX,
                Critic.SEPARATE,
                0,
                observations.normalisedInputs());
        List<float[]> weights = new ArrayList<>();
        for (int length : ActingNetwork.lengths(spec)) {
            float[] array = new float[length];
            for (int i = 0; i < length; i++) {
                array[i] = (i - length / 2 + weights.size()) / 64f;
            }
            weights.add(array);
        }
        List<Double> moments = List.of(1000.0, 1.0, 2.0, 3.0, 4.0, 500.0, 600.0, 0.1, 0.0);
        return new Policy(
                "lander",
                Map.of("gravity", "1.62", "wind", "none"),
                observations,
                ActingNetwork.of(spec, weights, moments),
                Optional.of(new PolicyScore(100, 243.5, 3.25)));
    }
}
