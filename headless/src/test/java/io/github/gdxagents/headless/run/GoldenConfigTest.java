package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.learn.RateSchedule;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads configurations of each format; what a failure means stands in {@code golden/README.md}. */
class GoldenConfigTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "config");

    @Test
    void theFirstConfigurationsAreReinforceOnTheDifference() throws IOException {
        RunConfig config = read("v1-first.json");
        AtariPlay play = (AtariPlay) config.play();
        assertEquals(Game.ALE, play.game());
        assertEquals(PictureObservationSpec.difference(), play.atari().observation());
        assertEquals(
                "skip 2-4 · sticky 0.25 · no-ops 0", play.atari().protocol().line());
        assertEquals("karpathy", config.preset());
        assertEquals(-7, config.seed());
        assertEquals(LearnerConfig.Algorithm.REINFORCE, config.learner().algorithm());
        assertEquals(Preset.named("karpathy").learner(), config.learner());
        assertEquals(8, config.envs());
        assertEquals(2, config.threads());
        assertEquals(Optional.of(Path.of("/home/ann/roms/pong.bin")), config.rom());
        assertEquals(Optional.of(9_007_199_254_740_993L), config.limits().maxDecisions());
        assertEquals(Optional.of(300L), config.limits().maxEpisodes());
        assertEquals(Optional.of(90.5), config.limits().maxSeconds());
        assertEquals(Optional.of(-20.5), config.limits().untilScore());
        assertEquals(new EvaluationPlan(100_000, 100), config.evaluation());
        assertEquals(OutputStyle.PROGRESS, config.output());
        assertEquals(Optional.empty(), config.from());
    }

    @Test
    void actorCriticsFromBeforeRewardsWereScaledDoNotScaleThem() throws IOException {
        RunConfig config = read("v1-actor-critic.json");
        LearnerConfig learner = config.learner();
        assertEquals(LearnerConfig.Algorithm.ACTOR_CRITIC, learner.algorithm());
        assertFalse(learner.actorCritic().scaleRewards());
        assertEquals(32, learner.actorCritic().games());
        assertEquals(128, learner.actorCritic().rollout());
        assertEquals(new RateSchedule(1_000_000, 2_000_000, 0.1), learner.schedule());
        assertEquals(List.of(64, 32), learner.network().hidden());
        assertEquals("normal:0.05", LearnerSettings.write(learner).get("input-init"));
        assertEquals(
                PictureObservationSpec.parse("tents4:0,1+paddletents8:0+centres:1"),
                ((AtariPlay) config.play()).atari().observation());
        assertEquals(new EvaluationPlan(100_000, 200), config.evaluation());
        assertEquals(OutputStyle.EPOCHS, config.output());
        assertEquals(Optional.of(18.0), config.limits().untilScore());
    }

    @Test
    void aPolicyThatWasBegunWithIsTold() throws IOException {
        RunConfig config = read("v1-from.json");
        assertEquals(Game.PHYSICS, ((AtariPlay) config.play()).game());
        assertEquals(Optional.of(Path.of("runs/strong/checkpoints/best.agent")), config.from());
        assertEquals("from", config.preset());
    }

    @Test
    void gamesOfOthersAreReadFromBothFormats() throws IOException {
        for (String name : List.of("v1-named.json", "v2-named.json")) {
            RunConfig config = read(name);
            assertEquals(new NamedPlay("walk"), config.play());
            assertTrue(config.learner().actorCritic().scaleRewards());
            assertEquals(EvaluationPlan.ofNamedGames(), config.evaluation());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2-pong.json", "v2-named.json"})
    void formatTwoIsStillWrittenTheSame(String name) throws IOException {
        assertEquals(2, RunConfig.FORMAT, "a new format needs golden files of its own");
        assertEquals(Files.readString(GOLDEN.resolve(name)), read(name).toJson());
    }

    private static RunConfig read(String name) throws IOException {
        return RunConfig.ofJson(Files.readString(GOLDEN.resolve(name)), name);
    }
}
