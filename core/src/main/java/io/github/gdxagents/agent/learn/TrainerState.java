package io.github.gdxagents.agent.learn;

import java.util.List;
import java.util.Map;

/**
 * Everything that a trainer needs to go on exactly where another one stopped, beside its configuration and seed. Shares no array
 * with the trainer.
 *
 * @param updates updates made
 * @param episodes episodes learned from
 * @param decisions decisions learned from
 * @param recentScores scores of the last 100 of those episodes, oldest first
 * @param parameters of the network, in the order of {@link io.github.gdxagents.agent.network.PolicyNetwork#parameters()}
 * @param optimizerSteps steps of the optimiser
 * @param optimizerMemory memory of the optimiser
 * @param partialBatch finished episodes of the update in progress, by their number in it; for learning from whole episodes
 * @param games where the games stand that go on over many updates; for learning from pieces of games
 */
public record TrainerState(
        long updates,
        long episodes,
        long decisions,
        List<Double> recentScores,
        List<float[]> parameters,
        long optimizerSteps,
        List<float[]> optimizerMemory,
        Map<Integer, Trajectory> partialBatch,
        List<GameProgress> games) {

    /**
     * Copies the lists and the map, not what is in them.
     *
     * @param updates updates made
     * @param episodes episodes learned from
     * @param decisions decisions learned from
     * @param recentScores scores of the last 100 of those episodes, oldest first
     * @param parameters of the network, in the order of {@link io.github.gdxagents.agent.network.PolicyNetwork#parameters()}
     * @param optimizerSteps steps of the optimiser
     * @param optimizerMemory memory of the optimiser
     * @param partialBatch finished episodes of the update in progress, by their number in it; for learning from whole episodes
     * @param games where the games stand that go on over many updates; for learning from pieces of games
     */
    public TrainerState {
        recentScores = List.copyOf(recentScores);
        parameters = List.copyOf(parameters);
        optimizerMemory = List.copyOf(optimizerMemory);
        partialBatch = Map.copyOf(partialBatch);
        games = List.copyOf(games);
    }
}
