package io.github.gdxagents.agent.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCodecTest {

    private static final int HEADER = PolicyCodec.HEADER;

    private static void assertSame(Policy expected, Policy found) {
        assertEquals(expected.game(), found.game());
        assertEquals(expected.settings(), found.settings());
        assertEquals(expected.observations(), found.observations());
        assertEquals(expected.score(), found.score());
        assertEquals(expected.network().spec(), found.network().spec());
        assertEquals(
                expected.network().normaliser().toList(),
                found.network().normaliser().toList());
        List<float[]> weights = expected.network().parameters();
        for (int k = 0; k < weights.size(); k++) {
            assertArrayEquals(weights.get(k), found.network().parameters().get(k));
        }
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream input = PolicyCodecTest.class.getResourceAsStream("/golden/" + name)) {
            return input.readAllBytes();
        }
    }

    /** Both files hold the same. If this fails, an old policy has become unreadable, or reads as something else. */
    @ParameterizedTest
    @CsvSource({"policy-v1.policy, FULL", "policy-v1-half.policy, HALF"})
    void goldenFilesStayReadable(String name, WeightPrecision precision) throws IOException {
        byte[] bytes = golden(name);
        assertSame(GoldenPolicy.make(), PolicyCodec.decode(bytes, name));
        assertEquals(precision, PolicyCodec.precision(bytes, name));
        assertSame(GoldenPolicy.make(), PolicyCodec.decode(new ByteArrayInputStream(bytes), name));
    }

    /** If this fails, the format has changed without a new version number. */
    @ParameterizedTest
    @CsvSource({"policy-v1.policy, FULL", "policy-v1-half.policy, HALF"})
    void goldenFilesAreStillWrittenTheSame(String name, WeightPrecision precision) throws IOException {
        assertArrayEquals(golden(name), PolicyCodec.encode(GoldenPolicy.make(), precision));
    }

    @ParameterizedTest
    @EnumSource(Critic.class)
    void whatIsWrittenIsRead(Critic critic) {
        Policy policy = Policies.policy(critic);
        byte[] bytes = PolicyCodec.encode(policy, WeightPrecision.FULL);
        assertSame(policy, PolicyCodec.decode(bytes, "memory"));
        assertArrayEquals(bytes, PolicyCodec.encode(PolicyCodec.decode(bytes, "memory"), WeightPrecision.FULL));
    }

    @Test
    void aPolicyWithoutHiddenLayersBiasesOrScoreIsReadToo() {
        NetworkSpec spec = new NetworkSpec(4, 2, List.of(), Activation.RELU, false, OutputKind.SIGMOID, Critic.NONE);
        Policy policy = new Policy("", Map.of(), ObservationSpec.features(4), Policies.network(spec), Optional.empty());
        assertSame(policy, PolicyCodec.decode(PolicyCodec.encode(policy, WeightPrecision.FULL), "memory"));
    }

    @Test
    void halfWeightsAreTheNearestHalfs() {
        Policy policy = Policies.policy(Critic.SHARED);
        Policy found = PolicyCodec.decode(PolicyCodec.encode(policy, WeightPrecision.HALF), "memory");
        List<float[]> weights = policy.network().parameters();
        for (int k = 0; k < weights.size(); k++) {
            for (int i = 0; i < weights.get(k).length; i++) {
                float weight = weights.get(k)[i];
                assertEquals(
                        HalfFloat.toFloat(HalfFloat.of(weight)),
                        found.network().parameters().get(k)[i]);
                assertEquals(weight, found.network().parameters().get(k)[i], Math.abs(weight) / 2048 + 1e-7);
            }
        }
        assertEquals(policy.score(), found.score());
        assertEquals(
                policy.network().normaliser().toList(),
                found.network().normaliser().toList());
    }

    @Test
    void aWeightBeyondHalfPrecisionIsRefused() {
        PolicyNetwork network = Policies.network(Policies.spec(Critic.NONE, 0));
        network.lines()[3][1] = -65_520;
        Policy policy = new Policy("trial", Map.of(), Policies.OBSERVATIONS, network, Optional.empty());
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> PolicyCodec.encode(policy, WeightPrecision.HALF));
        assertEquals("half precision holds weights up to 65504, but one is -65520.0; use float32", e.getMessage());
        PolicyCodec.encode(policy, WeightPrecision.FULL);
    }

    /** The network of "Pong from Pixels": 6,400 pixels, 200 units. */
    @Test
    void pongsNetworkTakesLessThanSixMegabytes() {
        NetworkSpec spec =
                new NetworkSpec(6400, 2, List.of(200), Activation.RELU, true, OutputKind.SOFTMAX, Critic.NONE);
        Policy policy =
                new Policy("pong", Map.of(), ObservationSpec.features(6400), Policies.network(spec), Optional.empty());
        assertEquals(5_122_507, PolicyCodec.encode(policy, WeightPrecision.FULL).length);
        assertEquals(2_561_303, PolicyCodec.encode(policy, WeightPrecision.HALF).length);
    }

    @ParameterizedTest
    @EnumSource(WeightPrecision.class)
    void aFileThatIsCutAnywhereIsRefused(WeightPrecision precision) {
        byte[] bytes = PolicyCodec.encode(GoldenPolicy.make(), precision);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            PolicyException e = assertThrows(PolicyException.class, () -> PolicyCodec.decode(cut, "cut.policy"));
            assertTrue(e.getMessage().startsWith("cut.policy is cut short"), e.getMessage());
        }
        PolicyException longer = assertThrows(
                PolicyException.class,
                () -> PolicyCodec.decode(Arrays.copyOf(bytes, bytes.length + 1), "longer.policy"));
        assertTrue(longer.getMessage().contains("promises"), longer.getMessage());
    }

    @Test
    void everyFlippedBitIsNoticed() {
        byte[] bytes = PolicyCodec.encode(GoldenPolicy.make(), WeightPrecision.FULL);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(PolicyException.class, () -> PolicyCodec.decode(flipped, "flipped.policy"));
        }
    }

    /** With a checksum that is right again, every value must still be bounded: a refusal or a policy, nothing else, and little memory. */
    @Test
    void hostileNumbersWithAGoodChecksumAreRefusedOrHarmless() {
        byte[] bytes = PolicyCodec.encode(GoldenPolicy.make(), WeightPrecision.FULL);
        int[] hostile = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 0, 1, 0x7FC0_0000, 1 << 20, 1 << 24};
        for (int at = HEADER; at + 4 <= bytes.length; at++) {
            for (int number : hostile) {
                byte[] changed = bytes.clone();
                ByteBuffer.wrap(changed).putInt(at, number);
                sign(changed);
                long allocated = AllocatedBytes.of(() -> readOrRefuse(changed));
                assertTrue(allocated < 4_000_000, number + " at " + at + " took " + allocated + " bytes");
            }
        }
    }

    @Test
    void randomDamageWithAGoodChecksumIsRefusedOrHarmless() {
        byte[] bytes = PolicyCodec.encode(GoldenPolicy.make(), WeightPrecision.HALF);
        RandomStream random = new RandomStream(11);
        for (int trial = 0; trial < 20_000; trial++) {
            byte[] changed = bytes.clone();
            for (int k = 0; k <= random.below(4); k++) {
                changed[HEADER + random.below(changed.length - HEADER)] = (byte) random.below(256);
            }
            sign(changed);
            readOrRefuse(changed);
        }
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            Policy policy = PolicyCodec.decode(bytes, "hostile.policy");
            assertTrue(policy.network().isFinite());
        } catch (PolicyException e) {
            assertTrue(e.getMessage().startsWith("hostile.policy has a good checksum but"), e.getMessage());
        }
    }

    private static void sign(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, HEADER, bytes.length - HEADER);
        ByteBuffer.wrap(bytes).putInt(HEADER - 4, (int) crc.getValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 2, 77})
    void otherVersionsAreRefusedByName(int version) {
        byte[] bytes = PolicyCodec.encode(GoldenPolicy.make(), WeightPrecision.FULL);
        ByteBuffer.wrap(bytes).putInt(8, version);
        PolicyException e = assertThrows(PolicyException.class, () -> PolicyCodec.decode(bytes, "new.policy"));
        assertTrue(
                e.getMessage().startsWith("new.policy has format version " + version + ", expected 1"), e.getMessage());
        assertEquals(version > 1, e.getMessage().contains("newer version"));
    }

    @Test
    void anotherKindOfFileIsRefusedByItsFirstBytes() {
        byte[] picture = new byte[100];
        picture[0] = (byte) 0x89;
        picture[1] = 'P';
        PolicyException e = assertThrows(PolicyException.class, () -> PolicyCodec.decode(picture, "a.png"));
        assertEquals(
                "a.png is not a policy: it begins with 8950000000000000, expected 474458504f4c4359 (GDXPOLCY)",
                e.getMessage());
        assertFalse(PolicyCodec.isPolicy(picture));
        assertFalse(PolicyCodec.isPolicy(new byte[3]));
    }

    @Test
    void tooLongATextIsRefusedWhenWriting() {
        Policy policy = new Policy(
                "ü".repeat(2049),
                Map.of(),
                Policies.OBSERVATIONS,
                Policies.network(Policies.spec(Critic.NONE, 0)),
                Optional.empty());
        assertThrows(IllegalArgumentException.class, () -> PolicyCodec.encode(policy, WeightPrecision.FULL));
    }
}
