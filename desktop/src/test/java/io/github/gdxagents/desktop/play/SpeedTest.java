package io.github.gdxagents.desktop.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

    @ParameterizedTest
    @EnumSource
    void nameLeadsBackToTheSpeed(Speed speed) {
        assertEquals(speed, Speed.named(speed.label()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "fast", "MAX", "1.0"})
    void anythingElseIsRefusedByName(String label) {
        String sentence = assertThrows(IllegalArgumentException.class, () -> Speed.named(label))
                .getMessage();
        assertTrue(sentence.endsWith("'" + label + "'"), sentence);
    }

    @Test
    void nextGoesRoundAllOfThem() {
        EnumSet<Speed> met = EnumSet.noneOf(Speed.class);
        Speed speed = Speed.NORMAL;
        for (int i = 0; i < Speed.values().length; i++) {
            met.add(speed);
            speed = speed.next();
        }
        assertEquals(EnumSet.allOf(Speed.class), met);
        assertEquals(Speed.NORMAL, speed);
    }
}
