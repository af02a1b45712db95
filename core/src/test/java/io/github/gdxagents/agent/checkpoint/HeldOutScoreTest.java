package io.github.gdxagents.agent.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldOutScoreTest {

    @Test
    void theLowerEndIsThatOfTheConfidenceInterval() {
        assertEquals(2 - 1.96 * 0.5, new HeldOutScore(1, 10, 2, 0.5).lowerEnd(), 1e-12);
    }

    /** Errors 3 and 4 make a difference's error of 5. */
    @ParameterizedTest
    @CsvSource({"5.1, true", "5, false", "0, false", "-9, false"})
    void betterIsWhatBothErrorsDoNotExplain(double difference, boolean better) {
        HeldOutScore one = new HeldOutScore(2, 10, 7 + difference, 3);
        HeldOutScore other = new HeldOutScore(1, 10, 7, 4);
        assertEquals(better, one.isBetterThan(other));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 0, 0", "0, 0, 0, 0", "0, 1, NaN, 0", "0, 1, Infinity, 0", "0, 1, 0, -0.1", "0, 1, 0, NaN"})
    void refusesWhatNoScoreCanBe(long decisions, int episodes, double mean, double error) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new HeldOutScore(decisions, episodes, mean, error));
        assertTrue(refusal.getMessage().contains("has " + decisions + ", " + episodes), refusal.getMessage());
    }
}
