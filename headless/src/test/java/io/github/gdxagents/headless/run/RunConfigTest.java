package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.AtariProtocol;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunConfigTest {

    private static final RunConfig EVERYTHING = new RunConfig(
            new AtariPlay(
                    Game.ALE,
                    new AtariGame(
                            new AtariProtocol(2, 5, 0.1, 30, ActionSet.SIX),
                            PictureObservationSpec.parse("image:0,1+ball-weight:3"))),
            "karpathy",
            LearnerSettings.with(
                    Preset.named("karpathy").learner(),
                    Map.of(
                            "output", "softmax",
                            "hidden", "64,32",
                            "learning-rate", "0.1",
                            "output-init", "normal:0.05")),
            -9_223_372_036_854_775_808L,
            3,
            2,
            Optional.of(Path.of("/tmp/a b/pöng.bin")),
            new Limits(
                    Optional.of(9_007_199_254_740_993L),
                    Optional.of(300L),
                    Optional.of(40L),
                    Optional.of(0.1),
                    Optional.of(-20.5)),
            new EvaluationPlan(12_345, 50),
            OutputStyle.KERAS,
            Optional.of(Path.of("old.agent")));

    @Test
    void jsonReadsBackToTheSame() {
        assertEquals(EVERYTHING, RunConfig.ofJson(EVERYTHING.toJson(), "config.json"));
    }

    @Test
    void jsonWithoutRomAndLimitsReadsBackToTheSame() {
        RunConfig config = SmallCheckpoint.config();
        assertEquals(config, RunConfig.ofJson(config.toJson(), "config.json"));
    }

    @Test
    void aGameOfOthersHasNoProtocol() {
        RunConfig named = new RunConfig(
                new NamedPlay("walk"),
                "own",
                LearnerConfig.defaults(),
                1,
                2,
                3,
                Optional.empty(),
                Limits.none(),
                EvaluationPlan.ofNamedGames(),
                OutputStyle.PROGRESS,
                Optional.empty());

        assertFalse(named.toJson().contains("protocol"));
        assertEquals(named, RunConfig.ofJson(named.toJson(), "config.json"));
    }

    @Test
    void runFromBeforeThereWasAChoiceSeesTheDifference() {
        String json = EVERYTHING.toJson();
        String line = "  \"observation\" : \"image:0,1+ball-weight:3\",\n";
        assertTrue(json.contains(line), json);
        AtariPlay play =
                (AtariPlay) RunConfig.ofJson(json.replace(line, "").replace("  \"format\" : 2,\n", ""), "config.json")
                        .play();
        assertEquals(PictureObservationSpec.difference(), play.atari().observation());
    }

    /** As {@code OldRunTest} has one: neither critics nor held-out scores were known. */
    @Test
    void runFromBeforeThereWereCriticsIsOneOfReinforce() throws IOException {
        RunConfig old = RunConfig.ofJson(
                Files.readString(Path.of("src/test/resources/golden/run-v1/config.json")), "config.json");
        assertEquals(
                LearnerSettings.with(Preset.named("karpathy").learner(), Map.of("hidden", "2", "batch-episodes", "2")),
                old.learner());
        assertEquals(new EvaluationPlan(100_000, 100), old.evaluation());
        assertEquals(OutputStyle.PROGRESS, old.output());
    }

    @Test
    void scoreThatIsWaitedForMustBeLookedFor() {
        InputException e = assertThrows(
                InputException.class,
                () -> new RunConfig(
                        EVERYTHING.play(),
                        "fast",
                        EVERYTHING.learner(),
                        1,
                        1,
                        1,
                        Optional.empty(),
                        EVERYTHING.limits(),
                        new EvaluationPlan(0, 100),
                        OutputStyle.EPOCHS,
                        Optional.empty()));
        assertEquals("until-score needs evaluations: expected evaluate-every above 0, but was 0", e.getMessage());
    }

    @Test
    void jsonCutShortAnywhereIsRefused() {
        String json = EVERYTHING.toJson().strip();
        for (int length = 0; length < json.length(); length++) {
            assertRefused(json.substring(0, length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "17", "\"text\"", "{\"env\": null}", "{} {}", "not JSON", "\u0000"})
    void textThatIsNoConfigurationIsRefused(String text) {
        assertRefused(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"ale\"', '\"chess\"'",
        "'\"ale\"', 5",
        "'\"ale\"', '\"ale\", \"env\" : \"ale\"'",
        "'\"format\" : 2', '\"format\" : 3'",
        "'\"format\" : 2', '\"format\" : 0'",
        "'\"format\" : 2', '\"format\" : \"2\"'",
        "'\"observation\"', '\"observations\"'",
        "'\"evaluate-every\"', '\"evaluate-ever\"'",
        "'\"output\"', '\"outputs\"'",
        "'\"max-episodes\"', '\"max-episode\"'",
        "'\"max-episodes\" : 300', '\"max-episodes\" : 300.0'",
        "'\"max-episodes\" : 300', '\"max-episodes\" : 1e999999999'",
        "'\"max-episodes\" : 300', '\"max-episodes\" : 9223372036854775808'",
        "'\"max-seconds\" : 0.1', '\"max-seconds\" : 1e999'",
        "'\"max-seconds\" : 0.1', '\"max-seconds\" : null'",
        "'\"seed\" : -9223372036854775808', '\"seed\" : 1.5'",
        "'\"seed\" : -9223372036854775808', '\"seed\" : -9223372036854775809'",
        "'\"karpathy\"', '\"Karpathy\"'",
        "'\"old.agent\"', '\"old\u001b[2J.agent\"'",
        "'\"old.agent\"', '\"old\\u001b[2J.agent\"'",
        "'\"old.agent\"', '\"old\\u0000.agent\"'",
        "'\"sticky\" : \"0.1\"', '\"sticky\" : 0.1'",
        "'\"sticky\" : \"0.1\"', '\"sticky\" : [[[[[[[[[[0.1]]]]]]]]]]'",
        "'\"seed\"', '\"seeds\"'",
        "'\"envs\" : 3', '\"envs\" : 0'",
        "'\"envs\" : 3', '\"envs\" : \"3\"'",
        "'\"envs\" : 3', '\"envs\" : 3.5'",
        "'\"threads\" : 2', '\"threads\" : 1025'",
        "'\"sticky\" : \"0.1\"', '\"sticky\" : \"2\"'",
        "'\"frame-skip\" : \"2-5\"', '\"frame-skip\" : \"5-2\"'",
        "'\"image:0,1+ball-weight:3\"', '\"images\"'",
        "'\"image:0,1+ball-weight:3\"', 5",
        "'\"noops\" : \"30\"', '\"noop\" : \"30\"'",
        "'\"gamma\" : \"0.99\"', '\"gamma\" : \"1.5\"'",
        "'\"gamma\" : \"0.99\"', '\"gama\" : \"0.99\"'",
        "'\"hidden\" : \"64,32\"', '\"hidden\" : null'",
        "'\"critic\" : \"none\"', '\"critic\" : \"shared\"'",
        "'\"evaluate-every\" : 12345', '\"evaluate-every\" : -1'",
        "'\"evaluate-every\" : 12345', '\"evaluate-every\" : 0'",
        "'\"evaluate-every\" : 12345', '\"evaluate-every\" : \"often\"'",
        "'\"evaluate-episodes\" : 50', '\"evaluate-episodes\" : 0'",
        "'\"output\" : \"keras\"', '\"output\" : \"torch\"'",
        "'\"max-episodes\" : 300', '\"max-episodes\" : 0'",
        "'\"max-updates\" : 40', '\"max-updates\" : 0'",
        "'\"max-episodes\" : 300', '\"max-episodes\" : \"300\"'"
    })
    void damagedSettingIsRefused(String whole, String damaged) {
        String json = EVERYTHING.toJson();
        assertTrue(json.contains(whole), json);
        assertRefused(json.replace(whole, damaged));
    }

    @Test
    void resumedRunKeepsWhatDecidesItsResult() {
        Limits limits =
                new Limits(Optional.empty(), Optional.of(600L), Optional.empty(), Optional.empty(), Optional.empty());
        RunConfig resumed = EVERYTHING.resumedWith(8, 4, Optional.empty(), limits);
        assertEquals(
                new RunConfig(
                        EVERYTHING.play(),
                        EVERYTHING.preset(),
                        EVERYTHING.learner(),
                        EVERYTHING.seed(),
                        8,
                        4,
                        EVERYTHING.rom(),
                        limits,
                        EVERYTHING.evaluation(),
                        EVERYTHING.output(),
                        EVERYTHING.from()),
                resumed);
        Optional<Path> other = Optional.of(Path.of("/other.bin"));
        assertEquals(other, EVERYTHING.resumedWith(8, 4, other, limits).rom());
    }

    private static void assertRefused(String json) {
        InputException e = assertThrows(InputException.class, () -> RunConfig.ofJson(json, "runs/x/config.json"), json);
        assertTrue(
                String.valueOf(e.getMessage()).startsWith("runs/x/config.json is not a run's configuration: "),
                e.getMessage());
    }
}
