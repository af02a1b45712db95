package io.github.gdxagents.desktop.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.lander.LanderTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveLearningTest {

    private static final double TICK = 1 / 60.0;

    @Test
    void landersFlyAtTheirSpeedsAndTheCurveHasAPointForEachSecond() {
        try (LiveLearning learning = new LiveLearning(LanderTask.DISCRETE, 1)) {
            assertEquals(0, learning.flights());
            assertTrue(Double.isNaN(learning.meanScore()));
            learning.advance(10.5 * TICK);
            assertEquals(10, learning.view().ticks());
            assertEquals(0.5, learning.fraction(), 1e-6);
            for (int tick = 10; tick < 180; tick++) {
                learning.advance(TICK);
            }
            assertEquals(3, learning.seconds(), 0.02);
            assertEquals(learning.seconds() >= 3 ? 3 : 2, learning.curve().count());
            // 48 seconds of eight landers: nobody flies for longer than 20.
            assertTrue(learning.flights() >= 2L * LiveLearning.HIDDEN, "flights " + learning.flights());
        }
    }

    @Test
    void pauseStopsEverythingAndSpeedGoesRound() {
        try (LiveLearning learning = new LiveLearning(LanderTask.DISCRETE, 1)) {
            learning.setPaused(true);
            learning.advance(0.2);
            assertEquals(0, learning.view().ticks());
            learning.setPaused(false);
            int first = learning.speed();
            learning.nextSpeed();
            assertNotEquals(first, learning.speed());
            learning.nextSpeed();
            assertEquals(0, learning.speed());
            learning.advance(0.2);
            assertEquals(12, learning.view().ticks());
            assertEquals(0, learning.flights());
            learning.nextSpeed();
            learning.nextSpeed();
            assertEquals(first, learning.speed());
        }
    }

    /** From nothing to landings, as fast as this computer flies and learns; on two processors some seconds. */
    @ParameterizedTest
    @EnumSource(LanderTask.class)
    @Timeout(300)
    void learnsWhileItFlies(LanderTask task) {
        try (LiveLearning learning = new LiveLearning(task, 2)) {
            double begun = Double.NaN;
            double best = Double.NEGATIVE_INFINITY;
            while (best < 100 && learning.flights() < 6000) {
                if (learning.waits()) {
                    // A window would show pictures meanwhile; here the learner is given time.
                    LockSupport.parkNanos(1_000_000);
                }
                learning.advance(TICK);
                if (learning.flights() >= 50) {
                    begun = Double.isNaN(begun) ? learning.meanScore() : begun;
                    best = Math.max(best, learning.meanScore());
                }
            }
            assertFalse(learning.stopped());
            assertTrue(begun < 60, "begun with " + begun);
            assertTrue(best >= 100, "best mean " + best + " after " + learning.flights() + " flights");
            assertTrue(learning.agent().updates() > 0);
        }
    }
}
