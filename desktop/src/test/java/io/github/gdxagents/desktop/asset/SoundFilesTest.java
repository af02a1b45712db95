package io.github.gdxagents.desktop.asset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A failure means that a sound was changed in one place only: run {@link SoundFiles#main} in the project's root. */
class SoundFilesTest {

    private static final Path ASSETS = Path.of("../assets/sounds");

    @Test
    void assetsAreWhatTheProgramMakes() throws IOException {
        Map<String, byte[]> made = SoundFiles.all();
        try (Stream<Path> files = Files.list(ASSETS)) {
            Set<String> names = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertEquals(made.keySet(), names);
        }
        for (Map.Entry<String, byte[]> sound : made.entrySet()) {
            assertArrayEquals(sound.getValue(), Files.readAllBytes(ASSETS.resolve(sound.getKey())), sound.getKey());
        }
    }
}
