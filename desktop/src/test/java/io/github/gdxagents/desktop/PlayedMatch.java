package io.github.gdxagents.desktop;

import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchPlayers;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import io.github.gdxagents.pong.replay.Replay;
import io.github.gdxagents.pong.replay.ReplayRecorder;

/** Matches that were played without any of the desktop, for comparison. */
public final class PlayedMatch {

    private PlayedMatch() {}

    /** A match to one point on Atari's court. */
    public static Replay replay(PlayerKind left, PlayerKind right, long seed) {
        return replay(new MatchSetup(CourtKind.ATARI, left, right, 1, seed), MatchPlayers.withoutPolicy());
    }

    /** A whole match. */
    public static Replay replay(MatchSetup setup, MatchPlayers players) {
        try (Court court = setup.createCourt()) {
            Match match = players.match(setup, court);
            ReplayRecorder recorder = new ReplayRecorder(setup, match);
            while (!match.over()) {
                match.tick();
                recorder.afterTick();
            }
            return recorder.finish();
        }
    }
}
