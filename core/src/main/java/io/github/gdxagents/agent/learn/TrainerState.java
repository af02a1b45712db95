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
 * @param bestMean highest mean of 100 scores so far, or negative infinity
 * @param parameters of the network, in the order of {@link io.github.gdxagents.agent.network.PolicyNetwork#parameters()}
 * @param optimizerSteps steps of the optimiser
 * @param optimizerMemory memory of the optimiser
 * @param partialBatch episodes of the update in progress that are finished, by their number in it
 */
public record TrainerState(
        long updates,
        long episodes,
        long decisions,
        List<Double> recentScores,
        double bestMean,
        List<float[]> parameters,
        long optimizerSteps,
        List<float[]> optimizerMemory,
        Map<Integer, Trajectory> partialBatch) {

    /**
     * Copies the lists and the map, not what is in them.
     *
     * @param updates updates made
     * @param episodes episodes learned from
     * @param decisions decisions learned from
     * @param recentScores scores of the last 100 of those episodes, oldest first
     * @param bestMean highest mean of 100 scores so far, or negative infinity
     * @param parameters of the network, in the order of {@link io.github.gdxagents.agent.network.PolicyNetwork#parameters()}
     * @param optimizerSteps steps of the optimiser
     * @param optimizerMemory memory of the optimiser
     * @param partialBatch episodes of the update in progress that are finished, by their number in it
     */
    public TrainerState {
        recentScores = List.copyOf(recentScores);
        parameters = List.copyOf(parameters);
        optimizerMemory = List.copyOf(optimizerMemory);
        partialBatch = Map.copyOf(partialBatch);
    }
}
