package io.github.gdxagents.desktop.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookTest {

    @ParameterizedTest
    @EnumSource
    void nameLeadsBackToTheLook(Look look) {
        assertEquals(look, Look.named(look.label()));
    }

    @Test
    void preferencesThatMakeNoSenseGiveTheModernLook() {
        assertEquals(Look.MODERN, Look.named(""));
        assertEquals(Look.MODERN, Look.named("cubist"));
    }

    @ParameterizedTest
    @EnumSource
    void nextIsTheOther(Look look) {
        assertNotEquals(look, look.next());
        assertEquals(look, look.next().next());
    }
}
