package io.github.gdxagents.agent.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.learn.LearnerConfigs;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.learn.TrainerState;
import io.github.gdxagents.agent.learn.Trajectory;
import io.github.gdxagents.agent.network.SparseVector;
import io.github.gdxagents.agent.random.RandomStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointCodecTest {

    private static final String NAME = "runs/pong/000002.agent";

    private static Checkpoint checkpoint;
    private static byte[] good;

    @BeforeAll
    static void train() {
        checkpoint = SmallRun.checkpoint(2, 3);
        good = CheckpointCodec.encode(checkpoint);
    }

    @Test
    void whatIsWrittenIsRead() {
        Checkpoint read = CheckpointCodec.decode(good, NAME);
        assertEquals(checkpoint.game(), read.game());
        assertEquals(checkpoint.gameSettings(), read.gameSettings());
        assertEquals(checkpoint.learner(), read.learner());
        assertEquals(checkpoint.seed(), read.seed());
        assertEquals(checkpoint.spec(), read.spec());
        TrainerState before = checkpoint.state();
        TrainerState after = read.state();
        assertEquals(before.updates(), after.updates());
        assertEquals(before.episodes(), after.episodes());
        assertEquals(before.decisions(), after.decisions());
        assertEquals(before.recentScores(), after.recentScores());
        assertEquals(before.bestMean(), after.bestMean());
        assertEquals(before.optimizerSteps(), after.optimizerSteps());
        assertArrays(before.parameters(), after.parameters());
        assertArrays(before.optimizerMemory(), after.optimizerMemory());
        assertEquals(3, after.partialBatch().size());
        before.partialBatch().forEach((episode, trajectory) -> {
            Trajectory same = after.partialBatch().get(episode);
            assertEquals(trajectory.length(), same.length());
            assertEquals(trajectory.score(), same.score());
        });
        assertArrayEquals(good, CheckpointCodec.encode(read));
        assertArrays(before.parameters(), read.network().parameters());
    }

    @Test
    void theHeaderIsTheDocumentedOne() {
        ByteBuffer header = ByteBuffer.wrap(good);
        byte[] magic = new byte[8];
        header.get(magic);
        assertEquals("GDXAGENT", new String(magic, StandardCharsets.US_ASCII));
        assertEquals(1, header.getInt());
        assertEquals(good.length - 24, header.getLong());
        assertEquals(checksum(good), header.getInt());
    }

    @Test
    void theOrderOfSettingsDoesNotShow() {
        Map<String, String> one = new HashMap<>();
        Map<String, String> other = new HashMap<>(64);
        for (int i = 0; i < 20; i++) {
            one.put("setting " + i, "ä" + i);
            other.put("setting " + (19 - i), "ä" + (19 - i));
        }
        assertArrayEquals(CheckpointCodec.encode(withSettings(one)), CheckpointCodec.encode(withSettings(other)));
        assertEquals(
                one,
                CheckpointCodec.decode(CheckpointCodec.encode(withSettings(one)), NAME)
                        .gameSettings());
    }

    @Test
    void textsThatCouldNotBeReadAreNotWritten() {
        Checkpoint longText = withSettings(Map.of("name", "x".repeat(4097)));
        assertThrows(IllegalArgumentException.class, () -> CheckpointCodec.encode(longText));
    }

    @Test
    void truncationAnywhereIsFound() {
        int places = 0;
        for (int length = 0; length < good.length; length += length < 64 ? 1 : Math.max(1, good.length / 200)) {
            byte[] cut = Arrays.copyOf(good, length);
            String message = refusal(cut).getMessage();
            assertTrue(message.contains("cut short"), message);
            places++;
        }
        refusal(Arrays.copyOf(good, good.length - 1));
        assertTrue(places >= 64 + 50, places + " places");
    }

    @Test
    void bytesAfterTheEndAreFound() {
        refusal(Arrays.copyOf(good, good.length + 1));
        // Also with a length and a checksum that fit.
        byte[] longer = Arrays.copyOf(good, good.length + 4);
        ByteBuffer.wrap(longer).putLong(12, longer.length - 24L);
        assertTrue(refusal(mended(longer)).getMessage().contains("4 bytes after the end"));
    }

    @Test
    void everyFlippedBitIsFound() {
        RandomStream random = new RandomStream(1);
        for (int bit = 0; bit < 64 * 8; bit++) {
            refusal(flipped(bit));
        }
        for (int trial = 0; trial < 4000; trial++) {
            refusal(flipped(random.below(good.length * 8)));
        }
    }

    @Test
    void severalFlippedBitsAreFound() {
        RandomStream random = new RandomStream(2);
        for (int trial = 0; trial < 2000; trial++) {
            byte[] damaged = good.clone();
            int first = 192 + random.below(good.length * 8 - 192 - 64);
            // A burst of up to 32 bits: CRC-32C finds every one.
            int length = 1 + random.below(32);
            for (int bit = first; bit < first + length; bit++) {
                if (bit == first || bit == first + length - 1 || random.below(2) == 0) {
                    damaged[bit / 8] ^= (byte) (1 << (7 - bit % 8));
                }
            }
            refusal(damaged);
        }
    }

    /** Damage that the checksum does not show: made on purpose, or before the checksum was computed. */
    @Test
    void damageUnderAGoodChecksumIsFoundOrHarmlessAndNeverCostsMemory() {
        RandomStream random = new RandomStream(3);
        int refused = 0;
        int read = 0;
        long limit = 8L * good.length + (4 << 20);
        // The fields are at the front: nearly every bit there, and many of the numbers behind.
        int dense = 600 * 8;
        for (int trial = 0; trial < dense + 3000; trial++) {
            byte[] damaged = mended(flipped(192 + (trial < dense ? trial : random.below(good.length * 8 - 192))));
            boolean[] works = new boolean[1];
            long bytes = AllocatedBytes.of(() -> works[0] = isReadOrRefused(damaged));
            assertTrue(trial < 10 || bytes < limit, bytes + " bytes allocated");
            read += works[0] ? 1 : 0;
            refused += works[0] ? 0 : 1;
        }
        assertTrue(refused > 1000 && read > 1000, refused + " refused, " + read + " read");
    }

    @Test
    void overwrittenNumbersUnderAGoodChecksumAreFoundOrHarmlessAndNeverCostMemory() {
        long limit = 8L * good.length + (4 << 20);
        int[] values = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 20, 1 << 28, 0};
        int refused = 0;
        for (int place = 24; place < good.length - 4; place += place < 1000 ? 1 : 13) {
            for (int value : values) {
                byte[] damaged = good.clone();
                ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putInt(place, value);
                mended(damaged);
                boolean[] works = new boolean[1];
                long bytes = AllocatedBytes.of(() -> works[0] = isReadOrRefused(damaged));
                assertTrue(place == 24 || bytes < limit, bytes + " bytes allocated for " + value + " at " + place);
                refused += works[0] ? 0 : 1;
            }
        }
        assertTrue(refused > 1000, refused + " refused");
    }

    @Test
    void randomBytesAreRefused() {
        RandomStream random = new RandomStream(4);
        for (int trial = 0; trial < 500; trial++) {
            byte[] bytes = new byte[random.below(3000)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) random.below(256);
            }
            refusal(bytes);
            if (bytes.length > 24) {
                // Behind a good header too.
                System.arraycopy(good, 0, bytes, 0, 24);
                ByteBuffer.wrap(bytes).putLong(12, bytes.length - 24L);
                String message = refusal(mended(bytes)).getMessage();
                assertTrue(message.contains("good checksum"), message);
            }
        }
    }

    @Test
    void foreignFilesAreToldFromTheirFirstBytes() {
        byte[] zip = good.clone();
        zip[0] = 'P';
        zip[1] = 'K';
        assertEquals(
                NAME + " is not a checkpoint: it begins with 504b584147454e54, expected 4744584147454e54 (GDXAGENT)",
                refusal(zip).getMessage());
    }

    @Test
    void newerVersionsAreRefusedByNumber() {
        byte[] newer = good.clone();
        ByteBuffer.wrap(newer).putInt(8, 2);
        assertEquals(
                NAME + " has format version 2, expected 1 to 1; it was written by a newer version of this program",
                refusal(newer).getMessage());
        ByteBuffer.wrap(newer).putInt(8, 0);
        assertEquals(
                NAME + " has format version 0, expected 1 to 1", refusal(newer).getMessage());
        ByteBuffer.wrap(newer).putInt(8, -1);
        assertEquals(
                NAME + " has format version -1, expected 1 to 1", refusal(newer).getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 31, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0, 1L << 32})
    void wrongLengthsAreRefusedWithoutMemory(long length) {
        byte[] damaged = good.clone();
        ByteBuffer.wrap(damaged).putLong(12, length);
        assertTrue(refusal(damaged).getMessage().contains("promises " + length + " bytes"));
        assertTrue(AllocatedBytes.leastOf(3, () -> refusal(damaged)) < 100_000);
    }

    @Test
    void parametersThatAreNoNumbersAreRefused() {
        Checkpoint broken = CheckpointCodec.decode(good, NAME);
        broken.state().parameters().get(0)[3] = Float.NaN;
        String message = refusal(CheckpointCodec.encode(broken)).getMessage();
        assertTrue(message.contains("not a finite number"), message);
    }

    @Test
    void networksThatDoNotFitTheirShapeAreRefusedBeforeMemoryIsTaken() {
        Map<String, String> noHidden = Map.of("hidden", "none", "biases", "false");
        Checkpoint wide = new Checkpoint(
                "bandit",
                Map.of(),
                LearnerSettings.with(LearnerConfigs.small(), noHidden),
                1,
                LearnerSettings.with(LearnerConfigs.small(), noHidden).network().spec(1 << 20, 3),
                new TrainerState(0, 0, 0, List.of(), 0, List.of(new float[7]), 0, List.of(), Map.of()));
        byte[] bytes = CheckpointCodec.encode(wide);
        String message = refusal(bytes).getMessage();
        assertTrue(message.contains("7 parameters, expected 3145728"), message);
        assertTrue(AllocatedBytes.leastOf(3, () -> refusal(bytes)) < 1 << 20);
    }

    @Test
    void manyTinyEpisodesDoNotCostManyTimesTheirSize() {
        SparseVector observation = new SparseVector(4);
        observation.add(1, 1);
        Trajectory tiny = new Trajectory();
        tiny.add(observation, 0, 1, true);
        Map<Integer, Trajectory> batch = new HashMap<>();
        for (int episode = 0; episode < 10_000; episode++) {
            batch.put(episode, tiny);
        }
        TrainerState state = checkpoint.state();
        byte[] bytes = CheckpointCodec.encode(new Checkpoint(
                "bandit",
                Map.of(),
                LearnerConfigs.small("batch-episodes", "10000"),
                1,
                checkpoint.spec(),
                new TrainerState(0, 0, 0, List.of(), 0, state.parameters(), 0, state.optimizerMemory(), batch)));
        long allocated = AllocatedBytes.leastOf(3, () -> CheckpointCodec.decode(bytes, NAME));
        assertTrue(allocated < 8L * bytes.length + (8 << 20), allocated + " bytes for a file of " + bytes.length);
    }

    @Test
    void manyEmptyArraysAreRefusedInOneSentence() {
        List<float[]> empty = Collections.nCopies(100_000, new float[0]);
        TrainerState state = checkpoint.state();
        byte[] bytes = CheckpointCodec.encode(new Checkpoint(
                "bandit",
                Map.of(),
                checkpoint.learner(),
                1,
                checkpoint.spec(),
                new TrainerState(0, 0, 0, List.of(), 0, state.parameters(), 0, empty, Map.of())));
        String message = refusal(bytes).getMessage();
        assertTrue(message.length() < 500, message.length() + " characters");
    }

    @Test
    void decisionsThatCannotHaveBeenAreRefused() {
        assertRefusedDecision(3, 1, "action 3");
        assertRefusedDecision(-1, 1, "action -1");
        assertRefusedDecision(0, Float.NaN, "reward NaN");
        assertRefusedDecision(0, Float.POSITIVE_INFINITY, "reward Infinity");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10, Integer.MAX_VALUE})
    void episodesOutsideTheBatchAreRefused(int episode) {
        Trajectory trajectory = new Trajectory();
        trajectory.add(new SparseVector(4), 0, 0, true);
        String message = refusal(CheckpointCodec.encode(withBatch(Map.of(episode, trajectory))))
                .getMessage();
        assertTrue(message.contains("episode " + episode), message);
    }

    private static void assertRefusedDecision(int action, float reward, String found) {
        Trajectory trajectory = new Trajectory();
        trajectory.add(new SparseVector(4), action, reward, true);
        String message = refusal(CheckpointCodec.encode(withBatch(Map.of(0, trajectory))))
                .getMessage();
        assertTrue(message.contains(found), message);
    }

    private static Checkpoint withSettings(Map<String, String> settings) {
        return new Checkpoint(
                "bandit", settings, checkpoint.learner(), checkpoint.seed(), checkpoint.spec(), checkpoint.state());
    }

    private static Checkpoint withBatch(Map<Integer, Trajectory> batch) {
        TrainerState state = checkpoint.state();
        return new Checkpoint(
                "bandit",
                Map.of(),
                checkpoint.learner(),
                1,
                checkpoint.spec(),
                new TrainerState(0, 0, 0, List.of(), 0, state.parameters(), 0, state.optimizerMemory(), batch));
    }

    private static CheckpointException refusal(byte[] bytes) {
        CheckpointException refusal =
                assertThrows(CheckpointException.class, () -> CheckpointCodec.decode(bytes, NAME));
        assertTrue(refusal.getMessage().startsWith(NAME + " "), refusal.getMessage());
        assertEquals(1, refusal.getMessage().lines().count(), refusal.getMessage());
        return refusal;
    }

    /** Whether it is read; if not, it must be refused in the proper way. */
    private static boolean isReadOrRefused(byte[] bytes) {
        try {
            return CheckpointCodec.decode(bytes, NAME).state().updates() >= 0;
        } catch (CheckpointException refusal) {
            assertTrue(refusal.getMessage().startsWith(NAME + " "), refusal.getMessage());
            return false;
        }
    }

    private static byte[] flipped(int bit) {
        byte[] damaged = good.clone();
        damaged[bit / 8] ^= (byte) (1 << (bit % 8));
        return damaged;
    }

    /** The same bytes with the checksum that they should have. */
    private static byte[] mended(byte[] bytes) {
        ByteBuffer.wrap(bytes).putInt(20, checksum(bytes));
        return bytes;
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 24, bytes.length - 24);
        return (int) crc.getValue();
    }

    private static void assertArrays(List<float[]> expected, List<float[]> found) {
        assertEquals(expected.size(), found.size());
        for (int k = 0; k < expected.size(); k++) {
            assertArrayEquals(expected.get(k), found.get(k));
        }
    }
}
