package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.LearnerSettings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says about itself, and about command lines that are none. */
class UsageTest {

    @Test
    void noArgumentsShowTheUsageAndFail() {
        CommandRun run = CommandRun.of();
        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("Usage: gdx-agents-headless.jar "), run.err());
    }

    @Test
    void helpListsEveryCommandAndTheExitCodes() {
        String help = String.join("\n", CommandRun.of("--help").lines());
        Stream.of(
                        "train",
                        "runs",
                        "rerun",
                        "evaluate",
                        "compare",
                        "report",
                        "inspect",
                        "matches",
                        "record",
                        "bench",
                        "rom")
                .forEach(command -> assertTrue(help.contains("\n  " + command + " "), command + " in " + help));
        assertTrue(help.contains("0 fine, 1 the run failed, 2 wrong usage or input"), help);
    }

    @ParameterizedTest
    @CsvSource({
        "train, '--env --preset --seed --envs --threads --rom --frame-skip --sticky --noops --actions --max-decisions"
                + " --max-episodes --max-updates --max-seconds --until-score --evaluate-every --evaluate-episodes --final-episodes --from --transfer-episodes --run --resume --serve --serve-address'",
        "evaluate, CHECKPOINT --env --episodes --seed --greedy --json --frame-skip --sticky --noops --envs --threads --rom",
        "compare, RUN[.]+ --score --out --force --json",
        "report, RUN[.]+ --without-pictures --step-timeout",
        "inspect, CHECKPOINT --json",
        "runs, \\[FOLDER\\] --json",
        "rerun, RUN --run --verify --envs --threads --rom --step-timeout",
        "matches, '--left --right --court --policy --points --seed --matches'",
        "record, '--left --right --court --policy --points --seed --replay --out --png --input --plain-input --save --force"
                + " --steps --every --delay --scale --wide'",
        "bench, --env --preset --seconds --learning --seeds --max-decisions --frame-skip --sticky --noops --actions --envs --threads --rom --json",
        "rom, --rom --fetch"
    })
    void helpOfEachCommandMentionsEachOfItsOptions(String command, String options) {
        String help = String.join("\n", CommandRun.of(command, "--help").lines());
        assertTrue(help.startsWith("Usage: gdx-agents-headless.jar " + command + " "), help);
        for (String option : options.split(" ", -1)) {
            assertMentions(help, option);
        }
        assertMentions(help, "--help");
    }

    @Test
    void helpOfTrainListsEveryHyperParameter() {
        String help = String.join("\n", CommandRun.of("train", "--help").lines());
        List<String> names = List.of(
                "algorithm",
                "hidden",
                "activation",
                "biases",
                "output",
                "critic",
                "input-init",
                "hidden-init",
                "output-init",
                "gamma",
                "mini-batch",
                "batch-episodes",
                "games",
                "rollout",
                "gae-lambda",
                "passes",
                "clip",
                "entropy-bonus",
                "entropy-floor",
                "event-weight",
                "value-weight",
                "max-kl",
                "decisive-only",
                "value-passes",
                "value-rate",
                "scale-rewards",
                "optimizer",
                "learning-rate",
                "rate-hold",
                "rate-end",
                "rate-floor",
                "rmsprop-decay",
                "adam-beta1",
                "adam-beta2",
                "epsilon",
                "epsilon-inside-root",
                "max-gradient-norm",
                "sparse-optimizer");
        assertEquals(names, List.copyOf(LearnerSettings.helpByName().keySet()));
        names.forEach(name -> assertMentions(help, "--" + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "train", "runs", "rerun", "evaluate", "inspect", "matches", "record", "bench", "rom"})
    void versionIsOneLine(String command) {
        CommandRun run = command.isEmpty() ? CommandRun.of("--version") : CommandRun.of(command, "--version");
        assertEquals(1, run.lines().size());
        assertTrue(run.lastLine().startsWith("gdx-agents"), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "fly, 'fly'",
        "--fly, '--fly'",
        "--, subcommand",
        "train --fly, '--fly'",
        "train fly, 'fly'",
        "train --envs, '--envs'",
        "train --gamma, '--gamma'",
        "evaluate, CHECKPOINT",
        "runs --fly, '--fly'",
        "runs a b, 'b'",
        "rerun, RUN",
        "rerun a b, 'b'",
        "rerun a --seed 2, '--seed'",
        "evaluate a.agent --fly, '--fly'",
        "evaluate a.agent b.agent, 'b.agent'",
        "inspect, CHECKPOINT",
        "inspect a.agent --fly, '--fly'",
        "matches --fly, '--fly'",
        "record --fly, '--fly'",
        "record fly, 'fly'",
        "record --points x, '--points'",
        "bench --fly, '--fly'",
        "bench fly, 'fly'",
        "rom --fly, '--fly'"
    })
    void commandLineThatIsNoneIsRefusedByName(String arguments, String culprit) {
        String sentence = CommandRun.of(arguments.split(" ", -1)).refusal();
        assertTrue(sentence.contains(culprit), sentence);
    }

    private static void assertMentions(String help, String option) {
        assertTrue(help.matches("(?s).*[\\s,(]" + option + "[\\s=,].*"), option + " in " + help);
    }
}
