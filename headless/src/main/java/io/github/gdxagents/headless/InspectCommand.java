package io.github.gdxagents.headless;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.learn.TrainerState;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.Spaces;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inspect}: what is inside a checkpoint or a policy. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        description = "Says what is inside a checkpoint or a policy; nothing is played.")
public final class InspectCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "CHECKPOINT",
            description = "a checkpoint, the folder of a run (its best checkpoint is taken), or a policy file")
    private @Nullable Path path;

    @Option(names = "--json", description = "print one JSON object instead of words")
    private boolean json;

    @Override
    public Integer call() {
        Path given = Objects.requireNonNull(path, "picocli sets this field");
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets this field")
                .commandLine()
                .getOut();
        if (TrainedPolicy.isPolicy(given)) {
            PolicyDescription policy = PolicyDescription.of(given);
            if (json) {
                out.println(Json.line(policy.object()));
            } else {
                policy.print(out);
            }
            out.flush();
            return 0;
        }
        Path file = CheckpointFiles.at(given);
        Checkpoint checkpoint = CheckpointFiles.read(file);
        if (json) {
            out.println(Json.line(object(file, checkpoint)));
        } else {
            describe(file, checkpoint, out);
        }
        out.flush();
        return 0;
    }

    private static Map<String, Object> object(Path file, Checkpoint checkpoint) {
        TrainerState state = checkpoint.state();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", file.toString());
        object.put("bytes", size(file));
        object.put("format", CheckpointFiles.version(file));
        object.put("env", checkpoint.game());
        object.put("protocol", new TreeMap<>(checkpoint.gameSettings()));
        object.put("learner", LearnerSettings.write(checkpoint.learner()));
        object.put("seed", checkpoint.seed());
        object.putAll(network(checkpoint.spec(), checkpoint.observations()));
        object.put("updates", state.updates());
        object.put("episodes", state.episodes());
        object.put("decisions", state.decisions());
        object.put("scores", state.recentScores());
        object.put("optimizerSteps", state.optimizerSteps());
        object.put("partialBatchEpisodes", state.partialBatch().size());
        checkpoint.best().ifPresent(best -> {
            object.put("bestHeldOutMean", best.mean());
            object.put("bestHeldOutError", best.standardError());
            object.put("bestHeldOutEpisodes", best.episodes());
            object.put("bestHeldOutDecisions", best.decisions());
        });
        return object;
    }

    /** What a network sees and does, and how large it is. */
    static Map<String, Object> network(NetworkSpec spec, ObservationSpec observations) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("inputs", spec.inputs());
        object.put("actions", spec.actions().choices());
        object.put("observation", observation(observations));
        object.put("branches", spec.actions().branches());
        object.put(
                "ranges",
                spec.actions().ranges().stream()
                        .map(range -> List.of(range.low(), range.high()))
                        .toList());
        object.put("parameters", spec.parameters());
        return object;
    }

    private static Map<String, Object> observation(ObservationSpec spec) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("entries", spec.entries());
        object.put(
                "images",
                spec.images().stream()
                        .map(image -> Map.of("name", image.name(), "width", image.width(), "height", image.height()))
                        .toList());
        object.put("features", spec.features());
        object.put("stack", spec.stack());
        object.put("normalised", spec.normalised());
        return object;
    }

    private static void describe(Path file, Checkpoint checkpoint, PrintWriter out) {
        TrainerState state = checkpoint.state();
        out.printf(
                Locale.ROOT,
                "%s: a checkpoint of format %d, %,d bytes%n",
                file,
                CheckpointFiles.version(file),
                size(file));
        out.printf(
                "game         %s%s%n",
                PlainText.of(checkpoint.game()),
                PlainText.of(new TreeMap<>(checkpoint.gameSettings())
                        .entrySet().stream()
                                .map(entry -> ", " + entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining())));
        out.printf(
                Locale.ROOT,
                "network      %d inputs, hidden layers of %s, %d actions, %,d parameters%n",
                checkpoint.spec().inputs(),
                checkpoint.spec().hidden(),
                checkpoint.spec().actions().choices(),
                checkpoint.spec().parameters());
        Spaces spaces = Spaces.of(checkpoint);
        out.printf("sees         %s%n", PlainText.of(spaces.seen()));
        out.printf("does         %s%n", spaces.done());
        out.printf(
                Locale.ROOT,
                "progress     seed %d, %,d updates, %,d episodes, %,d decisions%n",
                checkpoint.seed(),
                state.updates(),
                state.episodes(),
                state.decisions());
        out.printf(
                Locale.ROOT,
                "scores       mean %.2f over the last %d episodes%n",
                state.recentScores().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(Double.NaN),
                state.recentScores().size());
        checkpoint
                .best()
                .ifPresent(best -> out.printf(
                        Locale.ROOT,
                        "best so far  %.2f ± %.2f over %d held-out episodes, after %,d decisions%n",
                        best.mean(),
                        1.96 * best.standardError(),
                        best.episodes(),
                        best.decisions()));
        out.printf(
                Locale.ROOT,
                "in progress  %d finished episodes of the next update%n",
                state.partialBatch().size());
        LearnerSettings.write(checkpoint.learner())
                .forEach((name, value) -> out.printf("setting      %s %s%n", name, value));
    }

    /** How many bytes a file has. */
    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
