package io.github.gdxagents.desktop.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.lander.LanderPilot;
import io.github.gdxagents.lander.LanderPlayer;
import io.github.gdxagents.lander.LanderReward;
import io.github.gdxagents.lander.LanderStatus;
import io.github.gdxagents.lander.LanderView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanderSessionTest {

    /** Somebody who touches nothing. */
    private static final class Idle implements LanderPlayer {
        @Override
        public float main(LanderView view) {
            return 0;
        }

        @Override
        public float side(LanderView view) {
            return 0;
        }
    }

    private int ticks;
    private LanderSession session = new LanderSession(1, new Idle(), () -> ticks++);

    @AfterEach
    void tearDown() {
        session.close();
    }

    private void flyToTheEnd() {
        for (int second = 0; second < 30 && !session.over(); second++) {
            for (int quarter = 0; quarter < 4; quarter++) {
                session.advance(0.25);
            }
        }
        assertTrue(session.over());
    }

    @Test
    void timeBecomesWholeTicksAndTheListenerHearsEach() {
        session.advance(1 / 60.0 * 2.5);
        assertEquals(2, session.view().ticks());
        assertEquals(2, ticks);
        assertEquals(0.5, session.fraction(), 1e-6);
        float here = session.before().y(session.view(), 0);
        float there = session.before().y(session.view(), 1);
        assertTrue(there < here, "it falls between two ticks");
        assertEquals(session.view().y(), there);
    }

    @Test
    void samePicturesOrOthersTheFlightIsTheSame() {
        try (LanderSession other = new LanderSession(1, new LanderPilot(), () -> {});
                LanderSession same = new LanderSession(1, new LanderPilot(), () -> {})) {
            for (int picture = 0; picture < 1000; picture++) {
                other.advance(1 / 60.0);
            }
            for (int picture = 0; picture < 5000; picture++) {
                same.advance(1 / 288.0);
            }
            assertTrue(other.over() && same.over());
            assertEquals(other.score(), same.score());
            assertEquals(other.view().ticks(), same.view().ticks());
            assertEquals(LanderStatus.LANDED, other.view().status());
            assertTrue(other.score() > LanderReward.SOLVED - 30, "score " + other.score());
            assertEquals(1, other.landings());
        }
    }

    @Test
    void whoDoesNothingCrashesAndMayTryTheNextFlight() {
        float firstPad = session.view().padX();
        flyToTheEnd();
        assertEquals(LanderStatus.CRASHED, session.view().status());
        assertEquals(1, session.flights());
        assertEquals(0, session.landings());
        assertEquals(session.score(), session.best());
        int end = session.view().ticks();
        for (int quarter = 0; quarter < 40; quarter++) {
            session.advance(0.25);
        }
        assertEquals(end, session.view().ticks(), "a person decides when the next flight begins");
        session.again();
        assertFalse(session.over());
        assertEquals(0, session.view().ticks());
        assertEquals(0, session.score());
        assertNotEquals(firstPad, session.view().padX());
        assertEquals(1, session.flights());
    }

    @Test
    void flightThatIsNotOverIsBegunAnewAndCountsForNothing() {
        float pad = session.view().padX();
        session.advance(0.25);
        session.again();
        assertEquals(pad, session.view().padX());
        assertEquals(0, session.view().ticks());
        assertEquals(0, session.flights());
    }

    @Test
    void pilotTakesOverAndFliesOneFlightAfterTheOther() {
        flyToTheEnd();
        session.setPiloted(true);
        assertTrue(session.piloted());
        assertEquals(0, session.flights(), "the pilot has a count of its own");
        for (int picture = 0; picture < 60 * 30; picture++) {
            session.advance(1 / 60.0);
        }
        assertTrue(session.flights() >= 2, "flights " + session.flights());
        assertEquals(session.flights(), session.landings());
        assertTrue(session.best() > LanderReward.SOLVED - 30);
    }

    @Test
    void timeStandsStillInAPause() {
        session.setPaused(true);
        session.advance(0.25);
        assertEquals(0, session.view().ticks());
        session.setPaused(false);
        session.advance(0.25);
        assertEquals(15, session.view().ticks());
    }
}
