package io.github.gdxagents.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seconds are sums of powers of two, so that nothing is rounded. */
class MatchClockTest {

    private final MatchClock clock = new MatchClock();

    @Test
    void beginsAtTheBeginningOfATick() {
        assertEquals(0, clock.fraction());
        assertEquals(0, clock.advance(0, 1));
        assertEquals(0, clock.fraction());
    }

    /** A 64th of a second is 0.9375 ticks. */
    @Test
    void whatIsLeftOfATickIsKept() {
        assertEquals(0, clock.advance(1 / 64.0, 1));
        assertEquals(0.9375, clock.fraction());
        assertEquals(1, clock.advance(1 / 64.0, 1));
        assertEquals(0.875, clock.fraction());
        assertEquals(1, clock.advance(1 / 64.0, 1));
        assertEquals(0.8125, clock.fraction());
        // 1/8 s is 7.5 ticks: 8.3125 in all.
        assertEquals(8, clock.advance(1 / 8.0, 1));
        assertEquals(0.3125, clock.fraction());
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0, 0.46875", "1, 0, 0.9375", "2, 1, 0.875", "4, 3, 0.75"})
    void speedMultipliesTheTicks(double speed, int ticks, double fraction) {
        assertEquals(ticks, clock.advance(1 / 64.0, speed));
        assertEquals(fraction, clock.fraction());
    }

    @ParameterizedTest
    @CsvSource({"1, 60", "2, 120", "4, 240"})
    void aSecondOfShortFramesIsSixtyTicksAtSpeedOne(double speed, int expected) {
        int ticks = 0;
        for (int frame = 0; frame < 128; frame++) {
            ticks += clock.advance(1 / 128.0, speed);
        }
        assertEquals(expected, ticks);
        assertEquals(0, clock.fraction());
    }

    @ParameterizedTest
    @CsvSource({
        "0.25, 1, 15",
        "0.26, 1, 15",
        "10, 1, 15",
        "Infinity, 1, 15",
        "0.25, 4, 60",
        "3600, 4, 60",
        "0.1875, 4, 45",
        "-1, 1, 0",
        "-Infinity, 1, 0",
        "NaN, 1, 0"
    })
    void atMostAQuarterOfASecondCounts(double seconds, double speed, int ticks) {
        assertEquals(ticks, clock.advance(seconds, speed));
        assertEquals(0, clock.fraction());
    }

    @Test
    void aLongFrameKeepsWhatWasLeftBefore() {
        clock.advance(1 / 128.0, 1);
        assertEquals(15, clock.advance(100, 1));
        assertEquals(0.46875, clock.fraction());
    }
}
