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
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who plays whom, where and with which policy, as the command line says it. */
final class MatchOptions {

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
            description =
                    "the agent's policy: a checkpoint, the folder of a run (its best checkpoint is taken), or a policy file")
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

    /** The match that is asked for. */
    MatchSetup setup() {
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

    /** Makes its players. */
    MatchPlayers players(MatchSetup setup) {
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
        return MatchPlayers.withoutPolicy().withPolicy(trained.policy().network(), trained.atari());
    }

    /** One of its players. */
    static Player player(MatchPlayers players, MatchSetup setup, Side side) {
        try {
            return players.player(setup, side);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The match itself, before its first tick. */
    static Match match(MatchPlayers players, MatchSetup setup, Court place) {
        try {
            return players.match(setup, place);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    /** How a match stands, in one line. */
    static String scoreLine(MatchSetup setup, Match match) {
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
}
