package io.github.gdxagents.desktop.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LearningCurveTest {

    private final LearningCurve curve = new LearningCurve();

    @Test
    void keepsEveryNumberWhileThereIsRoom() {
        for (int i = 0; i < 480; i++) {
            curve.add(i);
        }
        assertEquals(480, curve.count());
        assertEquals(1, curve.pace());
        assertEquals(0, curve.value(0));
        assertEquals(479, curve.value(479));
    }

    @Test
    void withoutRoomEverySecondNumberStays() {
        for (int i = 1; i <= 481; i++) {
            curve.add(i);
        }
        assertEquals(2, curve.pace());
        assertEquals(240, curve.count());
        assertEquals(2, curve.value(0));
        assertEquals(480, curve.value(239));
        for (int i = 482; i <= 2000; i++) {
            curve.add(i);
        }
        assertEquals(8, curve.pace());
        for (int i = 0; i < curve.count(); i++) {
            assertEquals(8, curve.value(i) - (i == 0 ? 0 : curve.value(i - 1)), "number " + i);
        }
    }
}
