package io.github.gdxagents.headless;

import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.headless.run.AtariPlay;
import io.github.gdxagents.headless.run.EvaluationPlan;
import io.github.gdxagents.headless.run.Game;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.Limits;
import io.github.gdxagents.headless.run.NamedPlay;
import io.github.gdxagents.headless.run.OutputStyle;
import io.github.gdxagents.headless.run.Play;
import io.github.gdxagents.headless.run.Preset;
import io.github.gdxagents.headless.run.RunConfig;
import io.github.gdxagents.headless.run.RunDirectory;
import io.github.gdxagents.headless.run.Spaces;
import io.github.gdxagents.headless.run.StepWatch;
import io.github.gdxagents.headless.run.TrainingRun;
import io.github.gdxagents.headless.run.TransferReport;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: begins a run or goes on with one. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Trains an agent, and keeps everything about the run in a folder.",
            "Ctrl-C saves and says how to go on. The result depends on seed, protocol and hyper-parameters alone, not on"
                    + " --envs or --threads."
        })
public final class TrainCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description =
                    "what is played: pong (default), the built-in court; mixed, the same against trackers as well; physics, the court"
                            + " with spin; ale, the emulator; or a game on the class path by its name, see the command envs")
    private @Nullable String env;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = {
                "numbers to begin with: fast (default), the shortest time to a score of 18; strong, the best score;"
                        + " karpathy, those of \"Pong from Pixels\"; keras, those of the Keras notebooks; vpg, those of"
                        + " Spinning Up; a game on the class path has its own numbers (own)"
            })
    private @Nullable String preset;

    @Option(
            names = "--from",
            paramLabel = "CHECKPOINT",
            description = {
                "begin with the weights of this policy, a checkpoint or a run's folder (its best one); protocol, observation and"
                        + " hyper-parameters are the policy's, unless given otherwise"
            })
    private @Nullable Path from;

    @Option(names = "--seed", paramLabel = "N", description = "of all chance in the run (default: 1)")
    private @Nullable Long seed;

    @Option(
            names = "--observation",
            paramLabel = "TEXT",
            description =
                    "what the agent sees (default: the preset's): difference (of the last two pictures), or parts joined"
                            + " by +, where A is a list of ages such as 0,1: image:A, ball:A (the ball alone), pool4:A, ballpool4:A"
                            + " (coarser copies; 2, 4, 5, 8, 10, 16 or 20), rows:A, columns:A (the ball's), paddles:A, action (the last"
                            + " one), ball-weight:W (of a pixel of the ball, usually 4); or ram (the memory of the emulator)")
    private @Nullable String observation;

    @Mixin
    private final ProtocolOptions protocolOptions = new ProtocolOptions();

    @Mixin
    private final MachineOptions machine = new MachineOptions();

    @Mixin
    private final StepTimeout stepTimeout = new StepTimeout();

    @Mixin
    private final ServeOptions serveOptions = new ServeOptions();

    @Option(
            names = "--max-decisions",
            paramLabel = "N",
            description = "stop after the update in which so many decisions are reached")
    private @Nullable Long maxDecisions;

    @Option(names = "--max-episodes", paramLabel = "N", description = "stop after so many episodes")
    private @Nullable Long maxEpisodes;

    @Option(names = "--max-updates", paramLabel = "N", description = "stop after so many updates")
    private @Nullable Long maxUpdates;

    @Option(names = "--max-seconds", paramLabel = "S", description = "stop after so many seconds of training")
    private @Nullable Double maxSeconds;

    @Option(
            names = "--until-score",
            paramLabel = "X",
            description = "stop when the held-out score is X or more beyond noise: the lower end of its 95 %% interval")
    private @Nullable Double untilScore;

    @Option(
            names = "--evaluate-every",
            paramLabel = "N",
            description = "decisions between two looks at how good the policy is in held-out episodes; 0: none")
    private @Nullable Long evaluateEvery;

    @Option(
            names = "--evaluate-episodes",
            paramLabel = "N",
            description = "most held-out episodes of one look; a tenth of them where that is enough to tell")
    private @Nullable Integer evaluateEpisodes;

    @Option(
            names = "--final-episodes",
            paramLabel = "N",
            description = "after training on the built-in court: so many episodes on the emulator, where there is a ROM"
                    + " (default: ${DEFAULT-VALUE}; 0: none)",
            defaultValue = "20")
    private int finalEpisodes;

    @Option(
            names = "--transfer-episodes",
            paramLabel = "N",
            description =
                    "after training with --from: so many episodes on each of the built-in courts, with the policy before and"
                            + " after (default: ${DEFAULT-VALUE}; 0: none)",
            defaultValue = "20")
    private int transferEpisodes;

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "folder of the new run (default: runs/<date>-<env>-<preset>-s<seed>)")
    private @Nullable Path run;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "go on with the run in this folder; needs nothing else, limits may be given anew")
    private @Nullable Path resume;

    private final Interruption interruption;
    private final Clock clock;

    /** Made by {@link #commandLine}. */
    private TrainCommand(Interruption interruption, Clock clock) {
        this.interruption = interruption;
        this.clock = clock;
    }

    /** The command with one option for each hyper-parameter. */
    static CommandLine commandLine(Interruption interruption, Clock clock) {
        CommandLine line = new CommandLine(new TrainCommand(interruption, clock));
        ArgGroupSpec.Builder group =
                ArgGroupSpec.builder().validate(false).heading("Hyper-parameters, instead of the preset's:%n");
        LearnerSettings.helpByName()
                .forEach((name, help) -> group.addArg(OptionSpec.builder("--" + name)
                        .type(String.class)
                        .arity("1")
                        .paramLabel("VALUE")
                        .description(help)
                        .build()));
        line.getCommandSpec().addArgGroup(group.build());
        return line;
    }

    @Override
    public Integer call() {
        checkEpisodes("final-episodes", finalEpisodes);
        checkEpisodes("transfer-episodes", transferEpisodes);
        try (RunViews views = serveOptions.bind();
                RunDirectory directory = resume == null ? begin() : goOn(resume)) {
            return train(directory, views);
        }
    }

    private static void checkEpisodes(String name, int episodes) {
        if (episodes < 0 || episodes > 1_000_000) {
            throw new InputException(name + " must be from 0 to 1000000, but was " + episodes);
        }
    }

    private RunDirectory begin() {
        String name = env == null ? "pong" : env;
        if (from != null && preset != null) {
            throw new InputException(
                    "--preset cannot be given with --from: the numbers are those of the policy, each of which"
                            + " may be changed by its own option");
        }
        Optional<TrainedPolicy> policy = Optional.ofNullable(from).map(TrainedPolicy::read);
        Numbers chosen = Game.find(name).map(game -> pong(game, policy)).orElseGet(() -> named(name, policy));
        long runSeed = seed == null ? 1 : seed;
        RunConfig config = new RunConfig(
                chosen.play(),
                chosen.label(),
                chosen.learner(),
                runSeed,
                machine.envs(),
                machine.threads(),
                machine.rom().map(Path::toAbsolutePath),
                limits(),
                new EvaluationPlan(
                        evaluateEvery == null ? chosen.evaluation().every() : evaluateEvery,
                        evaluateEpisodes == null ? chosen.evaluation().episodes() : evaluateEpisodes),
                chosen.output(),
                policy.map(start -> start.file().toAbsolutePath()));
        // What the game needs is looked for before anything is written.
        chosen.play().training(config.rom(), stepTimeout.watch(chosen.play()));
        if (config.rom().isPresent()) {
            // The built-in courts need none, but the check on the emulator afterwards does.
            Game.ALE.consoles(config.rom());
        }
        return RunDirectory.create(
                run == null ? freshFolder(name + "-" + chosen.label() + "-s" + runSeed) : run,
                config,
                policy.map(TrainedPolicy::checkpoint));
    }

    /** What a run begins with, found out from the command line. */
    private record Numbers(
            Play play, String label, LearnerConfig learner, EvaluationPlan evaluation, OutputStyle output) {}

    private Numbers pong(Game game, Optional<TrainedPolicy> policy) {
        Preset chosen = policy.map(start -> Preset.of(start.checkpoint().learner(), start.atari()))
                .orElseGet(() -> Preset.named(preset == null ? Preset.labels().get(0) : preset));
        AtariGame atari = seen(protocolOptions.over(chosen.atari()));
        AtariPlay play = new AtariPlay(game, atari);
        given().requireFit(play);
        Spaces spaces = play.spaces(stepTimeout.watch(play));
        LearnerConfig learner = learner(policy.isPresent() ? chosen.learner() : chosen.learnerFor(atari), spaces);
        policy.ifPresent(start -> {
            start.requireFits(atari);
            start.requireFits(learner, spaces);
        });
        return new Numbers(play, chosen.label(), learner, chosen.evaluation(), chosen.output());
    }

    private Numbers named(String name, Optional<TrainedPolicy> policy) {
        NamedPlay play = new NamedPlay(name);
        LearnerConfig own = play.learner();
        given().requireFit(play);
        if (preset != null && !preset.equals(NamedPlay.OWN)) {
            throw new InputException("preset " + preset + " is one of Pong: environment '" + name
                    + "' has its own numbers, each of which may be changed by its own option");
        }
        StepWatch watch = stepTimeout.watch(play);
        Spaces spaces = watch.call(() -> play.spaces(watch));
        LearnerConfig learner =
                learner(policy.map(start -> start.checkpoint().learner()).orElse(own), spaces);
        policy.ifPresent(start -> {
            start.requireFits(name, spaces);
            start.requireFits(learner, spaces);
        });
        return new Numbers(
                play,
                policy.isPresent() ? Preset.FROM : NamedPlay.OWN,
                learner,
                EvaluationPlan.ofNamedGames(),
                OutputStyle.PROGRESS);
    }

    private AtariGame seen(AtariGame atari) {
        try {
            return observation == null ? atari : atari.withObservation(PictureObservationSpec.parse(observation));
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private LearnerConfig learner(LearnerConfig base, Spaces spaces) {
        Map<String, String> changes = new TreeMap<>();
        LearnerSettings.helpByName().keySet().forEach(name -> {
            String value = command().findOption("--" + name).getValue();
            if (value != null) {
                changes.put(name, value);
            }
        });
        try {
            LearnerConfig learner = LearnerSettings.with(base, changes);
            learner.spec(spaces.observations(), spaces.actions(), spaces.events());
            return learner;
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private RunDirectory goOn(Path folder) {
        List<String> alsoGiven = given().names().stream()
                .filter(name -> !List.of(
                                "--resume",
                                "--envs",
                                "--threads",
                                "--rom",
                                StepTimeout.NAME,
                                ServeOptions.PORT,
                                ServeOptions.ADDRESS,
                                "--max-decisions",
                                "--max-episodes",
                                "--max-updates",
                                "--max-seconds",
                                "--until-score",
                                "--final-episodes",
                                "--transfer-episodes")
                        .contains(name))
                .toList();
        if (!alsoGiven.isEmpty()) {
            throw new InputException(String.join(", ", alsoGiven)
                    + " cannot be given with --resume: they are the run's own and stay as they are");
        }
        RunDirectory directory = RunDirectory.open(folder);
        try {
            RunConfig before = directory.config();
            given().requireFit(before.play());
            RunConfig config = before.resumedWith(
                    machine.envsOr(before.envs()),
                    machine.threadsOr(before.threads()),
                    machine.rom().map(Path::toAbsolutePath),
                    before.limits().overriddenBy(limits()));
            config.play().training(config.rom(), stepTimeout.watch(config.play()));
            directory.saveConfig(config);
            return directory;
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private int train(RunDirectory directory, RunViews views) {
        RunConfig config = directory.config();
        Play play = config.play();
        String program = GivenOptions.program(play);
        PrintWriter out = command().commandLine().getOut();
        if (resume != null && !directory.hasCheckpoint()) {
            String begins = "no checkpoint yet: begins anew";
            directory.addToLog(begins);
            out.println(begins);
        }
        StepWatch watch = stepTimeout.watch(play);
        TrainingSession session = new TrainingSession(directory, watch, views, interruption, clock, out);
        boolean limit = session.live(GivenOptions.commandLine(command(), play)) == TrainingRun.End.LIMIT;
        out.println("go on with: " + program + " train --resume " + directory.folder()
                + (limit ? ", with a new limit" : ""));
        if (limit) {
            out.println("see how good it is: " + program + " evaluate " + directory.folder());
            if (play instanceof AtariPlay pong) {
                report(directory, config, pong, out);
            }
        }
        out.flush();
        return 0;
    }

    /** What is told of a run on Pong when it has reached its end. */
    private void report(RunDirectory directory, RunConfig config, AtariPlay pong, PrintWriter out) {
        if (pong.game().isBuiltInAtari() && finalEpisodes > 0) {
            new EmulatorCheck(directory, config, pong.atari(), machine.envs(), machine.threads())
                    .run(finalEpisodes, out, interruption::requested);
        }
        if (config.from().isPresent() && transferEpisodes > 0) {
            new TransferReport(directory, pong.atari(), machine.envs(), machine.threads())
                    .run(transferEpisodes, out, interruption::requested);
        }
    }

    private Limits limits() {
        return new Limits(
                Optional.ofNullable(maxDecisions),
                Optional.ofNullable(maxEpisodes),
                Optional.ofNullable(maxUpdates),
                Optional.ofNullable(maxSeconds),
                Optional.ofNullable(untilScore));
    }

    private Path freshFolder(String name) {
        return TrainingSession.freshFolder(Path.of("runs", LocalDate.now(clock) + "-" + name));
    }

    private GivenOptions given() {
        return GivenOptions.of(command());
    }

    private CommandSpec command() {
        return Objects.requireNonNull(spec, "picocli sets this field");
    }
}
