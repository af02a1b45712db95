package io.github.gdxagents.headless;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.agent.learn.Evaluation;
import io.github.gdxagents.agent.learn.EvaluationReport;
import io.github.gdxagents.headless.run.AtariPlay;
import io.github.gdxagents.headless.run.Game;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.NamedPlay;
import io.github.gdxagents.headless.run.Play;
import io.github.gdxagents.headless.run.StepWatch;
import io.github.gdxagents.pong.atari.AtariGame;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how good a policy is, in fresh episodes. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Plays fresh episodes with a trained policy and prints how it scored.",
            "The episodes are drawn apart from those of all training, also for the same seed. The protocol is the one that the"
                    + " policy was trained with, unless given otherwise; it sees what it was trained to see."
        })
public final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "CHECKPOINT",
            description = "a checkpoint, the folder of a run (its best checkpoint is taken), or a policy file")
    private @Nullable Path path;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description =
                    "what is played: ale, pong, mixed, physics or a game on the class path by its name (default: as trained)")
    private @Nullable String env;

    @Option(
            names = "--episodes",
            paramLabel = "N",
            description = "how many episodes (default: ${DEFAULT-VALUE})",
            defaultValue = "100")
    private int episodes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "which episodes (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed;

    @Option(names = "--greedy", description = "take the most probable action instead of drawing one")
    private boolean greedy;

    @Mixin
    private final ProtocolOptions protocolOptions = new ProtocolOptions();

    @Mixin
    private final MachineOptions machine = new MachineOptions();

    @Mixin
    private final StepTimeout stepTimeout = new StepTimeout();

    @Option(names = "--json", description = "print one JSON object as the last line")
    private boolean json;

    private final Interruption interruption;

    /**
     * A command.
     *
     * @param interruption whether the user wants it to end early: the episodes played so far then count
     */
    EvaluateCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        if (episodes < 1 || episodes > 1_000_000) {
            throw new InputException("episodes must be from 1 to 1000000, but was " + episodes);
        }
        TrainedPolicy policy = TrainedPolicy.read(Objects.requireNonNull(path, "picocli sets this field"));
        String name = env == null ? policy.policy().game() : env;
        Play play = Game.find(name).map(game -> pong(game, policy)).orElseGet(() -> new NamedPlay(name));
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets this field");
        GivenOptions.of(command).requireFit(play);
        StepWatch watch = stepTimeout.watch(play);
        return watch.call(() -> play(policy, play, watch, command.commandLine().getOut()), interruption::requested);
    }

    private Play pong(Game game, TrainedPolicy policy) {
        AtariGame atari = protocolOptions.over(policy.atari());
        policy.requireFits(atari);
        return new AtariPlay(game, atari);
    }

    private int play(TrainedPolicy policy, Play play, StepWatch watch, PrintWriter out) {
        if (play instanceof NamedPlay named) {
            policy.requireFits(named.label(), named.spaces(watch));
        }
        int envs = machine.envs();
        int threads = machine.threads();
        ActionChoice choice = greedy ? ActionChoice.GREEDY : ActionChoice.SAMPLE;
        EnvironmentFactory games = play.scoring(machine.rom(), watch);
        interruption.follow();
        try (ProgressLine progress = new ProgressLine(out, Terminal.isTerminal());
                Evaluation evaluation = new Evaluation(games, Math.min(envs, episodes), threads)) {
            long start = System.nanoTime();
            EvaluationReport report = evaluation.run(
                    policy.policy().network(),
                    choice,
                    seed,
                    episodes,
                    count -> progress.show(count + " of " + episodes + " episodes"),
                    interruption::requested);
            double seconds = (System.nanoTime() - start) / 1e9;
            progress.clear();
            print(out, play.label(), play.line(choice), report, seconds);
            return 0;
        }
    }

    private void print(PrintWriter out, String game, String protocol, EvaluationReport report, double seconds) {
        out.println(protocol);
        out.println(ScoreLine.of(report, seed, seconds));
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("env", game);
            object.put("protocol", protocol);
            object.put("episodes", report.scores().size());
            object.put("mean", report.mean());
            object.put("std", report.standardDeviation());
            object.put("min", report.min());
            object.put("max", report.max());
            object.put("ci95", report.confidence95());
            object.put("distinct", report.distinct());
            object.put("decisions", report.decisions());
            object.put("seconds", seconds);
            out.println(Json.line(object));
        }
        out.flush();
    }
}
