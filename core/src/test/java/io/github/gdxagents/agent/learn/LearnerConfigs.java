package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.WeightInit;
import java.util.List;
import java.util.Map;

/** Configurations for tests. */
public final class LearnerConfigs {

    private LearnerConfigs() {}

    /** A small network that learns a toy within seconds. */
    public static LearnerConfig small() {
        return new LearnerConfig(
                new NetworkConfig(
                        List.of(12),
                        Activation.TANH,
                        true,
                        OutputKind.SOFTMAX,
                        WeightInit.parse("gaussian"),
                        WeightInit.parse("gaussian:0.5")),
                new OptimizerConfig(OptimizerConfig.Kind.RMSPROP, 0.01, 0.9, 0.9, 0.999, 1e-5, false, 0),
                0.99,
                10);
    }

    /** The small one with some hyper-parameters changed: names and values in turn. */
    public static LearnerConfig small(String name, String value) {
        return LearnerSettings.with(small(), Map.of(name, value));
    }
}
