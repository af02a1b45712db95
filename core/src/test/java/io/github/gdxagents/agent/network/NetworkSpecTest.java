package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ValueRange;
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
        NetworkSpec spec =
                new NetworkSpec(6400, 3, List.of(200, 50), Activation.RELU, true, OutputKind.SOFTMAX, Critic.NONE);
        assertEquals(3, spec.layers());
        assertEquals(List.of(6400, 200, 50), List.of(spec.inputsOf(0), spec.inputsOf(1), spec.inputsOf(2)));
        assertEquals(List.of(200, 50, 3), List.of(spec.outputsOf(0, 0), spec.outputsOf(0, 1), spec.outputsOf(0, 2)));
        assertEquals(6401 * 200 + 201 * 50 + 51 * 3, spec.parameters());
    }

    @Test
    void countsTheParametersOfPongFromPixels() {
        NetworkSpec spec =
                new NetworkSpec(6400, 2, List.of(200), Activation.RELU, false, OutputKind.SIGMOID, Critic.NONE);
        assertEquals(6400 * 200 + 200, spec.parameters());
        assertEquals(1, spec.outputsOf(0, 1));
    }

    @Test
    void aSharedCriticIsOneMoreOutput() {
        NetworkSpec spec =
                new NetworkSpec(10, 3, List.of(20, 5), Activation.RELU, true, OutputKind.SOFTMAX, Critic.SHARED);
        assertEquals(1, spec.stacks());
        assertEquals(3, spec.logits());
        assertEquals(List.of(20, 5, 4), List.of(spec.outputsOf(0, 0), spec.outputsOf(0, 1), spec.outputsOf(0, 2)));
        assertEquals(11 * 20 + 21 * 5 + 6 * 4, spec.parameters());
    }

    @Test
    void aSeparateCriticIsASecondStackWithOneOutput() {
        NetworkSpec spec =
                new NetworkSpec(10, 2, List.of(20, 5), Activation.RELU, false, OutputKind.SIGMOID, Critic.SEPARATE);
        assertEquals(2, spec.stacks());
        assertEquals(1, spec.logits());
        assertEquals(List.of(20, 5, 1), List.of(spec.outputsOf(0, 0), spec.outputsOf(0, 1), spec.outputsOf(0, 2)));
        assertEquals(List.of(20, 5, 1), List.of(spec.outputsOf(1, 0), spec.outputsOf(1, 1), spec.outputsOf(1, 2)));
        assertEquals(2 * (10 * 20 + 20 * 5 + 5), spec.parameters());
    }

    @ParameterizedTest
    @CsvSource({
        // Logits, the shared critic's value, then 7 events: weights and biases of 6 inputs for each.
        "SHARED, SOFTMAX, 4, 11",
        "NONE, SOFTMAX, 3, 10",
        "NONE, SIGMOID, 1, 8",
        "SEPARATE, SOFTMAX, 3, 10"
    })
    void eventsStandBehindAllOtherOutputsOfThePolicy(Critic critic, OutputKind output, int first, int outputs) {
        int actions = output == OutputKind.SIGMOID ? 2 : 3;
        NetworkSpec spec = new NetworkSpec(9, actions, List.of(14, 5), Activation.RELU, true, output, critic, 7);
        assertEquals(first, spec.firstEvent());
        assertEquals(critic == Critic.SHARED ? first - 1 : 0, spec.valuePosition());
        assertEquals(
                List.of(14, 5, outputs), List.of(spec.outputsOf(0, 0), spec.outputsOf(0, 1), spec.outputsOf(0, 2)));
        if (critic == Critic.SEPARATE) {
            assertEquals(1, spec.outputsOf(1, 2));
        }
        long body = 10 * 14 + 15 * 5;
        long parameters = body + 6L * outputs + (critic == Critic.SEPARATE ? body + 6 : 0);
        assertEquals(parameters, spec.parameters());
    }

    @Test
    void withoutEventsThereIsNoRoomForThem() {
        NetworkSpec spec = new NetworkSpec(9, 3, List.of(5), Activation.RELU, true, OutputKind.SOFTMAX, Critic.SHARED);
        assertEquals(0, spec.events());
        assertEquals(4, spec.outputsOf(0, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1025})
    void refusesEventsOutOfRange(int events) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new NetworkSpec(
                        1, 2, List.of(), Activation.RELU, false, OutputKind.SOFTMAX, Critic.NONE, events));
        assertEquals("events must be from 0 to 1024, but was " + events, refusal.getMessage());
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
        assertEquals(9, new NetworkSpec(1, 2, eight, Activation.TANH, false, OutputKind.SOFTMAX, Critic.NONE).layers());
        assertRefused("number of hidden layers must be from 0 to 8, but was 9", 1, 2, Collections.nCopies(9, 1));
    }

    @Test
    void refusesNetworksThatAreTooLarge() {
        // 15,998 · 2,000 weights and 2,000 · 2 more are the last that fit.
        NetworkSpec largest =
                new NetworkSpec(15_998, 2, List.of(2000), Activation.RELU, false, OutputKind.SOFTMAX, Critic.NONE);
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
        assertEquals(outputs, kind.outputs(ActionSpec.discrete(actions)));
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
                assertThrows(IllegalArgumentException.class, () -> OutputKind.SIGMOID.outputs(ActionSpec.discrete(3)))
                        .getMessage());
        assertEquals(
                expected,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new NetworkSpec(
                                        1, 3, List.of(), Activation.RELU, false, OutputKind.SIGMOID, Critic.NONE))
                        .getMessage());
    }

    @Test
    void hiddenUnitsAreCopied() {
        List<Integer> hidden = new ArrayList<>(List.of(4));
        NetworkSpec spec = new NetworkSpec(1, 2, hidden, Activation.RELU, false, OutputKind.SOFTMAX, Critic.NONE);
        hidden.add(5);
        assertEquals(List.of(4), spec.hidden());
    }

    private static void assertRefused(String message, int inputs, int actions, List<Integer> hidden) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new NetworkSpec(
                        inputs, actions, hidden, Activation.RELU, false, OutputKind.SOFTMAX, Critic.NONE));
        assertEquals(message, refusal.getMessage());
    }

    @Test
    void outputsAreLogitsMeansAndDeviations() {
        ActionSpec mixed = new ActionSpec(List.of(3, 2), List.of(new ValueRange(0, 1), new ValueRange(0, 1)));
        NetworkSpec spec =
                new NetworkSpec(6, mixed, List.of(4), Activation.TANH, true, OutputKind.SOFTMAX, Critic.SHARED, 2, 4);
        assertEquals(5 + 2 * 2, spec.logits());
        assertEquals(9, spec.valuePosition());
        assertEquals(10, spec.firstEvent());
        assertEquals(12, spec.outputsOf(0, 1));
        assertEquals(7 * 4 + 5 * 12, spec.parameters());
    }

    @Test
    void aSigmoidIsForOneChoiceOfTwoOnly() {
        for (ActionSpec other : List.of(
                ActionSpec.branches(2, 2),
                ActionSpec.continuous(1, 0, 1),
                new ActionSpec(List.of(2), List.of(new ValueRange(0, 1))))) {
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> OutputKind.SIGMOID.outputs(other));
            assertEquals(
                    "a sigmoid output chooses between 2 actions, but there are " + other + "; use softmax",
                    refusal.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void noMoreInputsAreNormalisedThanThereAre(int normalised) {
        ActionSpec two = ActionSpec.discrete(2);
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new NetworkSpec(
                        3, two, List.of(), Activation.TANH, true, OutputKind.SOFTMAX, Critic.NONE, 0, normalised));
        assertEquals("normalised inputs must be from 0 to 3, but was " + normalised, refusal.getMessage());
    }
}
