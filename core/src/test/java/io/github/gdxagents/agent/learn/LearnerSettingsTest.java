package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnerSettingsTest {

    @Test
    void everyHyperParameterIsWrittenAndExplained() {
        Map<String, String> written = LearnerSettings.write(LearnerConfigs.small());
        assertEquals(LearnerSettings.helpByName().keySet(), written.keySet());
        assertEquals(List.copyOf(new TreeMap<>(written).keySet()), List.copyOf(written.keySet()), "sorted by name");
        LearnerSettings.helpByName().forEach((name, help) -> assertTrue(help.length() > 10, name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hidden | none",
                "hidden | 200",
                "hidden | 64,32,7",
                "activation | relu",
                "biases | false",
                "output | sigmoid",
                "hidden-init | orthogonal:1.41",
                "output-init | normal:0.05",
                "gamma | 0.9900000000000001",
                "gamma | 0.0",
                "gamma | 1.0",
                "batch-episodes | 10000",
                "optimizer | adam",
                "learning-rate | 1.0E-4",
                "learning-rate | 0.30000000000000004",
                "rmsprop-decay | 0.0",
                "adam-beta1 | 0.5",
                "adam-beta2 | 0.123456789012345",
                "epsilon | 1.0E-8",
                "epsilon-inside-root | true",
                "max-gradient-norm | 0.5",
            })
    void valuesReadBackToTheSameText(String name, String value) {
        LearnerConfig changed = LearnerConfigs.small(name, value);
        Map<String, String> expected = new TreeMap<>(LearnerSettings.write(LearnerConfigs.small()));
        expected.put(name, value);
        assertEquals(expected, LearnerSettings.write(changed));
        assertEquals(changed, LearnerSettings.read(LearnerSettings.write(changed)));
    }

    @Test
    void spacesBetweenUnitsAreAllowed() {
        assertEquals(
                List.of(64, 32),
                LearnerConfigs.small("hidden", "64, 32").network().hidden());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hidden | 0 | units of a hidden layer must be from 1 to 16384, but was 0",
                "hidden | x | hidden must be whole numbers separated by commas, or none, but was 'x'",
                "hidden | 1,,2 | hidden must be whole numbers separated by commas, or none, but was '1,,2'",
                "hidden | 1,1,1,1,1,1,1,1,1 | number of hidden layers must be from 0 to 8, but was 9",
                "activation | RELU | activation must be relu or tanh, but was 'RELU'",
                "biases | yes | biases must be true or false, but was 'yes'",
                "output | gauss | output must be sigmoid or softmax, but was 'gauss'",
                "optimizer | sgd | optimizer must be rmsprop or adam, but was 'sgd'",
                "gamma | 1.01 | gamma must be from 0 to 1, but was 1.01",
                "gamma | -0.1 | gamma must be from 0 to 1, but was -0.1",
                "gamma | NaN | gamma must be from 0 to 1, but was NaN",
                "gamma | much | gamma must be a number, but was 'much'",
                "batch-episodes | 0 | batch-episodes must be from 1 to 10000, but was 0",
                "batch-episodes | 10001 | batch-episodes must be from 1 to 10000, but was 10001",
                "batch-episodes | 1.5 | batch-episodes must be a whole number, but was '1.5'",
                "batch-episodes | 99999999999 | batch-episodes must be a whole number, but was '99999999999'",
                "learning-rate | 0 | learning-rate must be above 0 and at most 10, but was 0.0",
                "learning-rate | -1 | learning-rate must be above 0 and at most 10, but was -1.0",
                "learning-rate | 11 | learning-rate must be above 0 and at most 10, but was 11.0",
                "learning-rate | NaN | learning-rate must be above 0 and at most 10, but was NaN",
                "rmsprop-decay | 1 | rmsprop-decay must be from 0 to under 1, but was 1.0",
                "rmsprop-decay | -0.5 | rmsprop-decay must be from 0 to under 1, but was -0.5",
                "adam-beta1 | 1 | adam-beta1 must be from 0 to under 1, but was 1.0",
                "adam-beta2 | 1 | adam-beta2 must be from 0 to under 1, but was 1.0",
                "epsilon-inside-root | 1 | epsilon-inside-root must be true or false, but was '1'",
                "max-gradient-norm | -1 | max-gradient-norm must be from 0 to 1e9, but was -1.0",
                "max-gradient-norm | Infinity | max-gradient-norm must be from 0 to 1e9, but was Infinity",
            })
    void aBadValueIsRefusedByName(String name, String value, String message) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> LearnerConfigs.small(name, value));
        assertEquals(message, refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "epsilon, 0",
        "epsilon, 1.5",
        "epsilon, -1e-5",
        "epsilon, 1e-60",
        "hidden-init, xavier",
        "output-init, normal:-1"
    })
    void aBadValueIsRefusedWithItsNameInFront(String name, String value) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> LearnerConfigs.small(name, value));
        assertTrue(refusal.getMessage().startsWith(name), refusal.getMessage());
    }

    @Test
    void anUnknownNameIsRefused() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> LearnerConfigs.small("learning_rate", "1"));
        assertTrue(refusal.getMessage().endsWith("missing [], unknown [learning_rate]"), refusal.getMessage());
    }

    @Test
    void aMissingNameIsRefused() {
        Map<String, String> settings = LearnerSettings.write(LearnerConfigs.small());
        settings.remove("gamma");
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> LearnerSettings.read(settings));
        assertTrue(refusal.getMessage().endsWith("missing [gamma], unknown []"), refusal.getMessage());
    }
}
