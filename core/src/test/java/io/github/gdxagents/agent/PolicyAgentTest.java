package io.github.gdxagents.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.learn.BanditEnvironment;
import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyAgentTest {

    /** Without observation: probabilities 0.2, 0.5, 0.3. */
    private static final PolicyNetwork CONSTANT = PolicyNetwork.of(
            new NetworkSpec(1, 3, List.of(), Activation.RELU, true, OutputKind.SOFTMAX, Critic.NONE),
            List.of(new float[3], new float[] {(float) Math.log(2), (float) Math.log(5), (float) Math.log(3)}));

    private static final ObservationSpec ONE = ObservationSpec.features(1);

    private final Observation nothing = new Observation(ONE, CONSTANT.spec().actions());
    private final Action action = new Action(CONSTANT.spec().actions());

    @Test
    void sampledActionsComeWithTheirProbabilities() {
        PolicyAgent agent = new PolicyAgent(CONSTANT, ONE, ActionChoice.SAMPLE, new RandomStream(1));
        int[] counts = new int[3];
        for (int i = 0; i < 100_000; i++) {
            counts[choiceOf(agent)]++;
        }
        assertEquals(20_000, counts[0], 5 * Math.sqrt(100_000 * 0.16));
        assertEquals(50_000, counts[1], 5 * Math.sqrt(100_000 * 0.25));
        assertEquals(0.2f, agent.probabilities()[0], 1e-6f);
        assertEquals(0.5f, agent.probabilities()[1], 1e-6f);
    }

    @Test
    void greedyActionsAreTheMostProbableAndSpendNoChance() {
        RandomStream random = new RandomStream(1);
        PolicyAgent agent = new PolicyAgent(CONSTANT, ONE, ActionChoice.GREEDY, random);
        for (int i = 0; i < 100; i++) {
            assertEquals(1, choiceOf(agent));
        }
        assertEquals(new RandomStream(1).nextLong(), random.nextLong());
    }

    @Test
    void sameStreamGivesTheSameActions() {
        PolicyAgent one = new PolicyAgent(CONSTANT, ONE, ActionChoice.SAMPLE, new RandomStream(1));
        PolicyAgent other = new PolicyAgent(CONSTANT, ONE, ActionChoice.SAMPLE, new RandomStream(2));
        choiceOf(other);
        other.useRandom(new RandomStream(1));
        for (int i = 0; i < 100; i++) {
            assertEquals(choiceOf(one), choiceOf(other));
        }
    }

    @Test
    void weightsAreUsedAsTheyAreAtEachDecision() {
        PolicyNetwork network = PolicyNetwork.of(CONSTANT.spec(), CONSTANT.parameters());
        PolicyAgent agent = new PolicyAgent(network, ONE, ActionChoice.GREEDY, new RandomStream(1));
        assertEquals(1, choiceOf(agent));
        network.lines()[1][2] = 10;
        assertEquals(2, choiceOf(agent));
    }

    @ParameterizedTest
    @EnumSource(ActionChoice.class)
    void aDecisionAllocatesNothing(ActionChoice choice) {
        for (OutputKind output : OutputKind.values()) {
            for (Activation activation : Activation.values()) {
                NetworkSpec spec = new NetworkSpec(6400, 2, List.of(200), activation, false, output, Critic.NONE);
                PolicyNetwork network = PolicyNetwork.fresh(
                        spec, WeightInit.parse("gaussian"), WeightInit.parse("gaussian"), new RandomStream(1));
                BanditEnvironment environment = new BanditEnvironment(6400, 2, 500, 500);
                PolicyAgent agent =
                        new PolicyAgent(network, environment.observationSpec(), choice, new RandomStream(2));
                Observation seen = new Observation(environment.observationSpec(), environment.actionSpec());
                Action chosen = new Action(environment.actionSpec());
                RandomStream chance = new RandomStream(3);
                int[] paid = new int[1];
                Runnable episode = () -> {
                    environment.reset(chance);
                    do {
                        seen.clear();
                        environment.observe(seen);
                        agent.act(seen, chosen);
                        paid[0] += environment.reward() > 0 ? 1 : 0;
                    } while (!environment.step(chosen).ended());
                };
                assertEquals(0, AllocatedBytes.leastOf(20, episode), choice + " " + output + " " + activation);
                assertTrue(paid[0] > 0);
            }
        }
    }

    private int choiceOf(PolicyAgent agent) {
        agent.act(nothing, action);
        return action.choice();
    }

    @Test
    void choicesAreNamedBesideAScore() {
        assertEquals("sampled", ActionChoice.SAMPLE.label());
        assertEquals("greedy", ActionChoice.GREEDY.label());
    }
}
