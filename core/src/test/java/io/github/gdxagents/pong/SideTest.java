package io.github.gdxagents.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SideTest {

    @Test
    void theOtherSideIsAcrossTheCourt() {
        assertEquals(Side.RIGHT, Side.LEFT.other());
        assertEquals(Side.LEFT, Side.RIGHT.other());
    }
}
