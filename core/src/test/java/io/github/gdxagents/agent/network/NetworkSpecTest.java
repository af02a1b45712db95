package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSpecTest {

    @Test
    void knowsTheShapeOfEachLayer() {
        NetworkSpec spec = new NetworkSpec(6400, 3, List.of(200, 50), Activation.RELU, true, OutputKind.SOFTMAX);
        assertEquals(3, spec.layers());
        assertEquals(List.of(6400, 200, 50), List.of(spec.inputsOf(0), spec.inputsOf(1), spec.inputsOf(2)));
        assertEquals(List.of(200, 50, 3), List.of(spec.outputsOf(0), spec.outputsOf(1), spec.outputsOf(2)));
        assertEquals(6401 * 200 + 201 * 50 + 51 * 3, spec.parameters());
    }

    @Test
    void countsTheParametersOfPongFromPixels() {
        NetworkSpec spec = new NetworkSpec(6400, 2, List.of(200), Activation.RELU, false, OutputKind.SIGMOID);
        assertEquals(6400 * 200 + 200, spec.parameters());
        assertEquals(1, spec.outputsOf(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, (1 << 20) + 1, Integer.MIN_VALUE})
    void refusesInputsOutOfRange(int inputs) {
        assertRefused("inputs must be from 1 to 1048576, but was " + inputs, inputs, 2, List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0, -1, 1025})
    void refusesActionsOutOfRange(int actions) {
        assertRefused("actions must be from 2 to 1024, but was " + actions, 1, actions, List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, (1 << 14) + 1})
    void refusesUnitsOutOfRange(int units) {
        assertRefused("units of a hidden layer must be from 1 to 16384, but was " + units, 1, 2, List.of(3, units));
    }

    @Test
    void refusesMoreThanEightHiddenLayers() {
        List<Integer> eight = Collections.nCopies(8, 1);
        assertEquals(9, new NetworkSpec(1, 2, eight, Activation.TANH, false, OutputKind.SOFTMAX).layers());
        assertRefused("number of hidden layers must be from 0 to 8, but was 9", 1, 2, Collections.nCopies(9, 1));
    }

    @Test
    void refusesNetworksThatAreTooLarge() {
        // 15,998 · 2,000 weights and 2,000 · 2 more are the last that fit.
        NetworkSpec largest = new NetworkSpec(15_998, 2, List.of(2000), Activation.RELU, false, OutputKind.SOFTMAX);
        assertEquals(NetworkSpec.MAX_PARAMETERS, largest.parameters());
        assertRefused(
                "a network may have at most 32000000 parameters, but this one has 32002000", 15_999, 2, List.of(2000));
        // 16,384 + 7 · 16,384² + 2 · 16,384, and with 2²⁰ inputs more than an int holds: nothing may wrap.
        assertRefused(
                "a network may have at most 32000000 parameters, but this one has 1879097344",
                1,
                2,
                Collections.nCopies(8, 1 << 14));
        assertRefused(
                "a network may have at most 32000000 parameters, but this one has 17448337408",
                1 << 20,
                2,
                List.of(1 << 14, 1 << 14));
    }

    @ParameterizedTest
    @CsvSource({"SIGMOID, 2, 1", "SOFTMAX, 2, 2", "SOFTMAX, 6, 6"})
    void outputKindsNeedSoManyOutputs(OutputKind kind, int actions, int outputs) {
        assertEquals(outputs, kind.outputs(actions));
    }

    @Test
    void outputKindsComeWithTheirDistribution() {
        assertInstanceOf(Bernoulli.class, OutputKind.SIGMOID.distribution());
        assertInstanceOf(Categorical.class, OutputKind.SOFTMAX.distribution());
    }

    @Test
    void aSigmoidChoosesBetweenTwoActionsOnly() {
        String expected = "a sigmoid output chooses between 2 actions, but there are 3; use softmax";
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> OutputKind.SIGMOID.outputs(3))
                        .getMessage());
        assertEquals(
                expected,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new NetworkSpec(1, 3, List.of(), Activation.RELU, false, OutputKind.SIGMOID))
                        .getMessage());
    }

    @Test
    void hiddenUnitsAreCopied() {
        List<Integer> hidden = new ArrayList<>(List.of(4));
        NetworkSpec spec = new NetworkSpec(1, 2, hidden, Activation.RELU, false, OutputKind.SOFTMAX);
        hidden.add(5);
        assertEquals(List.of(4), spec.hidden());
    }

    private static void assertRefused(String message, int inputs, int actions, List<Integer> hidden) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new NetworkSpec(inputs, actions, hidden, Activation.RELU, false, OutputKind.SOFTMAX));
        assertEquals(message, refusal.getMessage());
    }
}
