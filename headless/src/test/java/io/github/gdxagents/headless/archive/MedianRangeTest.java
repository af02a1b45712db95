package io.github.gdxagents.headless.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MedianRangeTest {

    @Test
    void theMiddleOneOrTheMeanOfTwo() {
        assertEquals(Optional.of(new MedianRange(3, 2, -5, 9)), MedianRange.of(9, -5, 2));
        assertEquals(Optional.of(new MedianRange(4, 2.5, 1, 4)), MedianRange.of(4, 3, 2, 1));
        assertEquals(Optional.of(new MedianRange(1, 7, 7, 7)), MedianRange.of(7));
    }

    @Test
    void whoHasNoNumberIsLeftOut() {
        assertEquals(Optional.empty(), MedianRange.of());
        assertEquals(Optional.empty(), MedianRange.of(Double.NaN));
        assertEquals(Optional.of(new MedianRange(2, 2, 1, 3)), MedianRange.of(Double.NaN, 3, 1));
    }

    @Test
    void neverIsLaterThanAnyTime() {
        double never = Double.POSITIVE_INFINITY;
        assertEquals(Optional.of(new MedianRange(3, 5, 1, never)), MedianRange.of(never, 1, 5));
        assertEquals(Optional.of(new MedianRange(2, never, 1, never)), MedianRange.of(never, 1));
        assertEquals(Optional.of(new MedianRange(2, never, never, never)), MedianRange.of(never, never));
    }
}
