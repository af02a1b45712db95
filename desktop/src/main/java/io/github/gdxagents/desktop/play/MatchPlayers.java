package io.github.gdxagents.desktop.play;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.player.AgentPlayer;
import io.github.gdxagents.pong.player.BallTracker;

/** Makes those players that need no person. Stateless. */
final class MatchPlayers {

    private MatchPlayers() {}

    static Player player(MatchSetup setup, Side side, PolicySource policies) {
        return switch (setup.player(side)) {
            case AGENT -> {
                Policy policy = policies.policy(setup.court());
                yield new AgentPlayer(
                        side, policy.network(), policy.game(), ActionChoice.SAMPLE, setup.playerRandom(side));
            }
            case TRACKER_EASY, TRACKER, TRACKER_HARD ->
                new BallTracker(side, setup.player(side).strength().orElseThrow(), setup.playerRandom(side));
            case CPU -> court -> Move.STAY;
            case HUMAN -> throw new IllegalArgumentException("a person must be given");
        };
    }
}
