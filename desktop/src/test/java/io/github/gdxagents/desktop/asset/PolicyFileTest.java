package io.github.gdxagents.desktop.asset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.policy.PolicyFiles;
import io.github.gdxagents.agent.policy.WeightPrecision;
import io.github.gdxagents.desktop.Checkpoints;
import io.github.gdxagents.desktop.play.Policy;
import io.github.gdxagents.desktop.play.PolicyException;
import io.github.gdxagents.pong.match.CourtKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {

    @TempDir
    private Path folder;

    private static Path write(Checkpoint checkpoint, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        CheckpointFiles.write(checkpoint, file);
        return file;
    }

    private static float firstWeight(Policy policy) {
        return policy.network().parameters().get(0)[0];
    }

    private static void assertRefused(Path file, String... words) {
        String sentence = assertThrows(PolicyException.class, () -> new PolicyFile(file).policy(CourtKind.ATARI))
                .getMessage();
        for (String word : words) {
            assertTrue(sentence.contains(word), sentence);
        }
        assertEquals(1, sentence.lines().count(), sentence);
    }

    @Test
    void fileIsRead() throws IOException {
        Path file = write(Checkpoints.shipped(), folder.resolve("mine.agent"));
        Policy policy = new PolicyFile(file).policy(CourtKind.ATARI);
        assertEquals(file.toString(), policy.name());
        assertArrayEquals(
                Checkpoints.shipped().state().parameters().get(0),
                policy.network().parameters().get(0));
        assertTrue(policy.game().hasSettings(Checkpoints.shipped().gameSettings()));
    }

    @Test
    void policyFileIsReadAndWatchedToo() throws IOException {
        Path file = folder.resolve("mine.policy");
        PolicyFiles.write(Checkpoints.shipped().policy(), WeightPrecision.FULL, file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        PolicyFile source = new PolicyFile(file);
        Policy policy = source.policy(CourtKind.ATARI);
        assertEquals(Checkpoints.shipped().state().parameters().get(0)[0], firstWeight(policy));
        assertTrue(policy.game().hasSettings(Checkpoints.shipped().gameSettings()));
        PolicyFiles.write(Checkpoints.weighed(2).policy(), WeightPrecision.HALF, file);
        assertFalse(source.newer().isEmpty());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        assertRefused(Files.write(folder.resolve("bit.policy"), bytes), "bit.policy", "damaged");
    }

    @Test
    void ofARunItIsTheBestOne() throws IOException {
        write(Checkpoints.shipped(), folder.resolve("checkpoints/000120.agent"));
        write(Checkpoints.weighed(3), folder.resolve("checkpoints/best.agent"));
        float expected = firstWeight(new PolicyFile(folder.resolve("checkpoints/best.agent")).policy(CourtKind.ATARI));
        assertEquals(expected, firstWeight(new PolicyFile(folder).policy(CourtKind.ATARI)));
        assertEquals(expected, firstWeight(new PolicyFile(folder.resolve("checkpoints")).policy(CourtKind.ATARI)));
    }

    @Test
    void newerSeesThatTheBestOneWasReplaced() throws IOException {
        Path best = write(Checkpoints.shipped(), folder.resolve("checkpoints/best.agent"));
        Files.setLastModifiedTime(best, FileTime.fromMillis(1_000_000));
        PolicyFile source = new PolicyFile(folder);
        Policy first = source.policy(CourtKind.ATARI);
        assertTrue(source.newer().isEmpty());
        write(Checkpoints.weighed(2), best);
        Policy second = source.newer().orElseThrow();
        assertEquals(2 * firstWeight(first), firstWeight(second));
        assertTrue(source.newer().isEmpty(), "each one is given once");
    }

    @Test
    void newerThatIsDamagedIsRefusedOnceAndTheNextOneIsTaken() throws IOException {
        Path best = write(Checkpoints.shipped(), folder.resolve("best.agent"));
        Files.setLastModifiedTime(best, FileTime.fromMillis(1_000_000));
        PolicyFile source = new PolicyFile(folder);
        source.policy(CourtKind.ATARI);
        Files.write(best, new byte[100]);
        assertThrows(PolicyException.class, source::newer);
        assertTrue(source.newer().isEmpty());
        Files.delete(best);
        assertTrue(source.newer().isEmpty(), "a file that is just being replaced is no news");
        write(Checkpoints.weighed(2), best);
        assertFalse(source.newer().isEmpty());
    }

    @Test
    void missingFileAndFolderWithoutPolicyAreRefused() throws IOException {
        assertRefused(folder.resolve("none.agent"), "none.agent", "does not exist");
        assertRefused(folder, folder.toString(), "holds no checkpoint");
        Files.createDirectories(folder.resolve("checkpoints"));
        assertRefused(folder, folder.toString(), "holds no checkpoint");
    }

    @Test
    void damagedFileIsRefused() throws IOException {
        byte[] bytes = Checkpoints.shippedBytes();
        bytes[bytes.length / 2] ^= 1;
        assertRefused(Files.write(folder.resolve("bit.agent"), bytes), "bit.agent", "damaged");
        assertRefused(
                Files.write(folder.resolve("short.agent"), Arrays.copyOf(bytes, 1000)), "short.agent", "cut short");
        assertRefused(Files.writeString(folder.resolve("text.agent"), "x".repeat(500)), "not a checkpoint");
        assertRefused(Files.write(folder.resolve("empty.agent"), new byte[0]), "empty.agent");
    }

    @Test
    void otherGameIsRefused() throws IOException {
        Checkpoint other = Checkpoints.withSettings(Map.of("contexts", "4"));
        assertRefused(write(other, folder.resolve("x/bandit.agent")), "bandit.agent", "another game");
        Checkpoint named = Checkpoints.withSettings(Map.of());
        assertRefused(
                write(named, folder.resolve("x/named.agent")),
                "named.agent",
                "it plays '" + named.game() + "', not Pong");
    }

    @Test
    void policyThatSeesTheConsolesMemoryIsRefused() throws IOException {
        assertRefused(write(Checkpoints.seeing("ram"), folder.resolve("x/ram.agent")), "ram.agent", "memory");
    }

    @Test
    void networkThatDoesNotFitWhatItSaysToSeeIsRefused() throws IOException {
        Path file = write(Checkpoints.seeing("difference"), folder.resolve("x/wrong.agent"));
        assertRefused(file, "wrong.agent", "6400");
    }
}
