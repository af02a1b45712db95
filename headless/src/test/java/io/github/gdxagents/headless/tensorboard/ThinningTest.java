package io.github.gdxagents.headless.tensorboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinningTest {

    @ParameterizedTest
    @CsvSource({
        "1, 10000, 10000",
        "10001, 20000, 5000",
        "20001, 40000, 5000",
        "40001, 80000, 5000",
        "20001, 20004, 1",
        "40001, 40008, 1"
    })
    void eachDoublingIsToldHalfAsOften(long first, long last, long told) {
        assertEquals(told, count(first, last));
    }

    /** Ten days of sixty updates a second. */
    @Test
    void longRunStaysSmall() {
        long updates = 10L * 24 * 3600 * 60;
        assertTrue(count(1, updates) < 75_000, () -> count(1, updates) + " updates are told of");
    }

    private static long count(long first, long last) {
        return LongStream.rangeClosed(first, last).filter(Thinning::isTold).count();
    }
}
