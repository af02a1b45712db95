package io.github.gdxagents.headless.run;

import static io.github.gdxagents.headless.run.JsonSettings.required;

import com.fasterxml.jackson.core.JsonProcessingException;
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

    /** The format that is written. Older formats stay readable; files of the first one do not name it. */
    public static final int FORMAT = 2;

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
        if (!FoundGames.isName(preset)) {
            throw new InputException("preset must be " + FoundGames.NAMES + ", but was '" + preset + "'");
        }
        checkPath("rom", rom);
        checkPath("from", from);
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

    /** Paths are printed, and stand in files of one line for each setting. */
    private static void checkPath(String name, Optional<Path> path) {
        if (path.isPresent() && path.get().toString().chars().anyMatch(Character::isISOControl)) {
            throw new InputException("the path of " + name + " must not have control characters");
        }
    }

    /**
     * Everything that leaves a trace in the result, but the seed.
     *
     * @return names and values, for people: game, preset, protocol, observation, hyper-parameters, and how the run is looked at
     */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("env", play.label());
        settings.put("preset", preset);
        from.ifPresent(path -> settings.put("from", path.toString()));
        if (play instanceof AtariPlay pong) {
            settings.putAll(pong.atari().protocol().settings());
            settings.put("observation", pong.atari().observation().toString());
        }
        settings.putAll(LearnerSettings.write(learner));
        settings.put("evaluate-every", Long.toString(evaluation.every()));
        settings.put("evaluate-episodes", Integer.toString(evaluation.episodes()));
        return settings;
    }

    /**
     * This configuration as the text of a file.
     *
     * @return JSON, one setting a line
     */
    public String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
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
     * Reads what {@link #toJson()} wrote. The text may be anyone's: it is read in at most 24 times its size and 1 MB, nothing in it names a
     * class, and whatever this version does not know, finds twice, or finds with another type is refused.
     *
     * @param text content of the file
     * @param name of the file, for errors
     * @return the configuration
     * @throws InputException if the text is none
     */
    public static RunConfig ofJson(String text, String name) {
        try {
            JsonSettings json = JsonSettings.parse(text);
            RunConfig config = of(json, format(json));
            json.requireNothingElse();
            return config;
        } catch (IllegalArgumentException | InputException e) {
            throw new InputException(name + " is not a run's configuration: " + e.getMessage(), e);
        }
    }

    private static int format(JsonSettings json) {
        int format = json.integer("format").orElse(1);
        if (format < 1 || format > FORMAT) {
            throw new InputException("format must be from 1 to " + FORMAT + ", but was " + format
                    + (format > FORMAT ? "; it was written by a newer version of this program" : ""));
        }
        return format;
    }

    private static RunConfig of(JsonSettings json, int format) {
        Map<String, String> learner = required("learner", json.texts("learner"));
        return new RunConfig(
                play(json, format),
                required("preset", json.text("preset")),
                LearnerSettings.read(format < FORMAT ? LearnerSettings.completed(learner) : learner),
                required("seed", json.whole("seed")),
                required("envs", json.integer("envs")),
                required("threads", json.integer("threads")),
                json.text("rom").map(Path::of),
                new Limits(
                        json.whole("max-decisions"),
                        json.whole("max-episodes"),
                        json.whole("max-updates"),
                        json.number("max-seconds"),
                        json.number("until-score")),
                new EvaluationPlan(
                        sinceFormatTwo(format, "evaluate-every", json.whole("evaluate-every"), 100_000L),
                        sinceFormatTwo(format, "evaluate-episodes", json.integer("evaluate-episodes"), 100)),
                OutputStyle.named(sinceFormatTwo(format, "output", json.text("output"), OutputStyle.PROGRESS.label())),
                json.text("from").map(Path::of));
    }

    /** What each file of format 2 has, and files of format 1 have or not. */
    private static <T> T sinceFormatTwo(int format, String name, Optional<T> value, T before) {
        return format < FORMAT ? value.orElse(before) : required(name, value);
    }

    /** One of the Pongs has a protocol; a game of others has none, and is looked for when it is played. */
    private static Play play(JsonSettings json, int format) {
        String env = required("env", json.text("env"));
        if (Game.find(env).isEmpty() && !json.has("protocol")) {
            if (!FoundGames.isName(env)) {
                throw new InputException("env must be " + FoundGames.NAMES + ", but was '" + env + "'");
            }
            return new NamedPlay(env);
        }
        return new AtariPlay(
                Game.named(env),
                new AtariGame(
                        AtariProtocol.of(required("protocol", json.texts("protocol"))),
                        // Runs from before there was a choice name none.
                        PictureObservationSpec.parse(
                                sinceFormatTwo(format, "observation", json.text("observation"), "difference"))));
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
