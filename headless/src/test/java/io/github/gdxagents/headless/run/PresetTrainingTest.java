package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.headless.SmallRun;
import io.github.gdxagents.pong.atari.AtariGame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each preset with fewer units and decisions, on the built-in court: what it comes to is a matter of its numbers and seed alone. */
class PresetTrainingTest {

    private static final Map<String, String> ROLLOUTS =
            Map.of("hidden", "16", "games", "3", "rollout", "96", "mini-batch", "64");

    @TempDir
    Path folder;

    static Stream<Arguments> presets() {
        return Stream.of(
                Arguments.of("fast", ROLLOUTS, 1400),
                Arguments.of("strong", withHidden("16,8"), 1400),
                Arguments.of("karpathy", Map.of("hidden", "16", "batch-episodes", "2"), 2200),
                Arguments.of("keras", Map.of("hidden", "16"), 1000),
                Arguments.of("vpg", Map.of("hidden", "16", "rollout", "300", "value-passes", "3"), 1400));
    }

    private static Map<String, String> withHidden(String hidden) {
        Map<String, String> changed = new TreeMap<>(ROLLOUTS);
        changed.put("hidden", hidden);
        return changed;
    }

    @Test
    void noPresetIsForgottenHere() {
        assertEquals(
                Preset.labels(),
                presets().map(preset -> (String) preset.get()[0]).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("presets")
    void threadsAndInterruptionsLeaveNoTrace(String label, Map<String, String> changes, int decisions)
            throws IOException {
        RunConfig config = config(label, changes, decisions, 1);
        EnvironmentFactory games = config.play().training(Optional.empty(), new StepWatch(0));
        TestRun straight = new TestRun(folder.resolve("straight"));
        straight.live(config, games);
        assertTrue(SmallRun.curve(straight.folder()).size() > 3, "updates");
        assertTrue(SmallRun.evaluations(straight.folder()).size() > 2, "evaluations");
        for (int threads : List.of(2, 4)) {
            TestRun other = new TestRun(folder.resolve(threads + " threads"));
            other.live(config(label, changes, decisions, threads), games);
            other.assertSameAs(straight);
        }
        TestRun pieces = new TestRun(folder.resolve("pieces"));
        int lives = pieces.liveInPieces(config(label, changes, decisions, 1), games, 7);
        assertTrue(lives >= 4, lives + " lives");
        pieces.assertSameAs(straight);
        TestRun stopAndGo = new TestRun(folder.resolve("stop and go"));
        for (int part = 1; part <= 3; part++) {
            stopAndGo.live(config(label, changes, decisions * part / 3, 2), games);
        }
        stopAndGo.assertSameAs(straight);
    }

    private static RunConfig config(String label, Map<String, String> changes, long decisions, int threads) {
        Preset preset = Preset.named(label);
        AtariGame atari = preset.atari().withProtocol(preset.atari().protocol().withFrameSkip("8-12"));
        return new RunConfig(
                new AtariPlay(Game.PONG, atari),
                label,
                LearnerSettings.with(preset.learner(), changes),
                11,
                2 * threads,
                threads,
                Optional.empty(),
                TestRun.decisions(decisions),
                new EvaluationPlan(500, 3),
                preset.output(),
                Optional.empty());
    }
}
