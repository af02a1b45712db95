package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1000, 1",
        "1001, 0.9991",
        "1500, 0.55",
        "1750, 0.325",
        "2000, 0.1",
        "2001, 0.1",
        "1000000000, 0.1"
    })
    void theRateIsFullThenFallsInALineThenStays(long decisions, double factor) {
        assertEquals(factor, new RateSchedule(1000, 2000, 0.1).factor(decisions), 1e-12);
    }

    @Test
    void aLineCanBeginAtOnce() {
        RateSchedule schedule = new RateSchedule(0, 100, 0.5);
        assertEquals(1, schedule.factor(0));
        assertEquals(0.75, schedule.factor(50));
        assertEquals(0.5, schedule.factor(100));
    }

    @Test
    void aStepInsteadOfALineIsAllowed() {
        RateSchedule schedule = new RateSchedule(100, 100, 0.5);
        assertEquals(1, schedule.factor(100));
        assertEquals(0.5, schedule.factor(101));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, Long.MAX_VALUE})
    void withoutAnEndTheRateStays(long decisions) {
        assertEquals(1, new RateSchedule(10, 0, 0.1).factor(decisions));
        assertEquals(1, RateSchedule.CONSTANT.factor(decisions));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1", "11, 10"})
    void refusesDecisionsOutOfOrder(long from, long to) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new RateSchedule(from, to, 0.5));
        assertEquals(
                "rate-hold and rate-end must be decisions in this order, but were " + from + " and " + to,
                refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.01, Double.NaN})
    void refusesAFloorOutOfRange(double end) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new RateSchedule(0, 10, end));
        assertEquals("rate-floor must be above 0 and at most 1, but was " + end, refusal.getMessage());
    }
}
