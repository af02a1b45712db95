package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class KerasBarTest {

    @Test
    void updateIsALineAsAfterFit() {
        assertEquals(
                "79/79 [==============================] - 1s 16ms/step - loss: -0.0012 - acc: 0.3750"
                        + "   episode 120: -16   running mean: -20.13",
                KerasBar.of(SmallReport.everything(), 2501, 32, 1.25));
    }

    @Test
    void lastMiniBatchMayBeFull() {
        assertEquals(
                "78/78 [==============================] - 12s 160ms/step - loss: -0.0012 - acc: 0.3750"
                        + "   episode 120: -16   running mean: -20.13",
                KerasBar.of(SmallReport.everything(), 78 * 32, 32, 12.48));
    }

    @Test
    void wholeBatchIsOneStep() {
        assertEquals(
                "1/1 [==============================] - 0s 250ms/step - loss: -0.0012 - acc: 0.3750"
                        + "   episode 120: -16   running mean: -20.13",
                KerasBar.of(SmallReport.everything(), 2501, 0, 0.25));
    }

    @Test
    void updateWithoutTheEndOfAnEpisodeHasNoScore() {
        assertEquals(
                "2/2 [==============================] - 0s 125ms/step - loss: -0.0012 - acc: 0.3750"
                        + "   episode 120: NaN   running mean: -20.13",
                KerasBar.of(SmallReport.withoutEpisodes(), 64, 32, 0.25));
    }
}
