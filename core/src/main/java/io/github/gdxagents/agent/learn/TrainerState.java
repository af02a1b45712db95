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
 * @param inputMoments what the network's normaliser knows; empty: nothing
 * @param returnMoments moments of the discounted returns seen so far; empty: none
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
        List<GameProgress> games,
        List<Double> inputMoments,
        List<Double> returnMoments) {

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
     * @param inputMoments what the network's normaliser knows; empty: nothing
     * @param returnMoments moments of the discounted returns seen so far; empty: none
     */
    public TrainerState {
        recentScores = List.copyOf(recentScores);
        parameters = List.copyOf(parameters);
        optimizerMemory = List.copyOf(optimizerMemory);
        partialBatch = Map.copyOf(partialBatch);
        games = List.copyOf(games);
        inputMoments = List.copyOf(inputMoments);
        returnMoments = List.copyOf(returnMoments);
    }

    /**
     * The same without what was begun and not finished: each game goes on with its next episode.
     *
     * @return a new state
     */
    public TrainerState withoutUnfinishedEpisodes() {
        return new TrainerState(
                updates,
                episodes,
                decisions,
                recentScores,
                parameters,
                optimizerSteps,
                optimizerMemory,
                partialBatch,
                games.stream().map(GameProgress::next).toList(),
                inputMoments,
                returnMoments);
    }

    /**
     * A state without anything normalised or scaled.
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
    public TrainerState(
            long updates,
            long episodes,
            long decisions,
            List<Double> recentScores,
            List<float[]> parameters,
            long optimizerSteps,
            List<float[]> optimizerMemory,
            Map<Integer, Trajectory> partialBatch,
            List<GameProgress> games) {
        this(
                updates,
                episodes,
                decisions,
                recentScores,
                parameters,
                optimizerSteps,
                optimizerMemory,
                partialBatch,
                games,
                List.of(),
                List.of());
    }
}
