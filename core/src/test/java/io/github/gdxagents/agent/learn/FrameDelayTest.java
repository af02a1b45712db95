package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FrameDelayTest {

    /**
     * The processor's time: on a busy machine the system takes it away from the game at any moment, learner or not. By the clock the best
     * of three runs counts.
     */
    @Test
    @Tag("slow")
    void theLearnerDelaysNoFrameByMoreThanAMillisecond() {
        double longest = Double.POSITIVE_INFINITY;
        for (int run = 0; run < 3; run++) {
            FrameDelay.Result result = FrameDelay.measure(1200, true, run);
            assertTrue(result.updates() > 5, result.toString());
            assertTrue(result.longestWork() < 1000, result.toString());
            longest = Math.min(longest, result.longestCalls());
        }
        assertTrue(longest < 1000, longest + " us");
    }
}
