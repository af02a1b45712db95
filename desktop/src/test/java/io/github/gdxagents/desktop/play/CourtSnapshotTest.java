package io.github.gdxagents.desktop.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.desktop.StandingCourt;
import io.github.gdxagents.pong.Side;
import org.junit.jupiter.api.Test;

class CourtSnapshotTest {

    private final CourtSnapshot before = new CourtSnapshot();

    @Test
    void ballAndPaddlesLieBetweenTwoTicks() {
        before.copyFrom(new StandingCourt(true, 10, 20, 30, 50));
        StandingCourt now = new StandingCourt(true, 12, 16, 34, 49);
        assertEquals(10, before.ballX(now, 0));
        assertEquals(10.5, before.ballX(now, 0.25));
        assertEquals(12, before.ballX(now, 1));
        assertEquals(19, before.ballY(now, 0.25));
        assertEquals(31, before.paddleY(now, Side.LEFT, 0.25));
        assertEquals(49.5, before.paddleY(now, Side.RIGHT, 0.5));
    }

    @Test
    void servedBallDoesNotSlideInFromWhereTheLastOneWent() {
        before.copyFrom(new StandingCourt(false, 3, 140, 80, 80));
        StandingCourt now = new StandingCourt(true, 80, 40, 80, 80);
        assertEquals(80, before.ballX(now, 0.1));
        assertEquals(40, before.ballY(now, 0.1));
    }

    @Test
    void paddleThatIsPutElsewhereDoesNotSlideThere() {
        before.copyFrom(new StandingCourt(true, 0, 0, 80, 80));
        // Four times what a paddle does in a tick is still a way that it may have gone.
        assertEquals(84, before.paddleY(new StandingCourt(true, 0, 0, 88, 80), Side.LEFT, 0.5));
        assertEquals(88.1, before.paddleY(new StandingCourt(true, 0, 0, 88.1, 80), Side.LEFT, 0.5));
    }
}
