package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariProtocol;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunConfigTest {

    private static final RunConfig EVERYTHING = new RunConfig(
            Game.ALE,
            "karpathy",
            new AtariProtocol(2, 5, 0.1, 30, ActionSet.SIX),
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
            new Limits(Optional.of(9_007_199_254_740_993L), Optional.of(300L), Optional.of(0.1), Optional.of(-20.5)));

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
    void jsonCutShortAnywhereIsRefused() {
        String json = EVERYTHING.toJson().strip();
        for (int length = 0; length < json.length(); length++) {
            assertRefused(json.substring(0, length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "17", "\"text\"", "{\"env\": null}", "not JSON", "\u0000"})
    void textThatIsNoConfigurationIsRefused(String text) {
        assertRefused(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"ale\"', '\"chess\"'",
        "'\"ale\"', 5",
        "'\"seed\"', '\"seeds\"'",
        "'\"envs\" : 3', '\"envs\" : 0'",
        "'\"envs\" : 3', '\"envs\" : \"3\"'",
        "'\"envs\" : 3', '\"envs\" : 3.5'",
        "'\"threads\" : 2', '\"threads\" : 1025'",
        "'\"sticky\" : \"0.1\"', '\"sticky\" : \"2\"'",
        "'\"frame-skip\" : \"2-5\"', '\"frame-skip\" : \"5-2\"'",
        "'\"noops\" : \"30\"', '\"noop\" : \"30\"'",
        "'\"gamma\" : \"0.99\"', '\"gamma\" : \"1.5\"'",
        "'\"gamma\" : \"0.99\"', '\"gama\" : \"0.99\"'",
        "'\"hidden\" : \"64,32\"', '\"hidden\" : null'",
        "'\"max-episodes\" : 300', '\"max-episodes\" : 0'",
        "'\"max-episodes\" : 300', '\"max-episodes\" : \"300\"'"
    })
    void damagedSettingIsRefused(String whole, String damaged) {
        String json = EVERYTHING.toJson();
        assertTrue(json.contains(whole), json);
        assertRefused(json.replace(whole, damaged));
    }

    @Test
    void resumedRunKeepsWhatDecidesItsResult() {
        Limits limits = new Limits(Optional.empty(), Optional.of(600L), Optional.empty(), Optional.empty());
        RunConfig resumed = EVERYTHING.resumedWith(8, 4, Optional.empty(), limits);
        assertEquals(
                new RunConfig(
                        EVERYTHING.game(),
                        EVERYTHING.preset(),
                        EVERYTHING.protocol(),
                        EVERYTHING.learner(),
                        EVERYTHING.seed(),
                        8,
                        4,
                        EVERYTHING.rom(),
                        limits),
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
