package io.github.gdxagents.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.badlogic.gdx.utils.GdxRuntimeException;
import io.github.gdxagents.desktop.FakePreferences;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void whatWasChosenIsKept() {
        FakePreferences disk = new FakePreferences();
        Settings settings = new Settings(disk, told::add);
        assertEquals("usual", settings.get("name", "usual"));
        settings.put("name", "chosen");
        settings.keep();
        assertEquals(1, disk.flushes());
        assertEquals("chosen", new Settings(disk, told::add).get("name", "usual"));
        assertEquals(List.of(), told);
    }

    @Test
    void aDiskThatTakesNothingIsToldOfOnceAndTheChoiceCounts() {
        FakePreferences full = new FakePreferences() {
            @Override
            public void flush() {
                throw new GdxRuntimeException("disk full");
            }
        };
        Settings settings = new Settings(full, told::add);
        settings.put("name", "chosen");
        settings.keep();
        settings.keep();
        assertEquals("chosen", settings.get("name", "usual"));
        assertEquals(List.of("your settings cannot be kept: disk full"), told);
    }
}
