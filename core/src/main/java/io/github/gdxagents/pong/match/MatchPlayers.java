package io.github.gdxagents.pong.match;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.player.AgentPlayer;
import io.github.gdxagents.pong.player.BallTracker;
import io.github.gdxagents.pong.player.RandomMoves;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Makes the players that a setup names. Agents draw their actions, and every player's chance is {@link MatchSetup#playerRandom}, so
 * that the same setup and policy give the same match. Immutable.
 */
public final class MatchPlayers {

    private final BiFunction<MatchSetup, Side, Player> agents;
    private final Function<Side, Player> people;

    private MatchPlayers(BiFunction<MatchSetup, Side, Player> agents, Function<Side, Player> people) {
        this.agents = agents;
        this.people = people;
    }

    /**
     * Makes all players that need neither a policy nor a person.
     *
     * @return a maker of players
     */
    public static MatchPlayers withoutPolicy() {
        return new MatchPlayers(
                (setup, side) -> {
                    throw new IllegalArgumentException("an agent plays with a policy, but none was given");
                },
                side -> {
                    throw new IllegalArgumentException("human needs a person, but there is none here");
                });
    }

    /**
     * Makes agents, too.
     *
     * @param network their policy
     * @param game how it was trained
     * @return a new maker of players
     */
    public MatchPlayers withPolicy(PolicyNetwork network, AtariGame game) {
        return new MatchPlayers(
                (setup, side) -> new AgentPlayer(side, network, game, ActionChoice.SAMPLE, setup.playerRandom(side)),
                people);
    }

    /**
     * Has people play, too.
     *
     * @param persons gives the person on a side
     * @return a new maker of players
     */
    public MatchPlayers withPeople(Function<Side, Player> persons) {
        return new MatchPlayers(agents, persons);
    }

    /**
     * Makes the player of a side.
     *
     * @param setup who plays
     * @param side where
     * @return a new player, or the person
     * @throws IllegalArgumentException if it would need a policy or a person that is not there, or the policy does not fit a court
     */
    public Player player(MatchSetup setup, Side side) {
        return switch (setup.player(side)) {
            case AGENT -> agents.apply(setup, side);
            case TRACKER_EASY, TRACKER, TRACKER_HARD ->
                new BallTracker(side, setup.player(side).strength().orElseThrow(), setup.playerRandom(side));
            case RANDOM -> new RandomMoves(setup.playerRandom(side));
            case HUMAN -> people.apply(side);
            // The court moves this paddle itself.
            case CPU -> court -> Move.STAY;
        };
    }

    /**
     * Makes a match.
     *
     * @param setup all that is settled
     * @param court made from the same setup; reset here, closed by the caller
     * @return a match before its first tick
     * @throws IllegalArgumentException as {@link #player}
     */
    public Match match(MatchSetup setup, Court court) {
        return match(setup, court, player(setup, Side.LEFT), player(setup, Side.RIGHT));
    }

    /**
     * Makes a match of players that are there already.
     *
     * @param setup all that is settled
     * @param court made from the same setup; reset here, closed by the caller
     * @param left the player of the left side, made from the same setup
     * @param right the player of the right side, likewise
     * @return a match before its first tick
     */
    public static Match match(MatchSetup setup, Court court, Player left, Player right) {
        return new Match(court, left, right, setup.points(), setup.courtRandom());
    }
}
