package io.github.gdxagents.desktop.asset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.agent.policy.PolicyCodec;
import io.github.gdxagents.agent.policy.WeightPrecision;
import io.github.gdxagents.desktop.Checkpoints;
import io.github.gdxagents.desktop.play.Policy;
import io.github.gdxagents.desktop.play.PolicyException;
import io.github.gdxagents.desktop.play.PolicySource;
import io.github.gdxagents.pong.match.CourtKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShippedPoliciesTest {

    @TempDir
    private Path folder;

    private static PolicySource in(Path folder) {
        return new ShippedPolicies(path -> new FileHandle(folder.resolve(path).toFile()));
    }

    @ParameterizedTest
    @EnumSource
    void everyCourtHasAPolicyThatPlays(CourtKind court) {
        PolicySource shipped = in(Path.of("../assets"));
        Policy policy = shipped.policy(court);
        assertEquals("policy/" + court.label() + ".policy", policy.name());
        assertTrue(shipped.newer().isEmpty());
    }

    /** Its file is the exported checkpoint, to the last bit; see assets/README.md. */
    @Test
    void atarisPolicyIsThatOfItsCheckpoint() throws IOException {
        assertArrayEquals(
                PolicyCodec.encode(Checkpoints.shipped().policy(), WeightPrecision.FULL),
                Files.readAllBytes(Path.of("../assets/policy/atari.policy")));
    }

    @Test
    void policyThatIsMissingOrDamagedIsNamed() throws IOException {
        assertRefused("policy/atari.policy");
        Files.createDirectories(folder.resolve("policy"));
        Files.writeString(folder.resolve("policy/atari.policy"), "no policy, only words");
        assertRefused("policy/atari.policy is cut short or not a policy");
    }

    private void assertRefused(String words) {
        PolicySource shipped = in(folder);
        String sentence = assertThrows(PolicyException.class, () -> shipped.policy(CourtKind.ATARI))
                .getMessage();
        assertTrue(sentence.contains(words), sentence);
    }
}
