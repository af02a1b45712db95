package io.github.gdxagents.headless;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Training on the built-in court that is over in a second: a small network, two games, 128 decisions an update. */
final class CourtRun {

    private CourtRun() {}

    /** The arguments that train an actor-critic. */
    static String[] train(Path run, String... more) {
        return join(
                List.of(
                        "train",
                        "--run",
                        run.toString(),
                        "--hidden",
                        "8",
                        "--games",
                        "2",
                        "--rollout",
                        "64",
                        "--mini-batch",
                        "32",
                        "--evaluate-every",
                        "512",
                        "--evaluate-episodes",
                        "2",
                        "--final-episodes",
                        "0",
                        "--envs",
                        "2",
                        "--threads",
                        "1"),
                more);
    }

    /** The arguments that train with whole episodes, so many an update, and never look how good the agent is. */
    static String[] episodes(Path run, int batch, String... more) {
        return join(
                List.of(
                        "train",
                        "--run",
                        run.toString(),
                        "--preset",
                        "karpathy",
                        "--observation",
                        "pool20:0",
                        "--hidden",
                        "2",
                        "--frame-skip",
                        "10",
                        "--batch-episodes",
                        Integer.toString(batch),
                        "--evaluate-every",
                        "0",
                        "--final-episodes",
                        "0",
                        "--envs",
                        "2",
                        "--threads",
                        "1"),
                more);
    }

    private static String[] join(List<String> first, String... second) {
        return Stream.concat(first.stream(), Stream.of(second)).toArray(String[]::new);
    }
}
