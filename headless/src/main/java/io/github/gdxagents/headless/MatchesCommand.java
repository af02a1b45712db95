package io.github.gdxagents.headless;

import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.MatchPlayers;
import io.github.gdxagents.pong.match.MatchSetup;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code matches}: who wins how many of several matches. */
@Command(
        name = "matches",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Plays matches without a screen, each with a seed of its own, and counts who wins.",
            "With the same seed they are the matches that the desktop program shows."
        })
public final class MatchesCommand implements Callable<Integer> {

    private final Interruption interruption;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final MatchOptions options = new MatchOptions();

    @Option(
            names = "--matches",
            paramLabel = "N",
            description =
                    "how many: the first with --seed, the next with the seed after it (default: ${DEFAULT-VALUE})",
            defaultValue = "10")
    private int matches;

    /**
     * A command.
     *
     * @param interruption whether the user wants it to end early
     */
    MatchesCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        if (matches < 1 || matches > 1_000_000) {
            throw new InputException("matches must be from 1 to 1000000, but was " + matches);
        }
        MatchSetup first = options.setup();
        MatchPlayers players = options.players(first);
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets this field")
                .commandLine()
                .getOut();
        interruption.follow();
        int played = 0;
        int won = 0;
        int leftPoints = 0;
        int rightPoints = 0;
        try (Court court = first.createCourt()) {
            for (; played < matches && !interruption.requested(); played++) {
                MatchSetup setup = first.withSeed(first.seed() + played);
                Match match = MatchOptions.match(players, setup, court);
                while (!match.over()) {
                    match.tick();
                }
                int left = court.score(Side.LEFT);
                int right = court.score(Side.RIGHT);
                won += right > left ? 1 : 0;
                leftPoints += left;
                rightPoints += right;
                out.println(MatchOptions.scoreLine(setup, match));
                out.flush();
            }
        }
        out.printf(
                Locale.ROOT,
                "%s (right) won %d of %d, %d : %d points%n",
                first.right().label(),
                won,
                played,
                rightPoints,
                leftPoints);
        out.flush();
        return 0;
    }
}
