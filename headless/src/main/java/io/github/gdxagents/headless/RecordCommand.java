package io.github.gdxagents.headless;

import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchPlayers;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import io.github.gdxagents.pong.player.AgentPlayer;
import io.github.gdxagents.pong.replay.Replay;
import io.github.gdxagents.pong.replay.ReplayFiles;
import io.github.gdxagents.pong.replay.ReplayMatch;
import io.github.gdxagents.pong.replay.ReplayRecorder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code record}: a match as pictures and as a replay, without a screen. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Plays a match without a screen, or a saved one again, and writes pictures of it.",
            "The same players, policy, court, points and seed give the same match."
        })
public final class RecordCommand implements Callable<Integer> {

    /** What a replay has settled already. */
    private static final List<String> MATCH_OPTIONS =
            List.of("--left", "--right", "--court", "--policy", "--points", "--seed", "--save");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--left",
            paramLabel = "PLAYER",
            description =
                    "agent, tracker:easy, tracker, tracker:hard (follow the ball), random (up or down for 4 ticks) or cpu"
                            + " (Atari's own player, on the left of its own court only; default: ${DEFAULT-VALUE})",
            defaultValue = "tracker")
    private String left = "tracker";

    @Option(
            names = "--right",
            paramLabel = "PLAYER",
            description = "likewise (default: ${DEFAULT-VALUE})",
            defaultValue = "agent")
    private String right = "agent";

    @Option(
            names = "--court",
            paramLabel = "NAME",
            description = "where they play (default: ${DEFAULT-VALUE})",
            defaultValue = "atari")
    private String court = "atari";

    @Option(
            names = "--policy",
            paramLabel = "CHECKPOINT",
            description = "the agent's policy: a checkpoint, or the folder of a run (its best checkpoint is taken)")
    private @Nullable Path policy;

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "points that win (default: ${DEFAULT-VALUE})",
            defaultValue = "21")
    private int points;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of all chance in the match (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--replay",
            paramLabel = "FILE.replay",
            description =
                    "play this match again instead of a new one; it is first checked that it plays as it was recorded")
    private @Nullable Path replay;

    @Mixin
    private final RecordOutputs outputs = new RecordOutputs();

    @Override
    public Integer call() {
        outputs.check();
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets this field");
        PrintWriter out = command.commandLine().getOut();
        if (replay == null) {
            recordNewMatch(out);
        } else {
            refuseMatchOptions(command);
            recordReplay(replay, out);
        }
        out.flush();
        return 0;
    }

    private static void refuseMatchOptions(CommandSpec command) {
        String given = MATCH_OPTIONS.stream()
                .filter(command.commandLine().getParseResult()::hasMatchedOption)
                .collect(Collectors.joining(", "));
        if (!given.isEmpty()) {
            throw new InputException(given + " cannot be given with --replay: that match has been played");
        }
    }

    private void recordNewMatch(PrintWriter out) {
        MatchSetup setup = setup();
        MatchPlayers players = players(setup);
        try (Court place = setup.createCourt()) {
            Player leftPlayer = player(players, setup, Side.LEFT);
            Player rightPlayer = player(players, setup, Side.RIGHT);
            Match match = new Match(place, leftPlayer, rightPlayer, setup.points(), setup.courtRandom());
            ReplayRecorder recorder = new ReplayRecorder(setup, match);
            Optional<AgentPlayer> eyes = Stream.of(rightPlayer, leftPlayer)
                    .filter(AgentPlayer.class::isInstance)
                    .map(AgentPlayer.class::cast)
                    .findFirst();
            film(match, Replay.MAX_TICKS, eyes, recorder::afterTick, out);
            outputs.save().ifPresent(file -> {
                ReplayFiles.write(recorder.finish(), file);
                out.printf(Locale.ROOT, "%s: %,d ticks, %,d bytes%n", file, match.ticks(), size(file));
            });
            out.println(scoreLine(setup, match));
        }
    }

    private void recordReplay(Path file, PrintWriter out) {
        Replay played = ReplayFiles.read(file);
        try (ReplayMatch again = new ReplayMatch(played)) {
            again.verify(file.toString());
            Match match = again.match();
            film(match, played.length(), Optional.empty(), () -> {}, out);
            out.println(scoreLine(played.setup(), match));
        }
    }

    /** Plays a match to its end, or until all films are full. */
    private void film(Match match, int mostTicks, Optional<AgentPlayer> eyes, Runnable afterTick, PrintWriter out) {
        try (OpenFilms films = outputs.open()) {
            MatchFilms pictures = new MatchFilms(
                    films.court(),
                    films.input(),
                    eyes,
                    outputs.differences(),
                    outputs.everyTicks(),
                    outputs.mostPictures());
            while (!match.over() && match.ticks() < mostTicks && !pictures.areFull()) {
                match.tick();
                afterTick.run();
                pictures.afterTick(match, match.over() || match.ticks() == mostTicks);
            }
            films.finish();
            films.lines().forEach(out::println);
        }
    }

    private MatchSetup setup() {
        try {
            PlayerKind onLeft = PlayerKind.named(left);
            PlayerKind onRight = PlayerKind.named(right);
            if (onLeft == PlayerKind.HUMAN || onRight == PlayerKind.HUMAN) {
                throw new InputException("human cannot play here: there is no screen, and nobody to press a key");
            }
            return new MatchSetup(CourtKind.named(court), onLeft, onRight, points, seed);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private MatchPlayers players(MatchSetup setup) {
        boolean agentPlays = setup.left() == PlayerKind.AGENT || setup.right() == PlayerKind.AGENT;
        if (policy == null) {
            if (agentPlays) {
                throw new InputException(
                        "an agent needs a policy: expected --policy and a checkpoint or the folder of a run");
            }
            return MatchPlayers.withoutPolicy();
        }
        if (!agentPlays) {
            throw new InputException(
                    "no agent plays, so there is no use for --policy; --left or --right could be agent");
        }
        TrainedPolicy trained = TrainedPolicy.read(policy);
        trained.requireFits(trained.atari());
        return MatchPlayers.withoutPolicy().withPolicy(trained.checkpoint().network(), trained.atari());
    }

    private static Player player(MatchPlayers players, MatchSetup setup, Side side) {
        try {
            return players.player(setup, side);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String scoreLine(MatchSetup setup, Match match) {
        return String.format(
                Locale.ROOT,
                "%s %d : %d %s after %,d ticks (%s court, seed %d)%s",
                setup.left().label(),
                match.court().score(Side.LEFT),
                match.court().score(Side.RIGHT),
                setup.right().label(),
                match.ticks(),
                setup.court().label(),
                setup.seed(),
                match.over() ? "" : ", not over");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file + ": " + e.getMessage(), e);
        }
    }
}
