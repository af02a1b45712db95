package io.github.gdxagents.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoveTest {

    @ParameterizedTest
    @CsvSource({"-63, false, 0", "-63, true, 1", "-62, false, 2", "0, false, 126", "0, true, 127", "63, true, 253"})
    void codesCountFromFullSpeedUpToFullSpeedDown(int level, boolean fire, int code) {
        assertEquals(code, Move.of(level, fire).code());
        assertEquals(new Move(level, fire), Move.ofCode(code));
    }

    @Test
    void everyMoveHasItsCodeAndOneSharedInstance() {
        Set<Move> moves = new HashSet<>();
        for (int code = 0; code < 254; code++) {
            Move move = Move.ofCode(code);
            assertEquals(code, move.code());
            assertSame(move, Move.of(move.level(), move.fire()));
            assertEquals(code, new Move(move.level(), move.fire()).code());
            moves.add(move);
        }
        assertEquals(2 * 127, moves.size());
        assertSame(Move.STAY, Move.of(0, false));
        assertSame(Move.UP, Move.of(-63, false));
        assertSame(Move.DOWN, Move.of(63, false));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 63",
        "-1, -63",
        "0.25, 16",
        "-0.25, -16",
        // A third is 21 levels; from 21.5 on 22 are nearer.
        "0.3333, 21",
        "0.341, 21",
        "0.342, 22",
        "-0.341, -21",
        "-0.342, -22",
        "0.0079, 0",
        "0.008, 1",
        "-0.008, -1",
        "1.01, 63",
        "-7, -63",
        "1e300, 63",
        "Infinity, 63",
        "-Infinity, -63",
        "NaN, 0"
    })
    void speedIsTheNearestLevel(double speed, int level) {
        assertSame(Move.of(level, false), Move.atSpeed(speed, false));
        assertSame(Move.of(level, true), Move.atSpeed(speed, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {-64, 64, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesLevelsBeyondFullSpeed(int level) {
        String message = "level must be from -63 to 63, but was " + level;
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Move.of(level, false))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new Move(level, true))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 254, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesCodesOfNoMove(int code) {
        assertEquals(
                "code must be from 0 to 253, but was " + code,
                assertThrows(IllegalArgumentException.class, () -> Move.ofCode(code))
                        .getMessage());
    }

    @Test
    void movesCostNothing() {
        int[] sum = new int[1];
        Runnable moves = () -> {
            for (int i = 0; i < 1000; i++) {
                sum[0] += Move.atSpeed(i / 500.0 - 1, i % 2 == 0).code();
                sum[0] += Move.ofCode(i % 254).level();
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(20, moves));
    }
}
