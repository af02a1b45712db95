package io.github.gdxagents.agent.learn;

import static io.github.gdxagents.agent.learn.ScoreWatch.Verdict.ACCEPTED;
import static io.github.gdxagents.agent.learn.ScoreWatch.Verdict.MEASURING;
import static io.github.gdxagents.agent.learn.ScoreWatch.Verdict.NOT_BETTER;
import static io.github.gdxagents.agent.learn.ScoreWatch.Verdict.WORSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import org.junit.jupiter.api.Test;

class ScoreWatchTest {

    private final ScoreWatch watch = new ScoreWatch(4);

    @Test
    void theFirstWindowIsTheRecord() {
        assertEquals(MEASURING, watch.add(1));
        assertEquals(MEASURING, watch.add(2));
        assertEquals(MEASURING, watch.add(3));
        assertFalse(watch.hasRecord());
        assertTrue(Double.isNaN(watch.recordMean()));
        assertEquals(ACCEPTED, watch.add(4));
        assertEquals(2.5, watch.recordMean(), 1e-12);
    }

    /**
     * The record 1, 2, 3, 4 has mean 2.5 and sample variance 5/3, and so has every window below, shifted: the noise is 1.96 √(5/3/4 +
     * 5/3/4) = 1.7892.
     */
    @Test
    void theBoundOfNoiseIsWelchs() {
        window(0);
        assertEquals(NOT_BETTER, window(-1.789));
        // It was put to the record, whose mean fell by half of it.
        assertEquals(2.5 - 1.789 / 2, watch.recordMean(), 1e-12);

        ScoreWatch other = new ScoreWatch(4);
        window(other, 0);
        assertEquals(NOT_BETTER, window(other, -1.79));
        // It was not: something is wrong.
        assertEquals(2.5, other.recordMean(), 1e-12);
        assertEquals(WORSE, window(other, -1.79));
    }

    @Test
    void whatIsBetterBeyondNoiseTwiceIsTheNewRecord() {
        window(0);
        assertEquals(ACCEPTED, window(1.79));
        assertEquals(2.5, watch.recordMean(), 1e-12);
        assertEquals(ACCEPTED, window(1.83));
        assertEquals(2.5 + 1.81, watch.recordMean(), 1e-12);
    }

    @Test
    void oneLuckyWindowIsPutToTheRecordAfterAll() {
        window(0);
        assertEquals(ACCEPTED, window(2));
        assertEquals(2.5, watch.recordMean(), 1e-12);
        // Beside 1 to 4 and 3 to 6 together, whose mean is 3.5, it is no better, but within the noise.
        assertEquals(NOT_BETTER, window(0));
        assertEquals((2.5 + 4.5 + 2.5) / 3, watch.recordMean(), 1e-12);
    }

    @Test
    void whatIsABitBetterIsPutToTheRecord() {
        window(0);
        assertEquals(ACCEPTED, window(1.78));
        assertEquals(2.5 + 0.89, watch.recordMean(), 1e-12);
    }

    @Test
    void oneBadWindowIsForgiven() {
        window(0);
        assertEquals(NOT_BETTER, window(-50));
        assertEquals(ACCEPTED, window(0));
        assertEquals(NOT_BETTER, window(-50));
        assertEquals(2.5, watch.recordMean(), 1e-12);
        assertEquals(WORSE, window(-50));
    }

    @Test
    void afterwardsTheRecordIsMeasuredAnew() {
        window(0);
        window(-50);
        assertEquals(WORSE, window(-50));
        // The weights are the record's: nothing new to accept, but their scores are of the game as it now is.
        assertEquals(NOT_BETTER, window(-30));
        assertEquals(-27.5, watch.recordMean(), 1e-12);
        assertEquals(ACCEPTED, window(-30));
    }

    @Test
    void scoresThatAreAllTheSameAreNoReason() {
        for (int i = 0; i < 4 * 50; i++) {
            assertTrue(watch.add(0.1) != WORSE);
        }
        assertEquals(0.1, watch.recordMean(), 1e-12);
    }

    /** Nothing but noise: 8 of 100 runs of 1,000 episodes have a rollback (168 of 2,000, with other seeds than here). */
    @Test
    void onAPlateauNothingComesBackForLong() {
        int rollbacks = 0;
        for (int run = 0; run < 20; run++) {
            ScoreWatch plateau = new ScoreWatch(20);
            RandomStream random = new RandomStream(run);
            for (int episode = 0; episode < 1000; episode++) {
                rollbacks += plateau.add(10 * random.normal()) == WORSE ? 1 : 0;
            }
        }
        assertTrue(rollbacks <= 5, rollbacks + " rollbacks");
    }

    /** Worse by one deviation of a single score: with 20 of them that is beyond noise. */
    @Test
    void aLossOfOneDeviationIsFoundSoon() {
        int found = 0;
        for (int run = 0; run < 100; run++) {
            ScoreWatch falling = new ScoreWatch(20);
            RandomStream random = new RandomStream(run);
            for (int episode = 0; episode < 200; episode++) {
                falling.add(random.normal());
            }
            boolean worse = false;
            for (int episode = 0; episode < 100; episode++) {
                worse |= falling.add(random.normal() - 1) == WORSE;
            }
            found += worse ? 1 : 0;
        }
        assertTrue(found >= 95, found + " of 100");
    }

    private ScoreWatch.Verdict window(double shift) {
        return window(watch, shift);
    }

    private static ScoreWatch.Verdict window(ScoreWatch watch, double shift) {
        watch.add(shift + 1);
        watch.add(shift + 2);
        watch.add(shift + 3);
        return watch.add(shift + 4);
    }
}
