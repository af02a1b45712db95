package io.github.gdxagents.headless;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.headless.ale.AleException;
import io.github.gdxagents.headless.run.AtariPlay;
import io.github.gdxagents.headless.run.Benchmark;
import io.github.gdxagents.headless.run.Game;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.LearningBenchmark;
import io.github.gdxagents.headless.run.Limits;
import io.github.gdxagents.headless.run.Preset;
import io.github.gdxagents.headless.run.RunConfig;
import io.github.gdxagents.headless.verify.CourtSpeed;
import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.AtariGame;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench}: how fast this machine trains, and what the agent costs beside the game. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Measures in one run, on this machine: decisions per second of the bare game and of training on it, CPU time and"
                    + " allocated bytes of a decision.",
            "Bare game and training take turns, so that a machine whose speed drifts is fair to both."
        })
public final class BenchCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description = "what is played: ale (default), pong, mixed or physics",
            defaultValue = "ale")
    private String env = "ale";

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "numbers to train with (default: ${DEFAULT-VALUE})",
            defaultValue = "fast")
    private String preset = "fast";

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "about how long (default: ${DEFAULT-VALUE})",
            defaultValue = "40")
    private double seconds;

    @Option(
            names = "--learning",
            description =
                    "measure how fast the preset learns instead: decisions, seconds and CPU seconds until the mean of 20"
                            + " training episodes reaches 0, 18 and 20, and the held-out score then")
    private boolean learning;

    @Option(
            names = "--seeds",
            paramLabel = "A-B",
            description = "for --learning: which runs (default: ${DEFAULT-VALUE})",
            defaultValue = "1-5")
    private String seeds = "1-5";

    @Option(
            names = "--max-decisions",
            paramLabel = "N",
            description = "for --learning: a run ends then at the latest (default: ${DEFAULT-VALUE})",
            defaultValue = "1000000")
    private long maxDecisions;

    @Mixin
    private final ProtocolOptions protocolOptions = new ProtocolOptions();

    @Mixin
    private final MachineOptions machine = new MachineOptions();

    @Option(names = "--json", description = "print one JSON object as the last line")
    private boolean json;

    @Override
    public Integer call() {
        if (!(seconds >= 1 && seconds <= 86_400)) {
            throw new InputException("seconds must be from 1 to 86400, but was " + seconds);
        }
        Game game = Game.named(env);
        Preset chosen = Preset.named(preset);
        AtariGame atari = protocolOptions.over(chosen.atari());
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets this field")
                .commandLine()
                .getOut();
        if (learning) {
            return learning(game, chosen, atari, out);
        }
        int envs = machine.envs();
        int threads = machine.threads();
        Benchmark.Result result;
        try (ProgressLine progress = new ProgressLine(out, Terminal.isTerminal())) {
            result = new Benchmark(game.consoles(machine.rom()), atari, chosen.learnerFor(atari), envs, threads)
                    .run(seconds, progress::show);
        }
        out.println(game.protocolLine(atari, ActionChoice.SAMPLE));
        out.printf(Locale.ROOT, "%d environments, %d threads, preset %s%n", envs, threads, chosen.label());
        out.printf(Locale.ROOT, "bare game    %,.0f decisions/s%n", result.rawDecisionsPerSecond());
        out.printf(
                Locale.ROOT,
                "training     %,.0f decisions/s, %.1f %% of the bare game (medians of %d rounds and of their ratios)%n",
                result.trainingDecisionsPerSecond(),
                100 * result.ratio(),
                result.rounds());
        out.printf(Locale.ROOT, "game         %.2f CPU microseconds a decision%n", result.gameMicros());
        out.printf(
                Locale.ROOT,
                "acting       %.2f CPU microseconds a decision, %.2f bytes allocated%n",
                result.actingMicros(),
                result.actingBytes());
        out.printf(Locale.ROOT, "learning     %.2f CPU microseconds a decision%n", result.learningMicros());
        out.printf(
                Locale.ROOT,
                "all threads  %.1f bytes allocated a decision while training, updates included%n",
                result.trainingBytes());
        Map<String, Object> map = result.toMap(game.label(), game.protocolLine(atari, ActionChoice.SAMPLE));
        if (game == Game.PONG) {
            CourtSpeed.Result speed = CourtSpeed.measure(
                    emulators(reason -> out.println("emulator     not measured: " + reason)), seconds / 4);
            speed.lines().forEach(out::println);
            map.putAll(speed.toMap());
        }
        if (json) {
            out.println(Json.line(map));
        }
        out.flush();
        return 0;
    }

    /** The emulator to hold the built-in court against, where there is one. */
    private Optional<Supplier<AtariConsole>> emulators(Consumer<String> missing) {
        try {
            return Optional.of(Game.ALE.consoles(machine.rom()));
        } catch (AleException e) {
            missing.accept(e.getMessage());
            return Optional.empty();
        }
    }

    /** Where a policy is scored after learning: on the emulator, where there is one; it knows nothing of physics. */
    private Game scoredOn(Game trainedOn) {
        return switch (trainedOn) {
            case PHYSICS -> Game.PHYSICS;
            case PONG, MIXED -> emulators(reason -> {}).isPresent() ? Game.ALE : Game.PONG;
            case ALE -> Game.ALE;
        };
    }

    private int learning(Game game, Preset chosen, AtariGame atari, PrintWriter out) {
        if (maxDecisions < 1) {
            throw new InputException("max-decisions must be 1 or more, but was " + maxDecisions);
        }
        List<Long> runs = SeedRange.parse(seeds);
        AtariPlay play = new AtariPlay(game, atari);
        RunConfig config = new RunConfig(
                play,
                chosen.label(),
                chosen.learnerFor(atari),
                runs.get(0),
                machine.envs(),
                machine.threads(),
                machine.rom(),
                Limits.none(),
                chosen.evaluation(),
                chosen.output(),
                Optional.empty());
        game.environments(atari, config.rom());
        Game scoredOn = scoredOn(game);
        LearningBenchmark benchmark = new LearningBenchmark(play, config, scoredOn, maxDecisions);
        out.println("trained on " + game.protocolLine(atari, ActionChoice.SAMPLE));
        out.println("scored on " + scoredOn.protocolLine(atari, ActionChoice.SAMPLE) + " · 100 fresh episodes");
        out.printf(Locale.ROOT, "preset %s, %d threads%n", chosen.label(), config.threads());
        LearningTable table = new LearningTable(out);
        table.header();
        List<LearningBenchmark.Run> done = new ArrayList<>();
        try (ProgressLine progress = new ProgressLine(out, Terminal.isTerminal())) {
            for (long seed : runs) {
                LearningBenchmark.Run run = benchmark.run(seed, progress::show);
                progress.clear();
                done.add(run);
                table.row(Long.toString(seed), run.toMap());
            }
        }
        Map<String, @Nullable Object> median = LearningBenchmark.median(done);
        table.row("median", median);
        if (json) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("env", game.label());
            object.put("preset", chosen.label());
            object.put("threads", config.threads());
            object.put("scoredOn", scoredOn.label());
            object.put("runs", done.stream().map(LearningBenchmark.Run::toMap).toList());
            object.put("median", median);
            out.println(Json.line(object));
        }
        out.flush();
        return 0;
    }
}
