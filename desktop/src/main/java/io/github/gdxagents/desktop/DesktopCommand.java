package io.github.gdxagents.desktop;

import io.github.gdxagents.desktop.asset.PolicyFile;
import io.github.gdxagents.desktop.play.PolicyException;
import io.github.gdxagents.desktop.play.ReplayFolder;
import io.github.gdxagents.desktop.play.Speed;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import io.github.gdxagents.pong.replay.ReplayException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line: from words to a {@link LaunchOptions}; what cannot be is refused before there is a window. */
@Command(
        name = DesktopLauncher.NAME,
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Watch a learning agent play Pong, or play against it. Without options: a menu.",
            "PLAYER is agent, tracker (also tracker:easy, tracker:hard), human, random or cpu (Atari's own, on the left of"
                    + " the atari court)."
        },
        footer = {"", "Exit codes: 0 fine, 1 something failed, 2 wrong usage or input."})
final class DesktopCommand implements Callable<Integer> {

    private final BiConsumer<LaunchOptions, PrintWriter> window;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--left", paramLabel = "PLAYER", description = "who has the left paddle (default: tracker)")
    private @Nullable String left;

    @Option(names = "--right", paramLabel = "PLAYER", description = "who has the right paddle (default: agent)")
    private @Nullable String right;

    @Option(names = "--court", paramLabel = "atari|physics", description = "where they play (default: atari)")
    private @Nullable String court;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "the agent's policy: a policy file, a checkpoint, or the folder of a run, of which each newer best policy is taken"
                            + " at the next point (default: the one that ships with the program)")
    private @Nullable Path policy;

    @Option(names = "--points", paramLabel = "N", description = "points that win, 1 to 21 (default: 21)")
    private @Nullable Integer points;

    @Option(names = "--seed", paramLabel = "N", description = "of all chance in the match (default: 1)")
    private @Nullable Long seed;

    @Option(
            names = "--speed",
            paramLabel = "1|2|4|max",
            description = "how fast the match is shown; it is the same match at any speed (default: 1)")
    private @Nullable String speed;

    @Option(names = "--fullscreen", description = "fill the screen")
    private boolean fullscreen;

    @Option(names = "--exit", description = "after the match print its result as one line and close the window")
    private boolean exit;

    @Option(names = "--replay", paramLabel = "FILE", description = "play a saved match back")
    private @Nullable Path replay;

    @Option(
            names = "--replays",
            paramLabel = "DIR",
            description = "where replays and pictures are kept (default: ${DEFAULT-VALUE})",
            defaultValue = "replays")
    private Path replays = Path.of("replays");

    /**
     * A command line.
     *
     * @param window shows what was asked for, until it is closed
     */
    DesktopCommand(BiConsumer<LaunchOptions, PrintWriter> window) {
        this.window = window;
    }

    /** The command line asks for something that cannot be; the message is one sentence. */
    static final class InputException extends RuntimeException {

        private static final long serialVersionUID = 1;

        InputException(String message) {
            super(message);
        }

        InputException(Exception cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    @Override
    public Integer call() {
        window.accept(
                options(),
                Objects.requireNonNull(spec, "picocli sets this field")
                        .commandLine()
                        .getOut());
        return 0;
    }

    private LaunchOptions options() {
        boolean startsMatch = left != null || right != null || court != null || points != null || seed != null;
        if (exit && !startsMatch) {
            throw new InputException("--exit needs a match: give --left and --right");
        }
        if (replay != null && startsMatch) {
            throw new InputException(
                    "--replay plays a saved match: it goes with none of --left, --right, --court, --points"
                            + " and --seed");
        }
        try {
            MatchSetup setup = new MatchSetup(
                    CourtKind.named(court == null ? CourtKind.ATARI.label() : court),
                    PlayerKind.named(left == null ? PlayerKind.TRACKER.label() : left),
                    PlayerKind.named(right == null ? PlayerKind.AGENT.label() : right),
                    points == null ? 21 : points,
                    seed == null ? 1 : seed);
            if (policy != null) {
                // A file that cannot play is better refused here than in a window.
                new PolicyFile(policy).policy(setup.court());
            }
            return new LaunchOptions(
                    setup,
                    seed != null,
                    startsMatch,
                    replay == null ? Optional.empty() : Optional.of(ReplayFolder.read(replay)),
                    Optional.ofNullable(policy),
                    replays,
                    Speed.named(speed == null ? Speed.NORMAL.label() : speed),
                    fullscreen,
                    exit);
        } catch (IllegalArgumentException | PolicyException | ReplayException e) {
            throw new InputException(e);
        }
    }
}
