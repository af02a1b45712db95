package io.github.gdxagents.pong.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Actions;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariEnvironment;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.AtariProtocol;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpponentConsoleTest {

    private static final AtariGame GAME =
            new AtariGame(new AtariProtocol(4, 4, 0.25, 30, ActionSet.SIX), PictureObservationSpec.difference());

    /** The court's fingerprints during an episode in which the agent does what comes. */
    private static List<Long> episode(Court court, AtariEnvironment environment, long seed) {
        environment.reset(new RandomStream(seed));
        RandomStream actions = new RandomStream(seed + 1);
        List<Long> prints = new ArrayList<>();
        Outcome outcome = Outcome.RUNNING;
        while (!outcome.ended()) {
            outcome = environment.step(Actions.choice(6, actions.below(6)));
            prints.add(court.fingerprint());
        }
        return prints;
    }

    @Test
    void anEpisodeDependsOnItsStreamAlone() {
        Court court = CourtKind.PHYSICS.create(false);
        try (AtariEnvironment environment = new AtariEnvironment(OpponentConsole.againstTrackers(court), GAME)) {
            List<Long> first = episode(court, environment, 3);
            assertNotEquals(first, episode(court, environment, 4));
            assertEquals(first, episode(court, environment, 3));
        }
    }

    @Test
    void aGameEndsAt21PointsAndRewardsAreThePoints() {
        Court court = CourtKind.PHYSICS.create(false);
        try (OpponentConsole console = OpponentConsole.againstTrackers(court)) {
            console.reset(new RandomStream(1));
            int score = 0;
            while (!console.gameOver()) {
                score += console.act(ConsoleAction.LEFT_FIRE);
            }
            assertEquals(court.score(Side.RIGHT) - court.score(Side.LEFT), score);
            assertEquals(21, Math.max(court.score(Side.LEFT), court.score(Side.RIGHT)));
            assertEquals(0, console.act(ConsoleAction.NOOP));
        }
    }

    @Test
    void actionsMoveTheRightPaddleAndTheOpponentGetsItsOwnMoves() {
        Court court = CourtKind.PHYSICS.create(false);
        List<RandomStream> streams = new ArrayList<>();
        try (OpponentConsole console = new OpponentConsole(court, random -> {
            streams.add(random);
            return view -> Move.UP;
        })) {
            console.reset(new RandomStream(1));
            for (int tick = 0; tick < 60; tick++) {
                console.act(ConsoleAction.LEFT);
            }
            assertEquals(8, court.paddleY(Side.LEFT), 1e-4);
            assertEquals(152, court.paddleY(Side.RIGHT), 1e-4);
            console.act(ConsoleAction.RIGHT);
            assertTrue(court.paddleY(Side.RIGHT) < 152);
            int games = streams.size();
            console.reset(new RandomStream(2));
            assertEquals(games + 1, streams.size());
        }
    }

    @Test
    void actingAllocatesNothing() {
        try (OpponentConsole console = OpponentConsole.againstTrackers(CourtKind.PHYSICS.create(false))) {
            long bytes = AllocatedBytes.leastOf(20, () -> {
                for (int tick = 0; tick < 1000; tick++) {
                    console.act(tick % 3 == 0 ? ConsoleAction.LEFT : ConsoleAction.RIGHT_FIRE);
                }
            });
            assertEquals(0, bytes);
        }
    }
}
