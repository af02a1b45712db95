package io.github.gdxagents.headless.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.AtariProtocol;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is chosen about a run.
 *
 * @param play what is played, and how
 * @param preset where the numbers came from
 * @param learner the hyper-parameters
 * @param seed of the whole run
 * @param envs how many copies of the game are played side by side; leaves no trace in the result
 * @param threads how many threads work; leaves no trace in the result
 * @param rom where the user says that the ROM is
 * @param limits when the run ends by itself
 * @param evaluation how the run finds out how good it is
 * @param output how it tells of its progress
 * @param from the checkpoint whose weights the run began with; only told, the run's folder has a copy
 */
public record RunConfig(
        Play play,
        String preset,
        LearnerConfig learner,
        long seed,
        int envs,
        int threads,
        Optional<Path> rom,
        Limits limits,
        EvaluationPlan evaluation,
        OutputStyle output,
        Optional<Path> from) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * Checks the ranges, and that a score which is waited for is looked for.
     *
     * @param play what is played, and how
     * @param preset where the numbers came from
     * @param learner the hyper-parameters
     * @param seed of the whole run
     * @param envs how many copies of the game are played side by side; leaves no trace in the result
     * @param threads how many threads work; leaves no trace in the result
     * @param rom where the user says that the ROM is
     * @param limits when the run ends by itself
     * @param evaluation how the run finds out how good it is
     * @param output how it tells of its progress
     * @param from the checkpoint whose weights the run began with; only told, the run's folder has a copy
     */
    public RunConfig {
        if (envs < 1 || envs > 1024) {
            throw new InputException("envs must be from 1 to 1024, but was " + envs);
        }
        if (threads < 1 || threads > 1024) {
            throw new InputException("threads must be from 1 to 1024, but was " + threads);
        }
        if (limits.untilScore().isPresent() && evaluation.every() == 0) {
            throw new InputException("until-score needs evaluations: expected evaluate-every above 0, but was 0");
        }
    }

    /**
     * This configuration as the text of a file.
     *
     * @return JSON, one setting a line
     */
    public String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("env", play.label());
        json.put("preset", preset);
        from.ifPresent(path -> json.put("from", path.toString()));
        json.put("seed", seed);
        if (play instanceof AtariPlay pong) {
            json.put("protocol", pong.atari().protocol().settings());
            json.put("observation", pong.atari().observation().toString());
        }
        json.put("learner", LearnerSettings.write(learner));
        json.put("evaluate-every", evaluation.every());
        json.put("evaluate-episodes", evaluation.episodes());
        json.put("output", output.label());
        json.put("envs", envs);
        json.put("threads", threads);
        rom.ifPresent(path -> json.put("rom", path.toString()));
        json.putAll(limits.settings());
        try {
            return JSON.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a configuration of texts and numbers cannot fail to be written", e);
        }
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @param text content of the file
     * @param name of the file, for errors
     * @return the configuration
     * @throws InputException if the text is none
     */
    public static RunConfig ofJson(String text, String name) {
        try {
            @Nullable Map<String, Object> json = JSON.readValue(text, new TypeReference<Map<String, Object>>() {});
            if (json == null) {
                throw new InputException("expected an object, but found null");
            }
            return new RunConfig(
                    play(json),
                    get(json, "preset", String.class),
                    LearnerSettings.read(LearnerSettings.completed(texts(json, "learner"))),
                    get(json, "seed", Number.class).longValue(),
                    get(json, "envs", Integer.class),
                    get(json, "threads", Integer.class),
                    optional(json, "rom", String.class).map(Path::of),
                    new Limits(
                            optional(json, "max-decisions", Number.class).map(Number::longValue),
                            optional(json, "max-episodes", Number.class).map(Number::longValue),
                            optional(json, "max-updates", Number.class).map(Number::longValue),
                            optional(json, "max-seconds", Number.class).map(Number::doubleValue),
                            optional(json, "until-score", Number.class).map(Number::doubleValue)),
                    new EvaluationPlan(
                            optional(json, "evaluate-every", Number.class)
                                    .map(Number::longValue)
                                    .orElse(100_000L),
                            optional(json, "evaluate-episodes", Integer.class).orElse(100)),
                    OutputStyle.named(optional(json, "output", String.class).orElse(OutputStyle.PROGRESS.label())),
                    optional(json, "from", String.class).map(Path::of));
        } catch (JsonProcessingException e) {
            throw new InputException(name + " is not a run's configuration: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | InputException e) {
            throw new InputException(name + " is not a run's configuration: " + e.getMessage(), e);
        }
    }

    /** One of the Pongs has a protocol; a game of others has none, and is looked for when it is played. */
    private static Play play(Map<String, Object> json) {
        String env = get(json, "env", String.class);
        if (Game.find(env).isEmpty() && !json.containsKey("protocol")) {
            return new NamedPlay(env);
        }
        return new AtariPlay(
                Game.named(env),
                new AtariGame(
                        AtariProtocol.of(texts(json, "protocol")),
                        // Runs from before there was a choice name none.
                        optional(json, "observation", String.class)
                                .map(PictureObservationSpec::parse)
                                .orElseGet(PictureObservationSpec::difference)));
    }

    private static Map<String, String> texts(Map<String, Object> json, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<?, ?> values = get(json, key, Map.class);
        values.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        return texts;
    }

    private static <T> T get(Map<String, Object> json, String key, Class<T> type) {
        return optional(json, key, type).orElseThrow(() -> new InputException(key + " is missing"));
    }

    private static <T> Optional<T> optional(Map<String, Object> json, String key, Class<T> type) {
        Object value = json.get(key);
        if (value != null && !type.isInstance(value)) {
            throw new InputException(key + " must be a " + type.getSimpleName() + ", but was " + value);
        }
        return Optional.ofNullable(type.cast(value));
    }

    /**
     * This configuration as it goes on in another life of the run.
     *
     * @param newEnvs copies of the game
     * @param newThreads threads
     * @param newRom where the ROM is, if the user said so anew
     * @param newLimits limits, in their final form
     * @return a new configuration
     */
    public RunConfig resumedWith(int newEnvs, int newThreads, Optional<Path> newRom, Limits newLimits) {
        return new RunConfig(
                play,
                preset,
                learner,
                seed,
                newEnvs,
                newThreads,
                newRom.or(() -> rom),
                newLimits,
                evaluation,
                output,
                from);
    }
}
