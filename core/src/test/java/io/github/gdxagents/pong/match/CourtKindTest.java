package io.github.gdxagents.pong.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Side;
import org.junit.jupiter.api.Test;

class CourtKindTest {

    @Test
    void everyCourtCanBePlayedOnByTwo() {
        for (CourtKind kind : CourtKind.values()) {
            assertEquals(kind, CourtKind.named(kind.label()));
            try (Court court = kind.create(false)) {
                assertEquals(0, court.score(Side.LEFT));
            }
        }
    }

    @Test
    void physicsHasNoPlayerOfItsOwn() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> CourtKind.PHYSICS.create(true));
        assertEquals("the physics court has no player of its own: the left paddle must be a player's", e.getMessage());
    }
}
