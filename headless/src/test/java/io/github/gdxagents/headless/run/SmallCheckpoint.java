package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.learn.Optimizer;
import io.github.gdxagents.agent.learn.TrainerState;
import io.github.gdxagents.agent.learn.Trajectory;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.AtariProtocol;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real checkpoint of a small network that has learned nothing, for tests that need no emulator to make one. */
public final class SmallCheckpoint {

    private SmallCheckpoint() {}

    /** A run's configuration: two episodes a batch, four hidden units, ten frames a decision, seed 7. */
    public static RunConfig config() {
        return new RunConfig(
                new AtariPlay(Game.ALE, atari()),
                "karpathy",
                learner(),
                7,
                2,
                1,
                Optional.empty(),
                Limits.none(),
                new EvaluationPlan(5000, 20),
                OutputStyle.PROGRESS,
                Optional.empty());
    }

    /** The checkpoint after so many updates, with the first of the next update's two episodes. */
    public static Checkpoint after(long updates) {
        PolicyNetwork network = learner()
                .network()
                .fresh(learner().network().spec(BinaryImage.PIXELS, 2, 0), new RandomStream(updates));
        Optimizer optimizer = learner().optimizer().create(network);
        return new Checkpoint(
                "ale",
                atari().settings(),
                learner(),
                7,
                network.spec(),
                new TrainerState(
                        updates,
                        2 * updates,
                        1000 * updates,
                        List.of(-21.0, -20.0),
                        network.parameters(),
                        optimizer.steps(),
                        optimizer.memory(),
                        Map.of(0, shortEpisode()),
                        List.of()),
                Optional.of(new HeldOutScore(1000, 20, -20.5, 0.25)),
                1000 * updates);
    }

    private static AtariGame atari() {
        return new AtariGame(AtariProtocol.pongV0().withFrameSkip("10"), PictureObservationSpec.difference());
    }

    private static LearnerConfig learner() {
        return LearnerSettings.with(Preset.named("karpathy").learner(), Map.of("hidden", "4", "batch-episodes", "2"));
    }

    private static Trajectory shortEpisode() {
        Trajectory episode = new Trajectory();
        SparseVector observation = new SparseVector(BinaryImage.PIXELS);
        observation.add(5, 1);
        observation.add(6399, -1);
        episode.add(observation, 1, 0, false);
        episode.add(observation, 0, -1, true);
        return episode;
    }
}
