package io.github.gdxagents.desktop.input;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.desktop.settings.Settings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Which key does what; kept in the player's preferences. One thread at a time. */
public final class KeyBindings {

    private static final String PREFIX = "key.";

    private final Settings settings;
    private final Map<Control, Integer> keys = new EnumMap<>(Control.class);

    /**
     * Bindings as they were left.
     *
     * @param settings where they are kept; what makes no sense there counts as the usual key
     */
    public KeyBindings(Settings settings) {
        this.settings = settings;
        for (Control control : Control.values()) {
            int key = Keys.valueOf(settings.get(PREFIX + control.name(), ""));
            keys.put(control, key <= Keys.UNKNOWN ? control.usualKey() : key);
        }
        if (Set.copyOf(keys.values()).size() < keys.size()) {
            // One key for two things: written by somebody else.
            for (Control control : Control.values()) {
                keys.put(control, control.usualKey());
            }
        }
    }

    /**
     * The key for something.
     *
     * @param control what it does
     * @return one of libGDX's {@link Keys}
     */
    public int key(Control control) {
        return keys.getOrDefault(control, control.usualKey());
    }

    /**
     * The name of a key, for the screen.
     *
     * @param control what it does
     * @return for example {@code Up}
     */
    public String keyName(Control control) {
        return Keys.toString(key(control));
    }

    /**
     * Gives something another key. Whatever had that key gets the one that is free now.
     *
     * @param control what it does
     * @param key one of libGDX's {@link Keys}
     */
    public void bind(Control control, int key) {
        int freed = key(control);
        for (Control other : Control.values()) {
            if (other != control && key(other) == key) {
                put(other, freed);
            }
        }
        put(control, key);
        settings.keep();
    }

    /** Gives everything its usual key. */
    public void reset() {
        for (Control control : Control.values()) {
            put(control, control.usualKey());
        }
        settings.keep();
    }

    private void put(Control control, int key) {
        keys.put(control, key);
        settings.put(PREFIX + control.name(), Keys.toString(key));
    }
}
