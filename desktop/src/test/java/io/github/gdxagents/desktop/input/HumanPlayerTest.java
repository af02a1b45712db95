package io.github.gdxagents.desktop.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.desktop.StandingCourt;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class HumanPlayerTest {

    private static final StandingCourt COURT = new StandingCourt(true, 80, 80, 80, 80);

    private static PaddleInput input(boolean active, double speed, boolean fire) {
        return new PaddleInput() {
            @Override
            public boolean active(Side side) {
                return active;
            }

            @Override
            public double speed(Side side, CourtView court) {
                return speed;
            }

            @Override
            public boolean fire(Side side) {
                return fire;
            }
        };
    }

    private static Move move(PaddleInput... inputs) {
        return new HumanPlayer(Side.LEFT, List.of(inputs)).move(COURT);
    }

    @Test
    void firstWayThatIsInUseMovesThePaddle() {
        assertEquals(Move.DOWN, move(input(false, 0.5, false), input(true, 1, false), input(true, -1, false)));
        assertEquals(Move.STAY, move(input(true, 0, false), input(true, -1, false)));
    }

    @Test
    void anyWayFires() {
        assertEquals(Move.of(-Move.FULL, true), move(input(true, -1, false), input(false, 0, true)));
        assertEquals(Move.of(0, true), move(input(false, 1, false), input(false, 0, true)));
    }

    @Test
    void whoDoesNothingStays() {
        assertEquals(Move.STAY, move(input(false, 1, false)));
        assertEquals(Move.STAY, move());
    }

    @Test
    void halfSpeedIsHalfSpeedAndMoreThanFullIsFull() {
        assertEquals(Move.atSpeed(0.5, false), move(input(true, 0.5, false)));
        assertEquals(Move.DOWN, move(input(true, 7, false)));
    }
}
