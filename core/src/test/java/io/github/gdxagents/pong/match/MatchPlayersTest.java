package io.github.gdxagents.pong.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.player.AgentPlayer;
import io.github.gdxagents.pong.player.BallTracker;
import io.github.gdxagents.pong.player.RandomMoves;
import io.github.gdxagents.pong.replay.SmallMatches;
import org.junit.jupiter.api.Test;

class MatchPlayersTest {

    private static final MatchPlayers PLAIN = MatchPlayers.withoutPolicy();

    @Test
    void eachKindHasItsPlayer() {
        assertInstanceOf(BallTracker.class, PLAIN.player(setup(PlayerKind.TRACKER_EASY), Side.LEFT));
        assertInstanceOf(BallTracker.class, PLAIN.player(setup(PlayerKind.TRACKER), Side.LEFT));
        assertInstanceOf(BallTracker.class, PLAIN.player(setup(PlayerKind.TRACKER_HARD), Side.LEFT));
        assertInstanceOf(RandomMoves.class, PLAIN.player(setup(PlayerKind.RANDOM), Side.LEFT));
        AgentPlayer agent =
                assertInstanceOf(AgentPlayer.class, SmallMatches.players(1).player(setup(PlayerKind.AGENT), Side.LEFT));
        assertEquals(Side.LEFT, agent.side());
        Player person = court -> Move.UP;
        assertSame(person, PLAIN.withPeople(side -> person).player(setup(PlayerKind.HUMAN), Side.LEFT));
        assertSame(
                person, SmallMatches.players(1).withPeople(side -> person).player(setup(PlayerKind.HUMAN), Side.LEFT));
    }

    @Test
    void courtsOwnPlayerIsNotMovedFromOutside() {
        MatchSetup setup = setup(PlayerKind.CPU);
        try (Court court = setup.createCourt()) {
            Match match = PLAIN.match(setup, court);
            for (int tick = 0; tick < 200; tick++) {
                match.tick();
                assertEquals(Move.STAY, match.move(Side.LEFT));
            }
        }
    }

    @Test
    void playerWhoIsNotThereIsNamed() {
        assertEquals("an agent plays with a policy, but none was given", refusal(PlayerKind.AGENT));
        assertEquals("human needs a person, but there is none here", refusal(PlayerKind.HUMAN));
    }

    @Test
    void randomMovesLastADecision() {
        MatchSetup setup = setup(PlayerKind.RANDOM);
        try (Court court = setup.createCourt()) {
            Match match = PLAIN.match(setup, court);
            int ups = 0;
            for (int decision = 0; decision < 100; decision++) {
                match.tick();
                Move chosen = match.move(Side.LEFT);
                ups += chosen.equals(Move.UP) ? 1 : 0;
                for (int tick = 1; tick < RandomMoves.DECISION_TICKS; tick++) {
                    match.tick();
                    assertEquals(chosen, match.move(Side.LEFT));
                }
            }
            assertEquals(50, ups, 20);
        }
    }

    private static String refusal(PlayerKind kind) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> PLAIN.player(setup(kind), Side.LEFT))
                .getMessage());
    }

    private static MatchSetup setup(PlayerKind left) {
        return new MatchSetup(CourtKind.ATARI, left, PlayerKind.TRACKER, 21, 1);
    }
}
