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
                "sparse-optimizer | true",
                "mini-batch | 512",
                "rate-hold | 0",
                "rate-end | 9000000000",
                "rate-floor | 0.1",
            })
    void valuesReadBackToTheSameText(String name, String value) {
        LearnerConfig changed = LearnerConfigs.small(name, value);
        Map<String, String> expected = new TreeMap<>(LearnerSettings.write(LearnerConfigs.small()));
        expected.put(name, value);
        assertEquals(expected, LearnerSettings.write(changed));
        assertEquals(changed, LearnerSettings.read(LearnerSettings.write(changed)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "algorithm | actor-critic",
                "critic | separate",
                "games | 1024",
                "rollout | 100",
                "gae-lambda | 0.9",
                "passes | 1",
                "clip | 0.0",
                "entropy-bonus | 0.001",
                "value-weight | 0.25",
                "max-kl | 0.015",
                "decisive-only | true",
                "value-rate | 3.0E-4",
            })
    void valuesOfAnActorCriticReadBackToTheSameText(String name, String value) {
        LearnerConfig changed = LearnerConfigs.actorCritic(name, value);
        Map<String, String> expected = new TreeMap<>(LearnerSettings.write(LearnerConfigs.actorCritic()));
        expected.put(name, value);
        assertEquals(expected, LearnerSettings.write(changed));
        assertEquals(changed, LearnerSettings.read(LearnerSettings.write(changed)));
    }

    @Test
    void whatVersionOneCouldNotNameIsAddedAndWhatItSaysStays() {
        Map<String, String> old = LearnerSettings.write(LearnerConfigs.small("gamma", "0.5"));
        old.keySet()
                .removeAll(List.of(
                        "algorithm",
                        "critic",
                        "mini-batch",
                        "games",
                        "rollout",
                        "gae-lambda",
                        "passes",
                        "clip",
                        "entropy-bonus",
                        "value-weight",
                        "max-kl",
                        "decisive-only",
                        "value-passes",
                        "value-rate",
                        "rate-hold",
                        "rate-end",
                        "rate-floor",
                        "sparse-optimizer"));
        LearnerConfig read = LearnerSettings.read(LearnerSettings.completed(old));
        assertEquals(LearnerConfig.Algorithm.REINFORCE, read.algorithm());
        assertEquals(LearnerConfigs.small().network(), read.network());
        assertEquals(LearnerConfigs.small().optimizer(), read.optimizer());
        assertEquals(RateSchedule.CONSTANT, read.schedule());
        assertEquals(0.5, read.gamma());
        assertEquals(0, read.miniBatch());
        assertEquals(
                new ActorCriticConfig(0.95, 8, 128, 4, 0.2, 0.01, 1, 0, 0.5, 0, false, 0, 1e-3, false),
                read.actorCritic());
        // What is already there is not replaced.
        Map<String, String> all = LearnerSettings.write(LearnerConfigs.actorCritic("clip", "0.3"));
        assertEquals(all, LearnerSettings.completed(all));
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
                "algorithm | ppo | algorithm must be reinforce or actor-critic, but was 'ppo'",
                "algorithm | actor-critic | actor-critic needs a critic: critic must be shared or separate, but was none",
                "critic | both | critic must be none or shared or separate, but was 'both'",
                "critic | shared | reinforce has no use for a critic: critic must be none, but was shared",
                "critic | separate | reinforce has no use for a critic: critic must be none, but was separate",
                "mini-batch | -1 | mini-batch must be from 0 to 10 million, but was -1",
                "mini-batch | 10000001 | mini-batch must be from 0 to 10 million, but was 10000001",
                "games | 0 | games must be from 1 to 1024, but was 0",
                "games | 1025 | games must be from 1 to 1024, but was 1025",
                "rollout | 0 | rollout must be from 1 to 100000, but was 0",
                "rollout | 100001 | rollout must be from 1 to 100000, but was 100001",
                "gae-lambda | 1.5 | gae-lambda must be from 0 to 1, but was 1.5",
                "gae-lambda | NaN | gae-lambda must be from 0 to 1, but was NaN",
                "passes | 0 | passes must be from 1 to 1000, but was 0",
                "passes | 1001 | passes must be from 1 to 1000, but was 1001",
                "clip | 1 | clip must be from 0 to under 1, but was 1.0",
                "clip | -0.1 | clip must be from 0 to under 1, but was -0.1",
                "entropy-bonus | -1 | entropy-bonus must be from 0 to 10, but was -1.0",
                "value-weight | NaN | value-weight must be from 0 to 100, but was NaN",
                "max-kl | -0.1 | max-kl must be from 0 to 100, but was -0.1",
                "decisive-only | maybe | decisive-only must be true or false, but was 'maybe'",
                "value-passes | -1 | value-passes must be from 0 to 1000, but was -1",
                "value-rate | 0 | value-rate must be above 0 and at most 10, but was 0.0",
                "rate-hold | -1 | rate-hold and rate-end must be decisions in this order, but were -1 and 0",
                "rate-end | x | rate-end must be a whole number, but was 'x'",
                "rate-floor | 0 | rate-floor must be above 0 and at most 1, but was 0.0",
                "sparse-optimizer | 1 | sparse-optimizer must be true or false, but was '1'",
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
