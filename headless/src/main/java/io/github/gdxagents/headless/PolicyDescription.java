package io.github.gdxagents.headless;

import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.policy.PolicyCodec;
import io.github.gdxagents.agent.policy.PolicyFiles;
import io.github.gdxagents.agent.policy.WeightPrecision;
import io.github.gdxagents.headless.run.Spaces;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a policy file says, for people and for programs. */
record PolicyDescription(Path file, Policy policy, WeightPrecision precision) {

    /** Reads a file. */
    static PolicyDescription of(Path file) {
        return new PolicyDescription(file, PolicyFiles.read(file), PolicyFiles.precision(file));
    }

    /** In words. */
    void print(PrintWriter out) {
        NetworkSpec spec = policy.network().spec();
        out.printf(
                Locale.ROOT,
                "%s: a policy of format %d, weights as %s, %,d bytes%n",
                file,
                PolicyCodec.VERSION,
                precision.label(),
                InspectCommand.size(file));
        out.printf("game         %s%s%n", PlainText.of(policy.game()), PlainText.of(settings()));
        out.printf("sees         %s%n", PlainText.of(spaces().seen()));
        out.printf("does         %s%n", spaces().done());
        out.printf(
                Locale.ROOT,
                "network      %d inputs, hidden layers of %s, critic %s%n",
                spec.inputs(),
                spec.hidden(),
                spec.critic().name().toLowerCase(Locale.ROOT));
        policy.score()
                .ifPresent(score -> out.printf(
                        Locale.ROOT,
                        "score        %.2f ± %.2f over %d held-out episodes%n",
                        score.mean(),
                        1.96 * score.standardError(),
                        score.episodes()));
    }

    /** As what becomes one JSON object. */
    Map<String, Object> object() {
        NetworkSpec spec = policy.network().spec();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", file.toString());
        object.put("bytes", InspectCommand.size(file));
        object.put("format", PolicyCodec.VERSION);
        object.put("weights", precision.label());
        object.put("env", policy.game());
        object.put("protocol", new TreeMap<>(policy.settings()));
        object.putAll(InspectCommand.network(spec, policy.observations()));
        object.put("critic", spec.critic().name().toLowerCase(Locale.ROOT));
        policy.score().ifPresent(score -> {
            object.put("bestHeldOutMean", score.mean());
            object.put("bestHeldOutError", score.standardError());
            object.put("bestHeldOutEpisodes", score.episodes());
        });
        return object;
    }

    private Spaces spaces() {
        return new Spaces(policy.observations(), policy.actions(), 0);
    }

    private String settings() {
        return new TreeMap<>(policy.settings())
                .entrySet().stream()
                        .map(entry -> ", " + entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining());
    }
}
