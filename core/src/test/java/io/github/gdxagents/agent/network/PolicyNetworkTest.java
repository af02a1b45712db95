package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.ActionSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyNetworkTest {

    private static final NetworkSpec SPEC =
            new NetworkSpec(3, 2, List.of(4), Activation.RELU, true, OutputKind.SOFTMAX, Critic.NONE);

    private final PolicyNetwork network = PolicyNetwork.fresh(
            SPEC, WeightInit.parse("normal:1"), WeightInit.parse("normal:0.001"), new RandomStream(1));

    @Test
    void parametersComeLayerByLayerWeightsFirst() {
        assertEquals(
                List.of(12, 4, 8, 2),
                network.parameters().stream().map(array -> array.length).toList());
    }

    @Test
    void freshBiasesAreZeroAndEachLayerHasItsOwnInitialiser() {
        assertArrayEquals(new float[4], network.parameters().get(1));
        assertArrayEquals(new float[2], network.parameters().get(3));
        for (float weight : network.parameters().get(0)) {
            assertTrue(Math.abs(weight) > 0.006, "hidden weight " + weight);
        }
        for (float weight : network.parameters().get(2)) {
            assertTrue(weight != 0 && Math.abs(weight) < 0.006, "output weight " + weight);
        }
    }

    @Test
    void anOutputWithoutHiddenLayersUsesTheOutputInitialiser() {
        NetworkConfig config = new NetworkConfig(
                List.of(),
                Activation.RELU,
                false,
                OutputKind.SOFTMAX,
                Critic.NONE,
                WeightInit.parse("normal:1"),
                WeightInit.parse("normal:0.001"));
        PolicyNetwork flat = config.fresh(50, 2, new RandomStream(1));
        for (float weight : flat.parameters().get(0)) {
            assertTrue(Math.abs(weight) < 0.006, "weight " + weight);
        }
    }

    @Test
    void onlyTheFirstLayerOfEachStackUsesTheInputInitialiser() {
        NetworkConfig config = new NetworkConfig(
                List.of(4, 5, 6),
                Activation.RELU,
                false,
                OutputKind.SOFTMAX,
                Critic.SEPARATE,
                WeightInit.parse("normal:1000"),
                WeightInit.parse("normal:1"),
                WeightInit.parse("normal:0.001"));
        List<float[]> parameters = config.fresh(50, 2, new RandomStream(1)).parameters();
        double[] deviations = {1000, 1, 1, 0.001, 1000, 1, 1, 0.001};
        assertEquals(8, parameters.size());
        for (int k = 0; k < 8; k++) {
            double squares = 0;
            for (float weight : parameters.get(k)) {
                squares += (double) weight * weight;
            }
            double deviation = Math.sqrt(squares / parameters.get(k).length);
            assertTrue(deviation > deviations[k] / 4 && deviation < 4 * deviations[k], k + ": " + deviation);
        }
    }

    @Test
    void parametersAreCopiesAndLinesAreLive() {
        List<float[]> given = network.parameters();
        PolicyNetwork twin = PolicyNetwork.of(SPEC, given);
        given.get(0)[0] = 77;
        assertNotEquals(77, twin.parameters().get(0)[0]);
        twin.parameters().get(3)[0] = 5;
        assertEquals(0, new ForwardPass(twin).forward(new float[3])[0]);
        // Three inputs, the hidden biases, two outputs of the narrow layer, their biases.
        assertEquals(7, twin.lines().length);
        twin.lines()[6][0] = 5;
        assertEquals(5, new ForwardPass(twin).forward(new float[3])[0]);
        assertEquals(5, twin.parameters().get(3)[0]);
    }

    @Test
    void aSeparateCriticsParametersFollowThoseOfThePolicy() {
        NetworkSpec spec =
                new NetworkSpec(3, 2, List.of(4), Activation.RELU, true, OutputKind.SOFTMAX, Critic.SEPARATE);
        PolicyNetwork separate = PolicyNetwork.fresh(
                spec, WeightInit.parse("normal:1"), WeightInit.parse("normal:0.001"), new RandomStream(1));
        assertEquals(
                List.of(12, 4, 8, 2, 12, 4, 4, 1),
                separate.parameters().stream().map(array -> array.length).toList());
        for (int k = 0; k < 4; k++) {
            assertArrayEquals(
                    network.parameters().get(k), separate.parameters().get(k), "a critic changes no policy's weights");
        }
        for (float weight : separate.parameters().get(6)) {
            assertTrue(weight != 0 && Math.abs(weight) < 0.006, "output weight " + weight);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aSingleNumberThatIsNoneIsFound(float number) {
        assertTrue(network.isFinite());
        network.lines()[5][3] = number;
        assertFalse(network.isFinite());
    }

    @Test
    void largestFloatsAreNumbers() {
        network.lines()[0][0] = Float.MAX_VALUE;
        network.lines()[0][1] = Float.MAX_VALUE;
        assertTrue(network.isFinite());
    }

    @Test
    void refusesArraysThatDoNotFitAndChangesNothing() {
        List<float[]> before = network.parameters();
        List<float[]> wrong = List.of(new float[12], new float[4], new float[8], new float[3]);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> network.set(wrong));
        assertEquals("parameters must have the lengths [12, 4, 8, 2], but have [12, 4, 8, 3]", refusal.getMessage());
        List<float[]> fewer = List.of(new float[12]);
        assertThrows(IllegalArgumentException.class, () -> network.set(fewer));
        for (int k = 0; k < before.size(); k++) {
            assertArrayEquals(before.get(k), network.parameters().get(k));
        }
    }

    @Test
    void aCopyIsEqualAndSharesNothing() {
        NetworkSpec spec = new NetworkSpec(
                3,
                ActionSpec.discrete(2),
                List.of(4),
                Activation.RELU,
                true,
                OutputKind.SOFTMAX,
                Critic.SEPARATE,
                1,
                2);
        WeightInit init = WeightInit.parse("normal:1");
        PolicyNetwork one = PolicyNetwork.fresh(spec, init, init, new RandomStream(1));
        one.normaliser().set(List.of(10.0, 4.0, -1.0, 40.0, 2.5));
        PolicyNetwork other = PolicyNetwork.fresh(spec, init, init, new RandomStream(2));
        PolicyNetwork copy = one.copy();
        other.copyFrom(one);
        float[] seen = {1, 2, 3};
        float[] expected = new ForwardPass(one).forward(seen).clone();
        for (PolicyNetwork same : List.of(copy, other)) {
            assertArrayEquals(expected, new ForwardPass(same).forward(seen));
            assertEquals(one.normaliser().toList(), same.normaliser().toList());
            for (int k = 0; k < 8; k++) {
                assertArrayEquals(one.parameters().get(k), same.parameters().get(k));
            }
        }
        one.lines()[0][0] += 1;
        one.normaliser().set(List.of());
        assertArrayEquals(expected, new ForwardPass(copy).forward(seen));
        assertArrayEquals(expected, new ForwardPass(other).forward(seen));
        assertEquals(0, AllocatedBytes.leastOf(20, () -> other.copyFrom(one)));
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> network.copyFrom(other));
        assertEquals("expected a network of " + SPEC + ", but was " + spec, refusal.getMessage());
    }

    @Test
    void theFirstLayerGetsNormalisedInputs() {
        NetworkSpec spec = new NetworkSpec(
                3, ActionSpec.discrete(2), List.of(), Activation.RELU, true, OutputKind.SOFTMAX, Critic.SEPARATE, 0, 2);
        WeightInit init = WeightInit.parse("normal:1");
        PolicyNetwork normalising = PolicyNetwork.fresh(spec, init, init, new RandomStream(1));
        normalising.normaliser().set(List.of(10.0, 4.0, -1.0, 40.0, 2.5));
        NetworkSpec plain = new NetworkSpec(
                3, ActionSpec.discrete(2), List.of(), Activation.RELU, true, OutputKind.SOFTMAX, Critic.SEPARATE, 0, 0);
        ForwardPass expected = new ForwardPass(PolicyNetwork.of(plain, normalising.parameters()));
        ForwardPass pass = new ForwardPass(normalising);
        assertArrayEquals(expected.forward(new float[] {1, 2, 5}), pass.forward(new float[] {6, 0, 5}), 1e-5f);
        assertEquals(expected.value(), pass.value(), 1e-5f);
        float[] input = new float[3];
        pass.input().toDense(input);
        assertArrayEquals(new float[] {1, 2, 5}, input, 1e-6f);
        // What was learned meanwhile shows with the next look.
        normalising.normaliser().set(List.of(10.0, 6.0, -1.0, 40.0, 2.5));
        pass.forward(new float[] {6, 0, 5});
        pass.input().toDense(input);
        assertArrayEquals(new float[] {0, 2, 5}, input, 1e-6f);
    }

    @Test
    void configurationsAreCheckedBeforeTheGameIsKnown() {
        WeightInit init = WeightInit.parse("glorot");
        List<Integer> noUnits = List.of(0);
        assertThrows(
                IllegalArgumentException.class,
                () -> new NetworkConfig(noUnits, Activation.RELU, false, OutputKind.SOFTMAX, Critic.NONE, init, init));
    }
}
