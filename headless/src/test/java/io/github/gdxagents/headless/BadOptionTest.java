package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.headless.run.Preset;
import io.github.gdxagents.headless.run.SmallCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that an option cannot take: one sentence that names the option, exit code 2, before ROM or disk are touched. */
class BadOptionTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "--env, chess",
        "--preset, udacity",
        "--seed, abc",
        "--seed, 1.5",
        "--seed, 9223372036854775808",
        "--envs, 0",
        "--envs, -3",
        "--envs, 1025",
        "--envs, many",
        "--threads, 0",
        "--threads, 1025",
        "--threads, 2.5",
        "--frame-skip, 0",
        "--frame-skip, 61",
        "--frame-skip, 5-2",
        "--frame-skip, 2-",
        "--frame-skip, -4",
        "--frame-skip, 2-61",
        "--frame-skip, four",
        "--sticky, 2",
        "--sticky, -0.1",
        "--sticky, NaN",
        "--sticky, often",
        "--noops, -1",
        "--noops, 1001",
        "--noops, some",
        "--actions, 5",
        "--actions, 0",
        "--actions, all",
        "--observation, ''",
        "--observation, pixels",
        "--observation, image",
        "--observation, image:64",
        "--observation, pool3:0",
        "--observation, ram",
        "--observation, ram+action",
        "--observation, difference+ball-weight:2",
        "--serve, -1",
        "--serve, 65536",
        "--serve, web",
        "--serve-address, 127.0.0.1",
        "--max-decisions, 0",
        "--max-decisions, x",
        "--max-episodes, 0",
        "--max-episodes, -1",
        "--max-episodes, 1e3",
        "--max-updates, 0",
        "--max-updates, some",
        "--max-seconds, 0",
        "--max-seconds, -5",
        "--max-seconds, NaN",
        "--max-seconds, Infinity",
        "--max-seconds, long",
        "--until-score, NaN",
        "--until-score, -Infinity",
        "--until-score, high",
        "--evaluate-every, -1",
        "--evaluate-every, often",
        "--evaluate-every, 1.5",
        "--evaluate-episodes, 0",
        "--evaluate-episodes, -10",
        "--evaluate-episodes, 100001",
        "--evaluate-episodes, all",
        "--final-episodes, -1",
        "--final-episodes, 1000001",
        "--final-episodes, x",
        "--algorithm, dqn",
        "--critic, none",
        "--critic, both",
        "--mini-batch, -1",
        "--mini-batch, 10000001",
        "--mini-batch, x",
        "--games, 0",
        "--games, 1025",
        "--games, 2.5",
        "--rollout, 0",
        "--rollout, 100001",
        "--rollout, x",
        "--gae-lambda, 1.5",
        "--gae-lambda, -0.1",
        "--gae-lambda, NaN",
        "--passes, 0",
        "--passes, 1001",
        "--clip, -0.1",
        "--clip, 1",
        "--clip, NaN",
        "--clip, tight",
        "--entropy-bonus, -1",
        "--entropy-bonus, 11",
        "--entropy-floor, -0.1",
        "--entropy-floor, 1.1",
        "--event-weight, -1",
        "--event-weight, NaN",
        "--value-weight, -1",
        "--value-weight, 101",
        "--max-kl, -1",
        "--max-kl, NaN",
        "--decisive-only, maybe",
        "--value-passes, -1",
        "--value-passes, 3",
        "--value-passes, 1001",
        "--value-rate, 0",
        "--value-rate, 11",
        "--rate-hold, -1",
        "--rate-hold, 1.5",
        "--rate-end, -1",
        "--rate-end, x",
        "--rate-floor, 0",
        "--rate-floor, 1.1",
        "--sparse-optimizer, yes",
        "--input-init, zeros",
        "--input-init, normal:0",
        "--hidden, 0",
        "--hidden, -200",
        "--hidden, abc",
        "--hidden, ''",
        "--hidden, '200,'",
        "--hidden, 16385",
        "--hidden, '1,1,1,1,1,1,1,1,1'",
        "--activation, gelu",
        "--biases, maybe",
        "--output, linear",
        "--hidden-init, zeros",
        "--hidden-init, normal:0",
        "--hidden-init, normal:",
        "--output-init, glorot:-1",
        "--gamma, 1.5",
        "--gamma, -0.1",
        "--gamma, NaN",
        "--gamma, abc",
        "--batch-episodes, 0",
        "--batch-episodes, 10001",
        "--batch-episodes, 2.5",
        "--optimizer, sgd",
        "--learning-rate, abc",
        "--learning-rate, 0",
        "--learning-rate, -1e-4",
        "--learning-rate, 11",
        "--learning-rate, NaN",
        "--rmsprop-decay, 1",
        "--rmsprop-decay, x",
        "--adam-beta1, 1",
        "--adam-beta2, -0.5",
        "--epsilon, 0",
        "--epsilon, 2",
        "--epsilon-inside-root, yes",
        "--max-gradient-norm, -1",
        "--max-gradient-norm, Infinity"
    })
    void trainRefuses(String option, String value) {
        Path run = folder.resolve("run");
        assertNames(option, CommandRun.of("train", "--run", run.toString(), option, value));
        assertFalse(Files.exists(run));
    }

    @ParameterizedTest
    @CsvSource({
        "--env, chess",
        "--episodes, 0",
        "--episodes, 1000001",
        "--episodes, x",
        "--seed, x",
        "--envs, 0",
        "--threads, 0",
        "--frame-skip, 5-2",
        "--sticky, 2",
        "--noops, -1",
        "--actions, 4",
        "--actions, 6"
    })
    void evaluateRefuses(String option, String value) {
        Path checkpoint = folder.resolve("000002.agent");
        CheckpointFiles.write(SmallCheckpoint.after(2), checkpoint);
        assertNames(option, CommandRun.of("evaluate", checkpoint.toString(), option, value));
    }

    @ParameterizedTest
    @CsvSource({
        "--env, chess",
        "--preset, udacity",
        "--seconds, 0",
        "--seconds, NaN",
        "--seconds, 1e9",
        "--seconds, x",
        "--envs, 0",
        "--threads, 0",
        "--frame-skip, 0",
        "--sticky, 2",
        "--noops, 1001",
        "--actions, 0",
        "--actions, 5"
    })
    void benchRefuses(String option, String value) {
        assertNames(option, CommandRun.of("bench", option, value));
    }

    @Test
    void unknownPresetNamesAllThereAre() {
        String sentence = CommandRun.of("train", "--run", folder.resolve("run").toString(), "--preset", "slow")
                .refusalOfInput();
        assertEquals("Error: preset must be fast or strong or karpathy or keras or vpg, but was 'slow'", sentence);
        assertEquals(sentence, CommandRun.of("bench", "--preset", "slow").refusalOfInput());
    }

    /** Each value is possible, but not beside the others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--critic none | actor-critic needs a critic: critic must be shared or separate, but was none",
                "--preset vpg --critic none | actor-critic needs a critic: critic must be shared or separate, but was none",
                "--preset karpathy --critic shared | reinforce has no use for a critic: critic must be none, but was shared",
                "--algorithm reinforce | reinforce has no use for a critic: critic must be none, but was shared",
                "--preset karpathy --algorithm actor-critic | actor-critic needs a critic: critic must be shared or separate, but was none",
                "--value-passes 3 | value-passes need a separate critic: expected 0 with a shared one, but was 3",
                "--preset vpg --critic shared | value-passes need a separate critic: expected 0 with a shared one, but was 80",
                "--games 1024 --rollout 100000 | games times rollout must be at most 10 million, but was 102400000",
                "--rate-hold 10 --rate-end 5 | rate-hold and rate-end must be decisions in this order, but were 10 and 5",
                "--until-score 5 --evaluate-every 0 | until-score needs evaluations: expected evaluate-every above 0, but was 0",
                "--resume x --preset fast --evaluate-every 5 --clip 0.1 | --preset, --evaluate-every, --clip cannot be given with --resume: they are the run's own and stay as they are"
            })
    void valuesThatDoNotGoTogetherAreRefused(String options, String words) {
        Path run = folder.resolve("run");
        List<String> arguments = new ArrayList<>(List.of("train"));
        arguments.addAll(List.of(options.split(" ", -1)));
        if (!arguments.contains("--resume")) {
            arguments.addAll(List.of("--run", run.toString()));
        }
        assertEquals(
                "Error: " + words,
                CommandRun.of(arguments.toArray(String[]::new)).refusalOfInput());
        assertFalse(Files.exists(run));
    }

    @Test
    void sigmoidCannotChooseBetweenThreeActions() {
        Path run = folder.resolve("run");
        String sentence = CommandRun.of("train", "--run", run.toString(), "--actions", "3", "--output", "sigmoid")
                .refusalOfInput();
        assertTrue(sentence.contains("sigmoid") && sentence.contains("softmax"), sentence);
        assertFalse(Files.exists(run));
    }

    @Test
    void courtWithoutMemoryIsToldFromTheEmulator() {
        Path run = folder.resolve("run");
        String sentence = CommandRun.of("train", "--run", run.toString(), "--env", "pong", "--observation", "ram")
                .refusalOfInput();
        assertEquals("Error: observation ram needs the emulator's memory: only --env ale has it", sentence);
        assertFalse(Files.exists(run));
    }

    @Test
    void networkOfTooManyParametersIsRefusedBeforeTheRunBegins() {
        Path run = folder.resolve("run");
        String sentence = CommandRun.of(
                        "train", "--run", run.toString(), "--observation", "difference", "--hidden", "16384")
                .refusalOfInput();
        assertTrue(sentence.contains("at most 32000000 parameters"), sentence);
        assertFalse(Files.exists(run));
    }

    @Test
    void scoreIsNotWaitedForInARunThatNeverLooks() throws IOException {
        Path run = folder.resolve("run");
        String[] small = {
            "train",
            "--run",
            run.toString(),
            "--games",
            "1",
            "--rollout",
            "8",
            "--hidden",
            "4",
            "--evaluate-every",
            "0",
            "--final-episodes",
            "0",
            "--max-decisions",
            "1"
        };
        CommandRun.of(small).lines();
        String config = Files.readString(run.resolve("config.json"));
        assertEquals(
                "Error: until-score needs evaluations: expected evaluate-every above 0, but was 0",
                CommandRun.of("train", "--resume", run.toString(), "--until-score", "5")
                        .refusalOfInput());
        assertEquals(config, Files.readString(run.resolve("config.json")));
    }

    /** The limit lies between a network of 4950 units that foresees nothing and one that foresees 80 kinds of events. */
    @Test
    void outputsOfEventsCountBeforeTheRunBegins() {
        Path run = folder.resolve("run");
        LearnerConfig fits = LearnerSettings.with(Preset.named("fast").learner(), Map.of("hidden", "4950"));
        assertTrue(fits.spec(6400, 6, 0).parameters() < NetworkSpec.MAX_PARAMETERS);
        String sentence = CommandRun.of(
                        "train",
                        "--run",
                        run.toString(),
                        "--observation",
                        "difference",
                        "--actions",
                        "6",
                        "--hidden",
                        "4950",
                        "--max-decisions",
                        "1")
                .refusalOfInput();
        assertTrue(sentence.contains("at most 32000000 parameters"), sentence);
        assertFalse(Files.exists(run));
    }

    private static void assertNames(String option, CommandRun run) {
        String sentence = run.refusal();
        assertTrue(sentence.contains(option.substring(2)), sentence);
    }
}
