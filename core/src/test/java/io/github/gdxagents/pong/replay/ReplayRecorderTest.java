package io.github.gdxagents.pong.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchPlayers;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import org.junit.jupiter.api.Test;

class ReplayRecorderTest {

    private static final MatchSetup SETUP =
            new MatchSetup(CourtKind.ATARI, PlayerKind.TRACKER_HARD, PlayerKind.TRACKER_HARD, 21, 3);

    private final Court court = SETUP.createCourt();
    private final Match match = MatchPlayers.withoutPolicy().match(SETUP, court);

    @Test
    void tickLeftOutIsNoticed() {
        ReplayRecorder recorder = new ReplayRecorder(SETUP, match);
        match.tick();
        assertThrows(IllegalStateException.class, recorder::finish);
        match.tick();
        assertThrows(IllegalStateException.class, recorder::afterTick);
    }

    @Test
    void recordingBeginsWithTheMatch() {
        match.tick();
        assertThrows(IllegalStateException.class, () -> new ReplayRecorder(SETUP, match));
    }

    @Test
    void matchToOtherPointsIsNotTheSetups() {
        MatchSetup other = new MatchSetup(CourtKind.ATARI, PlayerKind.TRACKER, PlayerKind.TRACKER, 5, 3);
        assertThrows(IllegalArgumentException.class, () -> new ReplayRecorder(other, match));
    }

    @Test
    void finishMayComeInTheMiddleAndAgain() {
        ReplayRecorder recorder = new ReplayRecorder(SETUP, match);
        play(recorder, 100);
        Replay first = recorder.finish();
        play(recorder, 5000);
        assertEquals(100, first.length());
        assertEquals(SmallMatches.play(SETUP, 100), first);
        assertEquals(SmallMatches.play(SETUP, 5100), recorder.finish());
    }

    @Test
    void callsAfterTheEndAddNothing() {
        ReplayRecorder recorder = new ReplayRecorder(SETUP, match);
        play(recorder, 70_000);
        assertTrue(match.over());
        assertEquals(match.ticks(), recorder.finish().length());
    }

    @Test
    void recordingATickAllocatesNothing() {
        ReplayRecorder recorder = new ReplayRecorder(SETUP, match);
        assertEquals(0, AllocatedBytes.leastOf(10, () -> play(recorder, 200)));
    }

    private void play(ReplayRecorder recorder, int ticks) {
        for (int tick = 0; tick < ticks; tick++) {
            match.tick();
            recorder.afterTick();
        }
    }
}
