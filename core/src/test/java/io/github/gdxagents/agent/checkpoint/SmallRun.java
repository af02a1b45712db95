package io.github.gdxagents.agent.checkpoint;

import io.github.gdxagents.agent.learn.BanditEnvironment;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerConfigs;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.learn.MixedEnvironment;
import io.github.gdxagents.agent.learn.Trainer;
import java.util.Map;
import java.util.Optional;

/** Training runs on a toy, for checkpoints with something in them. */
final class SmallRun {

    private SmallRun() {}

    static Trainer trainer(LearnerConfig config, long seed, int copies, int threads) {
        return new Trainer(config, seed, () -> new BanditEnvironment(4, 3, 20, 100), copies, threads);
    }

    static void trainTo(Trainer trainer, long updates) {
        while (trainer.updates() < updates) {
            trainer.update(Integer.MAX_VALUE, () -> false);
        }
    }

    static Checkpoint checkpoint(Trainer trainer, LearnerConfig config, long seed) {
        return new Checkpoint(
                "bandit",
                Map.of("contexts", "4"),
                config,
                seed,
                trainer.network().spec(),
                trainer.state(),
                Optional.of(new HeldOutScore(trainer.decisions(), 20, -3.5, 0.25)),
                trainer.decisions());
    }

    /** A checkpoint after some updates, with some episodes of the next one. */
    static Checkpoint checkpoint(long updates, int episodes) {
        LearnerConfig config = LearnerConfigs.small();
        try (Trainer trainer = trainer(config, 5, 2, 2)) {
            trainTo(trainer, updates);
            trainer.update(episodes, () -> false);
            return checkpoint(trainer, config, 5);
        }
    }

    /** A checkpoint of an actor-critic on a toy with named entries, a stack, branches, a value, masks and large rewards. */
    static Checkpoint mixed(long updates, String... changes) {
        LearnerConfig config =
                LearnerSettings.with(LearnerConfigs.actorCritic(changes), Map.of("scale-rewards", "true"));
        try (Trainer trainer = new Trainer(config, 5, MixedEnvironment::harsh, 1, 2)) {
            trainTo(trainer, updates);
            return new Checkpoint(
                    "mixed",
                    Map.of(),
                    config,
                    5,
                    trainer.network().spec(),
                    trainer.state(),
                    Optional.empty(),
                    0,
                    MixedEnvironment.harsh().observationSpec());
        }
    }

    /** A checkpoint of an actor-critic after some updates, its games in the middle of episodes. */
    static Checkpoint actorCritic(long updates, String... changes) {
        LearnerConfig config =
                LearnerSettings.with(LearnerConfigs.actorCritic(changes), Map.of("sparse-optimizer", "true"));
        try (Trainer trainer = trainer(config, 5, 1, 2)) {
            trainTo(trainer, updates);
            return checkpoint(trainer, config, 5);
        }
    }
}
