package io.github.gdxagents.headless;

import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.headless.run.Game;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.verify.CourtVerification;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify-court}: whether the built-in court is the emulator's, frame by frame. */
@Command(
        name = "verify-court",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Plays the real cartridge and the built-in court side by side, with the same actions, and compares every frame: all"
                    + " 33,600 pixels, the 80 x 80 picture (also what each pixel belongs to) and its changes, reward, score and end.",
            "Ends with exit code 1 if anything differs. Games into title mode (70,000 frames each) are among it from 200,000"
                    + " frames on."
        })
public final class VerifyCourtCommand implements Callable<Integer> {

    private static final long MOST_FRAMES = 1_000_000_000_000L;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--frames",
            paramLabel = "N",
            description = "how many frames, all kinds of play together (default: ${DEFAULT-VALUE})",
            defaultValue = "1000000")
    private long frames;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "which games (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--policy",
            paramLabel = "CHECKPOINT",
            description = "the agent among the players: a checkpoint, or the folder of a run (default: random weights)")
    private @Nullable Path policy;

    @Option(names = "--threads", paramLabel = "N", description = "threads (default: one for each processor)")
    private @Nullable Integer threads;

    @Option(names = "--rom", paramLabel = "FILE", description = "where the Pong ROM is; see the command rom")
    private @Nullable Path rom;

    @Option(names = "--json", description = "print one JSON object as the last line")
    private boolean json;

    private final Function<Optional<Path>, Supplier<AtariConsole>> emulators;

    private final Interruption interruption;

    /** The command, with the real emulator; interrupted, it tells what was compared so far. */
    VerifyCourtCommand(Interruption interruption) {
        this(Game.ALE::consoles, interruption);
    }

    /** The command, with a stand-in for the emulator. */
    VerifyCourtCommand(Function<Optional<Path>, Supplier<AtariConsole>> emulators, Interruption interruption) {
        this.emulators = emulators;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        if (frames < 1 || frames > MOST_FRAMES) {
            throw new InputException("frames must be from 1 to " + MOST_FRAMES + ", but was " + frames);
        }
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (workers < 1 || workers > 1024) {
            throw new InputException("threads must be from 1 to 1024, but was " + workers);
        }
        Agent agent = agent();
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets this field")
                .commandLine()
                .getOut();
        CourtVerification verification = new CourtVerification(
                emulators.apply(Optional.ofNullable(rom)), agent.network(), agent.observation(), workers);
        interruption.follow();
        try (ProgressLine progress = new ProgressLine(out, Terminal.isTerminal())) {
            long start = System.nanoTime();
            CourtVerification.Result result = verification.run(
                    frames,
                    seed,
                    count -> progress.show(String.format(Locale.ROOT, "%,d of %,d frames", count, frames)),
                    interruption::requested);
            double seconds = (System.nanoTime() - start) / 1e9;
            progress.clear();
            print(out, result, seconds);
            boolean whole = result.total().frames() >= frames;
            return whole && result.total().differences() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    /** One of the players: its network and what it sees. */
    private record Agent(PolicyNetwork network, PictureObservationSpec observation) {}

    private Agent agent() {
        if (policy == null) {
            NetworkConfig random = new NetworkConfig(
                    List.of(32),
                    Activation.RELU,
                    false,
                    OutputKind.SOFTMAX,
                    Critic.NONE,
                    WeightInit.parse("gaussian"),
                    WeightInit.parse("gaussian"),
                    WeightInit.parse("gaussian"));
            PictureObservationSpec observation = PictureObservationSpec.difference();
            int actions = ActionSet.SIX.size();
            return new Agent(
                    random.fresh(random.spec(observation.size(actions), actions, 0), new RandomStream(seed)),
                    observation);
        }
        TrainedPolicy trained = TrainedPolicy.read(policy);
        trained.requireFits(trained.atari());
        return new Agent(trained.policy().network(), trained.atari().observation());
    }

    private void print(PrintWriter out, CourtVerification.Result result, double seconds) {
        out.printf(Locale.ROOT, "ALE Pong against the built-in court · seed %d · %.1f s%n", seed, seconds);
        out.println("kind of play             frames  episodes    points  frames that differ");
        List<CourtVerification.Count> lines = new ArrayList<>(result.kinds());
        lines.add(result.total());
        for (CourtVerification.Count line : lines) {
            out.printf(
                    Locale.ROOT,
                    "%-18s %,12d %,9d %,9d %,19d%n",
                    line.kind(),
                    line.frames(),
                    line.episodes(),
                    line.points(),
                    line.differences());
        }
        result.firstDifference()
                .ifPresentOrElse(
                        first -> out.println("First difference: seed " + seed + ", " + first),
                        () -> out.println(
                                result.total().frames() >= frames
                                        ? "No difference."
                                        : "No difference, but stopped early."));
        if (json) {
            out.println(Json.line(toMap(result, seconds)));
        }
        out.flush();
    }

    private Map<String, Object> toMap(CourtVerification.Result result, double seconds) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        result.kinds().forEach(kind -> kinds.put(kind.kind(), toMap(kind)));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seed", seed);
        map.put("seconds", seconds);
        map.putAll(toMap(result.total()));
        map.put("kinds", kinds);
        result.firstDifference().ifPresent(first -> map.put("firstDifference", first));
        return map;
    }

    private static Map<String, Object> toMap(CourtVerification.Count count) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("frames", count.frames());
        map.put("episodes", count.episodes());
        map.put("points", count.points());
        map.put("differences", count.differences());
        return map;
    }
}
