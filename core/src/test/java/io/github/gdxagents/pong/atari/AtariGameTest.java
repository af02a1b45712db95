package io.github.gdxagents.pong.atari;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtariGameTest {

    private static final AtariGame GAME =
            new AtariGame(AtariProtocol.pongV0(), PictureObservationSpec.parse("image:0,1+ball-weight:2"));

    @Test
    void settingsAreTheProtocolsAndTheObservation() {
        Map<String, String> expected = new HashMap<>(AtariProtocol.pongV0().settings());
        expected.put("observation", "image:0,1+ball-weight:2");
        assertEquals(expected, GAME.settings());
        assertEquals(GAME, AtariGame.of(GAME.settings()));
        assertTrue(GAME.hasSettings(GAME.settings()));
    }

    /** Checkpoints of version 0.1, before there was a choice. */
    @Test
    void settingsWithoutObservationMeanTheDifference() {
        Map<String, String> old = AtariProtocol.pongV0().settings();
        AtariGame difference = GAME.withObservation(PictureObservationSpec.difference());
        assertEquals(difference, AtariGame.of(old));
        assertTrue(difference.hasSettings(old));
        assertFalse(GAME.hasSettings(old));
    }

    @ParameterizedTest
    @CsvSource({"observation, pixels", "observation, ''", "sticky, 2", "gravity, 9.81"})
    void otherSettingsAreRefused(String name, String value) {
        Map<String, String> settings = new HashMap<>(GAME.settings());
        settings.put(name, value);
        assertThrows(IllegalArgumentException.class, () -> AtariGame.of(settings));
        assertFalse(GAME.hasSettings(settings));
        assertFalse(GAME.hasSettings(Map.of()));
    }

    @Test
    void oneHalfIsExchangedAtATime() {
        AtariProtocol other = AtariProtocol.pongV0().withSticky(0);
        assertEquals(new AtariGame(other, GAME.observation()), GAME.withProtocol(other));
        assertEquals(
                new AtariGame(GAME.protocol(), PictureObservationSpec.difference()),
                GAME.withObservation(PictureObservationSpec.difference()));
    }
}
