package io.github.gdxagents.agent.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.network.Critic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFilesTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("guard.policy");
        PolicyFiles.write(Policies.policy(Critic.NONE), WeightPrecision.FULL, file);
        PolicyFiles.write(Policies.policy(Critic.SHARED), WeightPrecision.HALF, file);
        assertEquals(Critic.SHARED, PolicyFiles.read(file).network().spec().critic());
        assertEquals(WeightPrecision.HALF, PolicyFiles.precision(file));
        assertTrue(PolicyFiles.isPolicy(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        Path file = folder.resolve("none.policy");
        PolicyException missing = assertThrows(PolicyException.class, () -> PolicyFiles.read(file));
        assertEquals(file + " does not exist, expected a policy", missing.getMessage());
        PolicyException directory = assertThrows(PolicyException.class, () -> PolicyFiles.read(folder));
        assertEquals(folder + " is not a file, expected a policy", directory.getMessage());
        assertFalse(PolicyFiles.isPolicy(file));
        assertFalse(PolicyFiles.isPolicy(folder));
    }

    @Test
    void anotherFileIsNoPolicy() throws IOException {
        Path file = folder.resolve("text.policy");
        Files.writeString(file, "Once upon a time there was a policy.");
        assertFalse(PolicyFiles.isPolicy(file));
        PolicyException e = assertThrows(PolicyException.class, () -> PolicyFiles.read(file));
        assertTrue(e.getMessage().startsWith(file + " is not a policy"), e.getMessage());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("no/such/guard.policy");
        UncheckedIOException e = assertThrows(
                UncheckedIOException.class,
                () -> PolicyFiles.write(Policies.policy(Critic.NONE), WeightPrecision.FULL, file));
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    }
}
