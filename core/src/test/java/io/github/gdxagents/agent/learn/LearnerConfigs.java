package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.WeightInit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Configurations for tests. */
public final class LearnerConfigs {

    private LearnerConfigs() {}

    /** A small network that learns a toy within seconds, from whole episodes. */
    public static LearnerConfig small() {
        return new LearnerConfig(
                LearnerConfig.Algorithm.REINFORCE,
                network(Critic.NONE),
                new OptimizerConfig(OptimizerConfig.Kind.RMSPROP, 0.01, 0.9, 0.9, 0.999, 1e-5, false, 0, false),
                RateSchedule.CONSTANT,
                0.99,
                0,
                10,
                new ActorCriticConfig(0.95, 4, 60, 4, 0.2, 0.01, 1, 0, 0.5, 0, false, 0, 0.01, false));
    }

    /** The small one with some hyper-parameters changed: names and values in turn. */
    public static LearnerConfig small(String... changes) {
        return with(small(), changes);
    }

    /** The same network with a shared critic, learning from pieces of four games, in mini-batches of 48. */
    public static LearnerConfig actorCritic(String... changes) {
        LearnerConfig small = small();
        LearnerConfig config = new LearnerConfig(
                LearnerConfig.Algorithm.ACTOR_CRITIC,
                network(Critic.SHARED),
                new OptimizerConfig(OptimizerConfig.Kind.ADAM, 0.01, 0.9, 0.9, 0.999, 1e-8, false, 0.5, false),
                RateSchedule.CONSTANT,
                0.99,
                48,
                10,
                small.actorCritic());
        return with(config, changes);
    }

    private static NetworkConfig network(Critic critic) {
        return new NetworkConfig(
                List.of(12),
                Activation.TANH,
                true,
                OutputKind.SOFTMAX,
                critic,
                WeightInit.parse("gaussian"),
                WeightInit.parse("gaussian:0.5"));
    }

    private static LearnerConfig with(LearnerConfig config, String... changes) {
        Map<String, String> changed = new HashMap<>();
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i], changes[i + 1]);
        }
        return LearnerSettings.with(config, changed);
    }
}
