package io.github.gdxagents.agent.checkpoint;

import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.TrainerState;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.PolicyNetwork;
import java.util.Map;
import java.util.Optional;

/**
 * A training run at one moment, with everything that continuing needs. Nothing in it depends on when, where or with how many
 * threads it came about: the same run gives the same checkpoint, byte for byte.
 *
 * @param game which environment it was trained on, as its name on the command line
 * @param gameSettings the environment's own settings, by name
 * @param learner the hyper-parameters
 * @param seed of the run
 * @param spec the shape of the network
 * @param state weights, optimiser, counters, scores and what has been played for the next update
 * @param best the best score in fresh episodes up to this moment; in the best checkpoint itself, its own
 * @param evaluatedAt decisions learned from when the policy was last scored in fresh episodes; 0: never
 */
public record Checkpoint(
        String game,
        Map<String, String> gameSettings,
        LearnerConfig learner,
        long seed,
        NetworkSpec spec,
        TrainerState state,
        Optional<HeldOutScore> best,
        long evaluatedAt) {

    /**
     * Copies the map.
     *
     * @param game which environment it was trained on, as its name on the command line
     * @param gameSettings the environment's own settings, by name
     * @param learner the hyper-parameters
     * @param seed of the run
     * @param spec the shape of the network
     * @param state weights, optimiser, counters, scores and what has been played for the next update
     * @param best the best score in fresh episodes up to this moment; in the best checkpoint itself, its own
     * @param evaluatedAt decisions learned from when the policy was last scored in fresh episodes; 0: never
     */
    public Checkpoint {
        gameSettings = Map.copyOf(gameSettings);
    }

    /**
     * The policy alone.
     *
     * @return a new network
     */
    public PolicyNetwork network() {
        return PolicyNetwork.of(spec, state.parameters());
    }
}
