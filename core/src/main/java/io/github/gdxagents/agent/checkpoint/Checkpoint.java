package io.github.gdxagents.agent.checkpoint;

import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.TrainerState;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.policy.PolicyScore;
import io.github.gdxagents.agent.space.ObservationSpec;
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
 * @param observations what the agent sees
 */
public record Checkpoint(
        String game,
        Map<String, String> gameSettings,
        LearnerConfig learner,
        long seed,
        NetworkSpec spec,
        TrainerState state,
        Optional<HeldOutScore> best,
        long evaluatedAt,
        ObservationSpec observations) {

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
     * @param observations what the agent sees
     */
    public Checkpoint {
        gameSettings = Map.copyOf(gameSettings);
        if (observations.inputs() != spec.inputs()) {
            throw new IllegalArgumentException(
                    "the network has " + spec.inputs() + " inputs, but the observations have " + observations.inputs());
        }
        if (spec.normalised() > 0 && spec.normalised() != observations.normalisedInputs()) {
            throw new IllegalArgumentException("the network normalises " + spec.normalised()
                    + " inputs, but the observations have " + observations.normalisedInputs() + " to be normalised");
        }
    }

    /**
     * A run whose agent sees nothing but features.
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
    public Checkpoint(
            String game,
            Map<String, String> gameSettings,
            LearnerConfig learner,
            long seed,
            NetworkSpec spec,
            TrainerState state,
            Optional<HeldOutScore> best,
            long evaluatedAt) {
        this(
                game,
                gameSettings,
                learner,
                seed,
                spec,
                state,
                best,
                evaluatedAt,
                ObservationSpec.features(spec.inputs()));
    }

    /**
     * The policy alone.
     *
     * @return a new network
     */
    public PolicyNetwork network() {
        PolicyNetwork network = PolicyNetwork.of(spec, state.parameters());
        network.normaliser().set(state.inputMoments());
        return network;
    }

    /**
     * What a game ships: the policy without all that only training needs. It has a score if this is the best checkpoint of its run.
     *
     * @return a new policy
     */
    public Policy policy() {
        Optional<PolicyScore> own = best.filter(score -> score.decisions() == state.decisions())
                .map(score -> new PolicyScore(score.episodes(), score.mean(), score.standardError()));
        return new Policy(game, gameSettings, observations, network(), own);
    }
}
