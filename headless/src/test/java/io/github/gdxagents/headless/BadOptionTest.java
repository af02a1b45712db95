package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.headless.run.SmallCheckpoint;
import java.nio.file.Files;
import java.nio.file.Path;
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
        "--actions, 4",
        "--actions, 0",
        "--actions, all",
        "--max-decisions, 0",
        "--max-decisions, x",
        "--max-episodes, 0",
        "--max-episodes, -1",
        "--max-episodes, 1e3",
        "--max-seconds, 0",
        "--max-seconds, -5",
        "--max-seconds, NaN",
        "--max-seconds, Infinity",
        "--max-seconds, long",
        "--until-score, NaN",
        "--until-score, -Infinity",
        "--until-score, high",
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
        "--actions, 4",
        "--actions, 6"
    })
    void benchRefuses(String option, String value) {
        assertNames(option, CommandRun.of("bench", option, value));
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
    void networkOfTooManyParametersIsRefusedBeforeTheRunBegins() {
        Path run = folder.resolve("run");
        String sentence = CommandRun.of("train", "--run", run.toString(), "--hidden", "16384")
                .refusalOfInput();
        assertTrue(sentence.contains("at most 32000000 parameters"), sentence);
        assertFalse(Files.exists(run));
    }

    private static void assertNames(String option, CommandRun run) {
        String sentence = run.refusal();
        assertTrue(sentence.contains(option.substring(2)), sentence);
    }
}
