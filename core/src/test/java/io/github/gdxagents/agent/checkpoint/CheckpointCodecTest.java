package io.github.gdxagents.agent.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.learn.GameProgress;
import io.github.gdxagents.agent.learn.LearnerConfigs;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.learn.MixedEnvironment;
import io.github.gdxagents.agent.learn.TrainerState;
import io.github.gdxagents.agent.learn.Trajectory;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.SparseVector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointCodecTest {

    private static final String NAME = "runs/pong/000002.agent";

    /** A number that stands nowhere else in a checkpoint, also good as a double. */
    private static final long MARK = 0x4012_3456_789A_BCDEL;

    /** The same for an int, also good as a float. */
    private static final int INT_MARK = 0x4012_3456;

    private static Checkpoint checkpoint;
    private static byte[] good;
    private static Checkpoint actorCritic;
    private static byte[] goodActorCritic;
    private static byte[] quickActorCritic;
    /** With all kinds of spaces. */
    private static byte[] mixed;

    private static byte[] quickMixed;

    @BeforeAll
    static void train() {
        checkpoint = SmallRun.checkpoint(2, 3);
        good = CheckpointCodec.encode(checkpoint);
        actorCritic = SmallRun.actorCritic(2);
        goodActorCritic = CheckpointCodec.encode(actorCritic);
        // Adam's table of bias corrections makes thousands of readings slow.
        mixed = CheckpointCodec.encode(SmallRun.mixed(2, "hidden", "64,64"));
        quickMixed = CheckpointCodec.encode(SmallRun.mixed(2, "optimizer", "rmsprop"));
        quickActorCritic = CheckpointCodec.encode(SmallRun.actorCritic(2, "optimizer", "rmsprop"));
    }

    /** The files that are damaged. */
    enum Kind {
        REINFORCE,
        ACTOR_CRITIC,
        MIXED,
        MASKED_EPISODES
    }

    private static byte[] bytes(Kind kind) {
        return switch (kind) {
            case REINFORCE -> good;
            case ACTOR_CRITIC -> quickActorCritic;
            case MIXED -> quickMixed;
            case MASKED_EPISODES -> CheckpointCodec.encode(GoldenCheckpoint.makeEpisodes());
        };
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
        assertEquals(checkpoint.best(), read.best());
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
    void gamesAndTheBestScoreAreReadAsTheyWereWritten() {
        Checkpoint read = CheckpointCodec.decode(goodActorCritic, NAME);
        assertEquals(actorCritic.learner(), read.learner());
        assertEquals(actorCritic.spec(), read.spec());
        assertEquals(actorCritic.best(), read.best());
        assertTrue(read.best().isPresent());
        assertArrays(actorCritic.state().optimizerMemory(), read.state().optimizerMemory());
        List<GameProgress> games = read.state().games();
        assertEquals(4, games.size());
        int actions = 0;
        for (int game = 0; game < 4; game++) {
            GameProgress expected = actorCritic.state().games().get(game);
            assertEquals(expected.episode(), games.get(game).episode());
            assertArrayEquals(expected.choices(), games.get(game).choices());
            assertEquals(0, games.get(game).values().length);
            actions += expected.choices().length;
        }
        assertTrue(actions > 40, "games in the middle of their episodes");
        assertArrayEquals(goodActorCritic, CheckpointCodec.encode(read));
    }

    @Test
    void withoutAScoreInFreshEpisodesThereIsNone() {
        Checkpoint without = withState(actorCritic, actorCritic.state(), Optional.empty());
        assertEquals(
                Optional.empty(),
                CheckpointCodec.decode(CheckpointCodec.encode(without), NAME).best());
    }

    @Test
    void anotherNumberOfGamesIsRefused() {
        List<GameProgress> games = actorCritic.state().games();
        assertRefusedGames(actorCritic, games.subList(0, 3), "3 games, expected 4");
        assertRefusedGames(actorCritic, List.of(), "0 games, expected 4");
        List<GameProgress> five = new ArrayList<>(games);
        five.add(games.get(0));
        assertRefusedGames(actorCritic, five, "5 games, expected 4");
        assertRefusedGames(checkpoint, games, "4 games, expected 0");
    }

    @Test
    void wholeEpisodesOfAnActorCriticAreRefused() {
        Trajectory trajectory = new Trajectory();
        trajectory.add(new SparseVector(4), 0, 0, true);
        TrainerState state = actorCritic.state();
        assertRefused(
                withState(
                        actorCritic,
                        new TrainerState(
                                0,
                                0,
                                0,
                                List.of(),
                                state.parameters(),
                                0,
                                state.optimizerMemory(),
                                Map.of(0, trajectory),
                                state.games()),
                        Optional.empty()),
                "1 whole episodes of an actor-critic, expected none");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void actionsThatThereAreNotAreRefused(int action) {
        List<GameProgress> games = new ArrayList<>(actorCritic.state().games());
        games.set(2, new GameProgress(1, new int[] {0, 1, 2, action, 0}, new float[0]));
        assertRefusedGames(actorCritic, games, "choice must be from 0 to 2, but was " + action);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, 0, -1 updates",
        "0, -2, 0, 0, -2 episodes",
        "0, 0, -3, 0, -3 decisions",
        "0, 0, 0, -4, -4 optimiser steps"
    })
    void negativeCountsAreRefused(long updates, long episodes, long decisions, long steps, String found) {
        TrainerState state = actorCritic.state();
        assertRefused(
                withState(
                        actorCritic,
                        new TrainerState(
                                updates,
                                episodes,
                                decisions,
                                List.of(),
                                state.parameters(),
                                steps,
                                state.optimizerMemory(),
                                Map.of(),
                                state.games()),
                        Optional.empty()),
                found + ", expected 0 or more");
    }

    /** What cannot be made is written over what can. */
    @Test
    void anEpisodesNegativeNumberIsRefused() {
        List<GameProgress> games = new ArrayList<>(actorCritic.state().games());
        games.set(1, new GameProgress(MARK, new int[] {1}, new float[0]));
        Checkpoint marked = withState(actorCritic, withGames(actorCritic.state(), games), actorCritic.best());
        assertTrue(refusal(overwritten(marked, -5)).getMessage().contains("-5 episodes, expected 0 or more"));
        assertTrue(isReadOrRefused(overwritten(marked, 5)));
    }

    @Test
    void scoresThatCannotHaveBeenAreRefused() {
        Checkpoint decisions =
                withState(actorCritic, actorCritic.state(), Optional.of(new HeldOutScore(MARK, 20, 1, 0.5)));
        assertTrue(refusal(overwritten(decisions, -1)).getMessage().contains("-1 decisions, expected 0 or more"));
        double mark = Double.longBitsToDouble(MARK);
        Checkpoint mean = withState(actorCritic, actorCritic.state(), Optional.of(new HeldOutScore(1, 20, mark, 0.5)));
        Checkpoint error = withState(actorCritic, actorCritic.state(), Optional.of(new HeldOutScore(1, 20, 1, mark)));
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            refusal(overwritten(mean, Double.doubleToRawLongBits(wrong)));
        }
        for (double wrong : new double[] {Double.NaN, -0.25}) {
            refusal(overwritten(error, Double.doubleToRawLongBits(wrong)));
        }
        assertTrue(isReadOrRefused(overwritten(mean, Double.doubleToRawLongBits(-21))));
        assertTrue(isReadOrRefused(overwritten(error, 0)));
        // The number of episodes stands between the two.
        byte[] noEpisodes = CheckpointCodec.encode(mean);
        ByteBuffer.wrap(noEpisodes).order(ByteOrder.LITTLE_ENDIAN).putInt(placeOfMark(noEpisodes) - 4, 0);
        refusal(mended(noEpisodes));
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, 0.5f, Float.NaN, Float.POSITIVE_INFINITY})
    void stepsOfLinesThatAreNoCountsAreRefused(float steps) {
        Checkpoint broken = CheckpointCodec.decode(goodActorCritic, NAME);
        List<float[]> memory = broken.state().optimizerMemory();
        memory.get(memory.size() - 1)[2] = steps;
        assertRefused(broken, "memory of Adam must count steps");
    }

    @Test
    void theHeaderIsTheDocumentedOne() {
        ByteBuffer header = ByteBuffer.wrap(good);
        byte[] magic = new byte[8];
        header.get(magic);
        assertEquals("GDXAGENT", new String(magic, StandardCharsets.US_ASCII));
        assertEquals(3, header.getInt());
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

    @ParameterizedTest
    @EnumSource(Kind.class)
    void truncationAnywhereIsFound(Kind kind) {
        byte[] whole = bytes(kind);
        int places = 0;
        for (int length = 0; length < whole.length; length += length < 64 ? 1 : Math.max(1, whole.length / 200)) {
            byte[] cut = Arrays.copyOf(whole, length);
            String message = refusal(cut).getMessage();
            assertTrue(message.contains("cut short"), message);
            places++;
        }
        refusal(Arrays.copyOf(whole, whole.length - 1));
        assertTrue(places >= 64 + 50, places + " places");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void bytesAfterTheEndAreFound(Kind kind) {
        byte[] whole = bytes(kind);
        refusal(Arrays.copyOf(whole, whole.length + 1));
        // Also with a length and a checksum that fit.
        byte[] longer = Arrays.copyOf(whole, whole.length + 4);
        ByteBuffer.wrap(longer).putLong(12, longer.length - 24L);
        assertTrue(refusal(mended(longer)).getMessage().contains("4 bytes after the end"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyFlippedBitIsFound(Kind kind) {
        byte[] whole = bytes(kind);
        RandomStream random = new RandomStream(1);
        for (int bit = 0; bit < 64 * 8; bit++) {
            refusal(flipped(whole, bit));
        }
        for (int trial = 0; trial < 4000; trial++) {
            refusal(flipped(whole, random.below(whole.length * 8)));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void severalFlippedBitsAreFound(Kind kind) {
        byte[] whole = bytes(kind);
        RandomStream random = new RandomStream(2);
        for (int trial = 0; trial < 2000; trial++) {
            byte[] damaged = whole.clone();
            int first = 192 + random.below(whole.length * 8 - 192 - 64);
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
    @ParameterizedTest
    @EnumSource(Kind.class)
    void damageUnderAGoodChecksumIsFoundOrHarmlessAndNeverCostsMemory(Kind kind) {
        byte[] whole = bytes(kind);
        RandomStream random = new RandomStream(3);
        int refused = 0;
        int read = 0;
        long limit = 8L * whole.length + (4 << 20);
        // The fields are at the front: nearly every bit there, and many of the numbers behind.
        int dense = 600 * 8;
        for (int trial = 0; trial < dense + 3000; trial++) {
            byte[] damaged =
                    mended(flipped(whole, 192 + (trial < dense ? trial : random.below(whole.length * 8 - 192))));
            boolean[] works = new boolean[1];
            long bytes = AllocatedBytes.of(() -> works[0] = isReadOrRefused(damaged));
            assertTrue(trial < 10 || bytes < limit, bytes + " bytes allocated");
            read += works[0] ? 1 : 0;
            refused += works[0] ? 0 : 1;
        }
        assertTrue(refused > 1000 && read > 1000, refused + " refused, " + read + " read");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void overwrittenNumbersUnderAGoodChecksumAreFoundOrHarmlessAndNeverCostMemory(Kind kind) {
        byte[] whole = bytes(kind);
        long limit = 8L * whole.length + (4 << 20);
        int[] values = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 20, 1 << 28, 0};
        int refused = 0;
        for (int place = 24; place < whole.length - 4; place += place < 1000 ? 1 : 13) {
            for (int value : values) {
                byte[] damaged = whole.clone();
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

    @ParameterizedTest
    @EnumSource(Kind.class)
    void randomBytesAreRefused(Kind kind) {
        byte[] whole = bytes(kind);
        RandomStream random = new RandomStream(4);
        for (int trial = 0; trial < 500; trial++) {
            byte[] bytes = new byte[random.below(3000)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) random.below(256);
            }
            refusal(bytes);
            if (bytes.length > 24) {
                // Behind a whole header too.
                System.arraycopy(whole, 0, bytes, 0, 24);
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
        ByteBuffer.wrap(newer).putInt(8, 4);
        assertEquals(
                NAME + " has format version 4, expected 1 to 3; it was written by a newer version of this program",
                refusal(newer).getMessage());
        ByteBuffer.wrap(newer).putInt(8, 0);
        assertEquals(
                NAME + " has format version 0, expected 1 to 3", refusal(newer).getMessage());
        ByteBuffer.wrap(newer).putInt(8, -1);
        assertEquals(
                NAME + " has format version -1, expected 1 to 3", refusal(newer).getMessage());
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
                new TrainerState(0, 0, 0, List.of(), List.of(new float[7]), 0, List.of(), Map.of(), List.of()),
                Optional.empty(),
                0);
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
                new TrainerState(0, 0, 0, List.of(), state.parameters(), 0, state.optimizerMemory(), batch, List.of()),
                Optional.empty(),
                0));
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
                new TrainerState(0, 0, 0, List.of(), state.parameters(), 0, empty, Map.of(), List.of()),
                Optional.empty(),
                0));
        String message = refusal(bytes).getMessage();
        assertTrue(message.length() < 500, message.length() + " characters");
    }

    @Test
    void decisionsThatCannotHaveBeenAreRefused() {
        assertRefusedDecision(3, 1, "choice must be from 0 to 2, but was 3");
        assertRefusedDecision(-1, 1, "choice must be from 0 to 2, but was -1");
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

    /** Lists whose counts promise more than there may be, or more than the file holds. */
    @ParameterizedTest
    @CsvSource({
        "0, 4097, '4097 entries, expected at most 4096'",
        "0, -1, -1 entries",
        "0, 2147483647, 2147483647 entries",
        "1, 17, '17 images, expected at most 16'",
        "1, -1, -1 images",
        "2, 65, '65 branches, expected at most 64'",
        "2, -1, -1 branches",
        "2, 1073741824, 1073741824 branches",
        "3, 65, '65 ranges, expected at most 64'",
        "3, 536870912, 536870912 ranges"
    })
    void countsOfSpacesThatCannotBeAreRefused(int list, int count, String found) {
        int place = SpacePlaces.of(mixed)[list];
        byte[] bytes = withInt(mixed, place, count);
        if (count == 65 || count == 4097 || count == 17) {
            // There would be bytes enough.
            assertTrue(bytes.length > place + 4 * count);
        }
        String message = refusal(bytes).getMessage();
        assertTrue(message.contains(found), message);
        assertTrue(AllocatedBytes.leastOf(3, () -> refusal(bytes)) < bytes.length + 200_000);
    }

    @Test
    void spacesThatCannotBeAreRefused() {
        int[] places = SpacePlaces.of(mixed);
        int branches = places[2];
        for (int choices : new int[] {1, 0, -1, 1025, Integer.MIN_VALUE}) {
            assertRefusedBytes(withInt(mixed, branches + 4, choices), "choices of a branch must be from 2 to 1024");
        }
        int range = places[3] + 4;
        for (float low : new float[] {Float.NaN, Float.NEGATIVE_INFINITY, 4, 5}) {
            assertRefusedBytes(
                    withInt(mixed, range, Float.floatToRawIntBits(low)), "a range must be two finite numbers");
        }
        assertRefusedBytes(
                withInt(mixed, range + 4, Float.floatToRawIntBits(Float.NaN)), "a range must be two finite numbers");
        // Behind the images stand the number of features, the stack, and whether entries are normalised.
        int features = places[1] + 4;
        assertRefusedBytes(withInt(mixed, features, -1), "no negative number of features");
        assertRefusedBytes(withInt(mixed, features, 1 << 20), "an observation must have 1 to 1048576 numbers");
        assertRefusedBytes(withInt(mixed, features + 4, 65), "stack must be from 1 to 64, but was 65");
        assertRefusedBytes(withInt(mixed, features + 4, 0), "stack must be from 1 to 64, but was 0");
        assertRefusedBytes(withInt(mixed, features + 4, 3), "parameters, expected");
        // Then comes how many inputs the network normalises.
        int normalised = features + 9;
        assertEquals(4, ByteBuffer.wrap(mixed).order(ByteOrder.LITTLE_ENDIAN).getInt(normalised));
        assertRefusedBytes(withInt(mixed, normalised, 5), "normalised inputs must be from 0 to 4, but was 5");
        assertRefusedBytes(withInt(mixed, normalised, -1), "normalised inputs must be from 0 to 4, but was -1");
        assertRefusedBytes(
                withInt(mixed, normalised, 3),
                "the network normalises 3 inputs, but the observations have 4 to be normalised");
        assertRefusedBytes(withInt(mixed, normalised, 0), "moments must have 1 numbers, but have 9");
        assertTrue(isReadOrRefused(withInt(mixed, normalised, 4)));
        // The same name twice.
        byte[] twice = mixed.clone();
        int name = places[0] + 8;
        System.arraycopy("side".getBytes(StandardCharsets.US_ASCII), 0, twice, name + 10, 4);
        assertEquals("signal", new String(twice, name, 6, StandardCharsets.US_ASCII));
        assertEquals("side", new String(twice, name + 10, 4, StandardCharsets.US_ASCII));
        System.arraycopy(" ".repeat(6).getBytes(StandardCharsets.US_ASCII), 0, twice, name, 6);
        assertRefusedBytes(mended(twice), "each entry must have a name of its own");
    }

    @Test
    void momentsThatCannotBeAreRefused() {
        Checkpoint whole = CheckpointCodec.decode(mixed, NAME);
        List<Double> inputs = whole.state().inputMoments();
        List<Double> returns = whole.state().returnMoments();
        assertEquals(9, inputs.size());
        assertEquals(3, returns.size());
        assertTrue(isReadOrRefused(CheckpointCodec.encode(withMoments(whole, List.of(), List.of()))));
        assertRefused(withMoments(whole, inputs.subList(0, 8), returns), "moments must have 9 numbers, but have 8");
        assertRefused(
                withMoments(whole, Collections.nCopies(11, 1.0), returns), "moments must have 9 numbers, but have 11");
        assertRefused(withMoments(whole, inputs, returns.subList(0, 2)), "moments must have 3 numbers, but have 2");
        assertRefused(withMoments(whole, inputs, inputs), "moments must have 3 numbers, but have 9");
        for (int place : new int[] {0, 1, 8}) {
            for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
                List<Double> broken = new ArrayList<>(inputs);
                broken.set(place, wrong);
                assertRefused(withMoments(whole, broken, returns), "moments must be finite numbers");
            }
        }
        assertRefused(withMoments(whole, inputs, List.of(0.0, 1.0, 1.0)), "the count a whole one of 1 or more");
        assertRefused(withMoments(whole, inputs, List.of(5.0, 1.0, -1.0)), "squares 0 or more");
        assertRefused(withMoments(checkpoint, inputs, List.of()), "moments must have 1 numbers, but have 9");
    }

    @Test
    void gamesOfHalfActionsAreRefused() {
        Checkpoint whole = CheckpointCodec.decode(mixed, NAME);
        int[][] choices = {{0, 1, 2}, {0, 1}, {0, 1}, {0, 2}, {0, 1}};
        float[][] values = {{0}, {}, {0, 0}, {0}, {Float.NaN}};
        String[] found = {
            "3 choices and 1 values are no whole number",
            "2 choices and 0 values are no whole number",
            "2 choices and 2 values are no whole number",
            "choice must be from 0 to 1, but was 2",
            "squashed from a finite number, but was from NaN"
        };
        for (int k = 0; k < found.length; k++) {
            List<GameProgress> games = new ArrayList<>(whole.state().games());
            games.set(3, new GameProgress(1, choices[k], values[k]));
            assertRefused(withGames(whole, games), found[k]);
        }
    }

    @Test
    void actionsThatTheirMaskForbidsAreRefused() {
        ActionSpec spec = ActionSpec.discrete(3);
        for (int forbidden = 0; forbidden < 3; forbidden++) {
            ActionMask mask = new ActionMask(spec);
            mask.forbid(forbidden);
            Action action = new Action(spec);
            action.choose(1);
            Trajectory trajectory = new Trajectory(spec);
            trajectory.add(new SparseVector(4), mask, action, 1, true);
            byte[] bytes = CheckpointCodec.encode(withBatch(Map.of(0, trajectory)));
            if (forbidden == 1) {
                assertRefusedBytes(bytes, "choice 1 of branch 0, which its mask forbids");
            } else {
                assertTrue(isReadOrRefused(bytes));
            }
        }
    }

    private static void assertRefusedBytes(byte[] bytes, String found) {
        String message = refusal(bytes).getMessage();
        assertTrue(message.contains(found), message);
    }

    private static byte[] withInt(byte[] whole, int place, int number) {
        byte[] bytes = whole.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(place, number);
        return mended(bytes);
    }

    /** Where the counts of entries, images, branches and ranges stand in the file of a run on {@link MixedEnvironment}. */
    private static final class SpacePlaces {

        static int[] of(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            buffer.position(24);
            skipTexts(buffer, 1);
            skipTexts(buffer, 2 * buffer.getInt());
            skipTexts(buffer, 2 * buffer.getInt());
            int[] places = new int[4];
            places[0] = buffer.position();
            assertEquals(2, buffer.getInt());
            skipTexts(buffer, 2);
            places[1] = buffer.position();
            assertEquals(0, buffer.getInt());
            // Features, stack, whether normalised, and how many.
            buffer.position(buffer.position() + 13);
            places[2] = buffer.position();
            assertEquals(2, buffer.getInt());
            assertEquals(3, buffer.getInt());
            assertEquals(2, buffer.getInt());
            places[3] = buffer.position();
            assertEquals(1, buffer.getInt());
            assertEquals(-2, buffer.getFloat());
            assertEquals(4, buffer.getFloat());
            return places;
        }

        private static void skipTexts(ByteBuffer buffer, int count) {
            for (int i = 0; i < count; i++) {
                int length = buffer.getInt();
                buffer.position(buffer.position() + length);
            }
        }
    }

    private static Checkpoint withMoments(Checkpoint from, List<Double> inputs, List<Double> returns) {
        return withGamesAndMoments(from, from.state().games(), inputs, returns);
    }

    private static Checkpoint withGames(Checkpoint from, List<GameProgress> games) {
        return withGamesAndMoments(
                from, games, from.state().inputMoments(), from.state().returnMoments());
    }

    private static Checkpoint withGamesAndMoments(
            Checkpoint from, List<GameProgress> games, List<Double> inputs, List<Double> returns) {
        TrainerState state = from.state();
        return new Checkpoint(
                from.game(),
                from.gameSettings(),
                from.learner(),
                from.seed(),
                from.spec(),
                new TrainerState(
                        state.updates(),
                        state.episodes(),
                        state.decisions(),
                        state.recentScores(),
                        state.parameters(),
                        state.optimizerSteps(),
                        state.optimizerMemory(),
                        state.partialBatch(),
                        games,
                        inputs,
                        returns),
                from.best(),
                from.evaluatedAt(),
                from.observations());
    }

    private static void assertRefusedDecision(int action, float reward, String found) {
        Trajectory trajectory = new Trajectory();
        trajectory.add(new SparseVector(4), 2, Float.intBitsToFloat(INT_MARK), true);
        byte[] bytes = CheckpointCodec.encode(withBatch(Map.of(0, trajectory)));
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int place = 0;
        while (buffer.getInt(place) != INT_MARK) {
            place++;
        }
        // What cannot be made is written over what can; the action stands before its reward.
        assertEquals(2, buffer.getInt(place - 4));
        buffer.putInt(place - 4, action).putFloat(place, reward);
        String message = refusal(mended(bytes)).getMessage();
        assertTrue(message.contains(found), message);
    }

    private static void assertRefusedGames(Checkpoint from, List<GameProgress> games, String found) {
        assertRefused(withState(from, withGames(from.state(), games), from.best()), found);
    }

    private static void assertRefused(Checkpoint bad, String found) {
        String message = refusal(CheckpointCodec.encode(bad)).getMessage();
        assertTrue(message.contains(found), message);
    }

    private static TrainerState withGames(TrainerState state, List<GameProgress> games) {
        return new TrainerState(
                state.updates(),
                state.episodes(),
                state.decisions(),
                state.recentScores(),
                state.parameters(),
                state.optimizerSteps(),
                state.optimizerMemory(),
                Map.of(),
                games);
    }

    private static Checkpoint withState(Checkpoint from, TrainerState state, Optional<HeldOutScore> best) {
        return new Checkpoint(
                from.game(),
                from.gameSettings(),
                from.learner(),
                from.seed(),
                from.spec(),
                state,
                best,
                from.evaluatedAt());
    }

    /** The bytes of a checkpoint with another number in the place of the mark. */
    private static byte[] overwritten(Checkpoint marked, long number) {
        byte[] bytes = CheckpointCodec.encode(marked);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(placeOfMark(bytes), number);
        return mended(bytes);
    }

    private static int placeOfMark(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int place = 0;
        while (buffer.getLong(place) != MARK) {
            place++;
        }
        return place;
    }

    private static Checkpoint withSettings(Map<String, String> settings) {
        return new Checkpoint(
                "bandit",
                settings,
                checkpoint.learner(),
                checkpoint.seed(),
                checkpoint.spec(),
                checkpoint.state(),
                checkpoint.best(),
                checkpoint.evaluatedAt());
    }

    private static Checkpoint withBatch(Map<Integer, Trajectory> batch) {
        TrainerState state = checkpoint.state();
        return new Checkpoint(
                "bandit",
                Map.of(),
                checkpoint.learner(),
                1,
                checkpoint.spec(),
                new TrainerState(0, 0, 0, List.of(), state.parameters(), 0, state.optimizerMemory(), batch, List.of()),
                Optional.empty(),
                0);
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

    private static byte[] flipped(byte[] whole, int bit) {
        byte[] damaged = whole.clone();
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
