package io.github.gdxagents.desktop.settings;

import com.badlogic.gdx.Preferences;
import com.badlogic.gdx.utils.GdxRuntimeException;
import java.util.function.Consumer;

/** What a player chose, kept from one start of the program to the next where the disk takes it, and until its end anyhow. */
public final class Settings {

    private final Preferences preferences;
    private final Consumer<String> tell;
    private boolean told;

    /**
     * Settings as they were left.
     *
     * @param preferences where they are kept
     * @param tell hears once that they cannot be kept
     */
    public Settings(Preferences preferences, Consumer<String> tell) {
        this.preferences = preferences;
        this.tell = tell;
    }

    /**
     * A setting.
     *
     * @param name of the setting
     * @param usual what counts where nothing was chosen
     * @return what was chosen
     */
    public String get(String name, String usual) {
        return preferences.getString(name, usual);
    }

    /**
     * Changes a setting; {@link #keep} comes after the last change.
     *
     * @param name of the setting
     * @param value what was chosen
     */
    public void put(String name, String value) {
        preferences.putString(name, value);
    }

    /** Writes what was changed. A disk that does not take it is told of once; the game goes on. */
    public void keep() {
        try {
            preferences.flush();
        } catch (GdxRuntimeException e) {
            if (!told) {
                told = true;
                tell.accept("your settings cannot be kept: " + e.getMessage());
            }
        }
    }
}
