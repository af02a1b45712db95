package io.github.gdxagents.desktop.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.desktop.FakePreferences;
import io.github.gdxagents.desktop.settings.Settings;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyBindingsTest {

    private final FakePreferences preferences = new FakePreferences();
    private final Settings settings = new Settings(preferences, sentence -> {});

    @ParameterizedTest
    @EnumSource
    void firstOfAllThereAreTheUsualKeys(Control control) {
        assertEquals(control.usualKey(), new KeyBindings(settings).key(control));
    }

    @Test
    void chosenKeysAreKept() {
        new KeyBindings(settings).bind(Control.LEFT_UP, Keys.Q);
        assertTrue(preferences.flushes() > 0);
        KeyBindings again = new KeyBindings(settings);
        assertEquals(Keys.Q, again.key(Control.LEFT_UP));
        assertEquals("Q", again.keyName(Control.LEFT_UP));
        assertEquals(Keys.S, again.key(Control.LEFT_DOWN));
    }

    @Test
    void keyThatIsTakenIsSwapped() {
        KeyBindings bindings = new KeyBindings(settings);
        bindings.bind(Control.LEFT_UP, Keys.DOWN);
        assertEquals(Keys.DOWN, bindings.key(Control.LEFT_UP));
        assertEquals(Keys.W, bindings.key(Control.RIGHT_DOWN));
        KeyBindings again = new KeyBindings(settings);
        assertEquals(Keys.DOWN, again.key(Control.LEFT_UP));
        assertEquals(Keys.W, again.key(Control.RIGHT_DOWN));
    }

    @Test
    void itsOwnKeyChangesNothing() {
        KeyBindings bindings = new KeyBindings(settings);
        bindings.bind(Control.LEFT_UP, Keys.W);
        for (Control control : Control.values()) {
            assertEquals(control.usualKey(), bindings.key(control));
        }
    }

    @Test
    void resetGivesTheUsualKeysBackForGood() {
        KeyBindings bindings = new KeyBindings(settings);
        bindings.bind(Control.RIGHT_FIRE, Keys.NUMPAD_0);
        bindings.reset();
        assertEquals(Keys.ENTER, bindings.key(Control.RIGHT_FIRE));
        assertEquals(Keys.ENTER, new KeyBindings(settings).key(Control.RIGHT_FIRE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no key", "51", "-1", "Unknown"})
    void nonsenseInPreferencesCountsAsTheUsualKey(String nonsense) {
        preferences.putString("key.LEFT_UP", nonsense);
        assertEquals(Keys.W, new KeyBindings(settings).key(Control.LEFT_UP));
    }

    @Test
    void oneKeyForTwoThingsInPreferencesCountsOnce() {
        preferences.putString("key.LEFT_UP", "S");
        KeyBindings bindings = new KeyBindings(settings);
        assertEquals(
                Control.values().length,
                Arrays.stream(Control.values()).map(bindings::key).distinct().count());
    }
}
