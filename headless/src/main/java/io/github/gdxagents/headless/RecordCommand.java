package io.github.gdxagents.headless;

import io.github.gdxagents.headless.film.MatchFilms;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.MatchPlayers;
import io.github.gdxagents.pong.match.MatchSetup;
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

    private final Interruption interruption;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final MatchOptions match = new MatchOptions();

    @Option(
            names = "--replay",
            paramLabel = "FILE.replay",
            description =
                    "play this match again instead of a new one; it is first checked that it plays as it was recorded")
    private @Nullable Path replay;

    @Mixin
    private final RecordOutputs outputs = new RecordOutputs();

    /**
     * A command.
     *
     * @param interruption whether the user wants it to end early
     */
    RecordCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        outputs.check();
        interruption.follow();
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
        MatchSetup setup = match.setup();
        MatchPlayers players = match.players(setup);
        try (Court place = setup.createCourt()) {
            Player leftPlayer = MatchOptions.player(players, setup, Side.LEFT);
            Player rightPlayer = MatchOptions.player(players, setup, Side.RIGHT);
            Match played = MatchPlayers.match(setup, place, leftPlayer, rightPlayer);
            ReplayRecorder recorder = new ReplayRecorder(setup, played);
            Optional<AgentPlayer> eyes = Stream.of(rightPlayer, leftPlayer)
                    .filter(AgentPlayer.class::isInstance)
                    .map(AgentPlayer.class::cast)
                    .findFirst();
            Runnable tick = () -> {
                played.tick();
                recorder.afterTick();
            };
            Runnable save = () -> outputs.save().ifPresent(file -> ReplayFiles.write(recorder.finish(), file));
            film(played, Replay.MAX_TICKS, eyes, tick, save, out);
            outputs.save()
                    .ifPresent(file ->
                            out.printf(Locale.ROOT, "%s: %,d ticks, %,d bytes%n", file, played.ticks(), size(file)));
            out.println(MatchOptions.scoreLine(setup, played));
        }
    }

    private void recordReplay(Path file, PrintWriter out) {
        Replay played = ReplayFiles.read(file);
        if (played.length() == 0) {
            throw new InputException(file + " holds no tick: there is nothing to film");
        }
        try (ReplayMatch again = new ReplayMatch(played)) {
            again.verify(file.toString());
            Match match = again.match();
            film(match, played.length(), Optional.empty(), again::tick, () -> {}, out);
            out.println(MatchOptions.scoreLine(played.setup(), match));
        }
    }

    /** Plays one or more ticks of a match: to its end, or until all films are full, or until interrupted. */
    private void film(
            Match match, int mostTicks, Optional<AgentPlayer> eyes, Runnable tick, Runnable save, PrintWriter out) {
        try (OpenFilms films = outputs.open()) {
            MatchFilms pictures = new MatchFilms(
                    films.court(),
                    films.input(),
                    eyes,
                    outputs.differences(),
                    outputs.everyTicks(),
                    outputs.mostPictures());
            boolean last = false;
            while (!last && !pictures.areFull()) {
                tick.run();
                last = match.over() || match.ticks() >= mostTicks || interruption.requested();
                pictures.afterTick(match, last);
            }
            // First: a match cannot be had again, a film of it can.
            save.run();
            films.finish();
            films.lines().forEach(out::println);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file + ": " + e.getMessage(), e);
        }
    }
}
