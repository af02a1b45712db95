package io.github.gdxagents.desktop;

import com.badlogic.gdx.Preferences;
import java.util.HashMap;
import java.util.Map;

/** Preferences that are kept in memory alone, and count how often they were written. */
public class FakePreferences implements Preferences {

    private final Map<String, Object> values = new HashMap<>();
    private int flushes;

    public int flushes() {
        return flushes;
    }

    private Preferences with(String key, Object value) {
        values.put(key, value);
        return this;
    }

    @Override
    public Preferences putBoolean(String key, boolean value) {
        return with(key, value);
    }

    @Override
    public Preferences putInteger(String key, int value) {
        return with(key, value);
    }

    @Override
    public Preferences putLong(String key, long value) {
        return with(key, value);
    }

    @Override
    public Preferences putFloat(String key, float value) {
        return with(key, value);
    }

    @Override
    public Preferences putString(String key, String value) {
        return with(key, value);
    }

    @Override
    public Preferences put(Map<String, ?> all) {
        values.putAll(all);
        return this;
    }

    @Override
    public boolean getBoolean(String key) {
        return getBoolean(key, false);
    }

    @Override
    public int getInteger(String key) {
        return getInteger(key, 0);
    }

    @Override
    public long getLong(String key) {
        return getLong(key, 0);
    }

    @Override
    public float getFloat(String key) {
        return getFloat(key, 0);
    }

    @Override
    public String getString(String key) {
        return getString(key, "");
    }

    @Override
    public boolean getBoolean(String key, boolean otherwise) {
        return (boolean) values.getOrDefault(key, otherwise);
    }

    @Override
    public int getInteger(String key, int otherwise) {
        return (int) values.getOrDefault(key, otherwise);
    }

    @Override
    public long getLong(String key, long otherwise) {
        return (long) values.getOrDefault(key, otherwise);
    }

    @Override
    public float getFloat(String key, float otherwise) {
        return (float) values.getOrDefault(key, otherwise);
    }

    @Override
    public String getString(String key, String otherwise) {
        return (String) values.getOrDefault(key, otherwise);
    }

    @Override
    public Map<String, ?> get() {
        return Map.copyOf(values);
    }

    @Override
    public boolean contains(String key) {
        return values.containsKey(key);
    }

    @Override
    public void clear() {
        values.clear();
    }

    @Override
    public void remove(String key) {
        values.remove(key);
    }

    @Override
    public void flush() {
        flushes++;
    }
}
