package io.github.gdxagents.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.learn.BanditEnvironment;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerConfigs;
import io.github.gdxagents.agent.learn.MixedEnvironment;
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

    @Test
    void anEpisodeBeginsWithoutMemory() {
        MixedEnvironment environment = MixedEnvironment.kind();
        PolicyNetwork network = mixed(environment);
        PolicyAgent agent =
                new PolicyAgent(network, environment.observationSpec(), ActionChoice.GREEDY, new RandomStream(1));
        Observation seen = new Observation(environment.observationSpec(), environment.actionSpec());
        Action done = new Action(environment.actionSpec());
        float[] input = new float[4];
        agent.begin();
        seen.set("signal", 1);
        seen.set("side", 2);
        agent.act(seen, done);
        agent.input().toDense(input);
        assertArrayEquals(new float[] {1, 2, 1, 2}, input);
        String first = done.toString();
        seen.set("signal", 3);
        agent.act(seen, done);
        agent.input().toDense(input);
        assertArrayEquals(new float[] {3, 2, 1, 2}, input);
        agent.begin();
        seen.set("signal", 1);
        agent.act(seen, done);
        agent.input().toDense(input);
        assertArrayEquals(new float[] {1, 2, 1, 2}, input);
        assertEquals(first, done.toString());
    }

    @ParameterizedTest
    @EnumSource(ActionChoice.class)
    void whatIsForbiddenIsNeverDone(ActionChoice choice) {
        PolicyAgent agent = new PolicyAgent(CONSTANT, ONE, choice, new RandomStream(1));
        nothing.mask().forbid(1);
        int[] counts = new int[3];
        for (int i = 0; i < 10_000; i++) {
            counts[choiceOf(agent)]++;
        }
        assertEquals(0, counts[1]);
        if (choice == ActionChoice.GREEDY) {
            assertEquals(10_000, counts[2]);
        } else {
            assertEquals(4000, counts[0], 5 * Math.sqrt(10_000 * 0.24));
        }
        assertEquals(0.4f, agent.probabilities()[0], 1e-6f);
        assertEquals(0, agent.probabilities()[1]);
        nothing.mask().forbid(0);
        nothing.mask().forbid(2);
        assertThrows(IllegalArgumentException.class, () -> agent.act(nothing, action));
    }

    @Test
    void observationsThatTheNetworkWasNotMadeForAreRefused() {
        ObservationSpec two = ObservationSpec.features(2);
        RandomStream random = new RandomStream(1);
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> new PolicyAgent(CONSTANT, two, ActionChoice.GREEDY, random));
        assertEquals(
                "the network has 1 inputs, 0 of them normalised, but the observations have 2 and 0",
                refusal.getMessage());
        PolicyNetwork normalising = mixed(MixedEnvironment.kind());
        ObservationSpec plain = ObservationSpec.vector("a", "b", "c", "d").unnormalised();
        assertEquals(
                "the network has 4 inputs, 4 of them normalised, but the observations have 4 and 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new PolicyAgent(normalising, plain, ActionChoice.GREEDY, random))
                        .getMessage());
    }

    /** Learning from whole episodes normalises nothing, whatever the observations would like. */
    @Test
    void aNetworkThatNormalisesNothingSeesEntriesAsTheyAre() {
        ObservationSpec entry = ObservationSpec.vector("a");
        PolicyAgent agent = new PolicyAgent(CONSTANT, entry, ActionChoice.GREEDY, new RandomStream(1));
        Observation seen = new Observation(entry, CONSTANT.spec().actions());
        seen.set(0, 1234);
        agent.act(seen, action);
        assertEquals(1234, agent.input().value(0));
    }

    @ParameterizedTest
    @EnumSource(ActionChoice.class)
    void aDecisionWithEverythingAllocatesNothing(ActionChoice choice) {
        MixedEnvironment environment = MixedEnvironment.kind();
        PolicyAgent agent =
                new PolicyAgent(mixed(environment), environment.observationSpec(), choice, new RandomStream(1));
        Observation seen = new Observation(environment.observationSpec(), environment.actionSpec());
        Action done = new Action(environment.actionSpec());
        Runnable episode = () -> {
            agent.begin();
            for (int i = 0; i < 1000; i++) {
                seen.clear();
                seen.set("signal", i);
                seen.mask().forbid(0, i % 3);
                agent.act(seen, done);
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(50, episode));
    }

    private static PolicyNetwork mixed(MixedEnvironment environment) {
        LearnerConfig config = LearnerConfigs.actorCritic();
        return config.network().fresh(config.spec(environment), new RandomStream(3));
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
