package io.github.gdxagents.agent.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.PolicyAgent;
import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.network.ActingNetwork;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private static Policy of(PolicyNetwork network) {
        return new Policy("trial", Map.of(), Policies.OBSERVATIONS, network, Optional.empty());
    }

    /** The numbers of outputs around 24, where the order of the sums changes: none of it may show. */
    @ParameterizedTest
    @CsvSource({
        "NONE, 0",
        "NONE, 1",
        "NONE, 15",
        "NONE, 16",
        "NONE, 80",
        "SHARED, 0",
        "SHARED, 14",
        "SHARED, 15",
        "SHARED, 80",
        "SEPARATE, 0",
        "SEPARATE, 15",
        "SEPARATE, 16",
        "SEPARATE, 80"
    })
    void decidesExactlyAsTheNetworkThatWasTrained(Critic critic, int events) {
        PolicyNetwork trained = Policies.network(Policies.spec(critic, events));
        Policy policy = PolicyCodec.decode(PolicyCodec.encode(of(trained), WeightPrecision.FULL), "memory");
        Policy light =
                PolicyCodec.decode(PolicyCodec.encode(of(trained).withoutCritic(), WeightPrecision.FULL), "light");

        PolicyAgent expected =
                new PolicyAgent(trained, Policies.OBSERVATIONS, ActionChoice.SAMPLE, new RandomStream(9));
        PolicyAgent found = policy.agent(ActionChoice.SAMPLE, new RandomStream(9));
        PolicyAgent foundLight = light.agent(ActionChoice.SAMPLE, new RandomStream(9));
        ForwardPass trainedPass = new ForwardPass(trained);
        ForwardPass policyPass = new ForwardPass(policy.network());
        RandomStream world = new RandomStream(3);
        Observation observation = policy.newObservation();
        SparseVector input = new SparseVector(Policies.OBSERVATIONS.inputs());
        for (int t = 0; t < 200; t++) {
            Policies.observe(world, observation);
            Action wanted = policy.newAction();
            Action action = policy.newAction();
            expected.act(observation, wanted);
            found.act(observation, action);
            assertEquals(wanted.toString(), action.toString());
            foundLight.act(observation, action);
            assertEquals(wanted.toString(), action.toString());
            assertArrayEquals(expected.probabilities(), found.probabilities());

            input.clear();
            input.add(world.below(input.size()), 1);
            assertArrayEquals(trainedPass.forward(input), policyPass.forward(input));
            if (critic != Critic.NONE) {
                assertEquals(trainedPass.value(), policyPass.value());
            }
        }
    }

    @Test
    void leavesOutWhatOnlyTrainingNeeds() {
        NetworkSpec trained = Policies.spec(Critic.SEPARATE, 10);
        NetworkSpec kept = of(Policies.network(trained)).network().spec();
        assertEquals(0, kept.events());
        assertEquals(Critic.SEPARATE, kept.critic());
        NetworkSpec light =
                of(Policies.network(trained)).withoutCritic().network().spec();
        assertEquals(Critic.NONE, light.critic());
        assertTrue(light.parameters() < kept.parameters());
    }

    /** 80 events make the last layer wide, 25 outputs are enough to keep it so; files hold none of them. */
    @Test
    void outputsThatKeepTheOrderOfSumsTakeNoPlaceInFiles() {
        Policy policy = of(Policies.network(Policies.spec(Critic.NONE, 80)));
        assertEquals(25 - 9, policy.network().spec().events());
        assertEquals(
                PolicyCodec.encode(of(Policies.network(Policies.spec(Critic.NONE, 0))), WeightPrecision.FULL).length,
                PolicyCodec.encode(policy, WeightPrecision.FULL).length);
    }

    @Test
    void doesNotChangeWithTheNetworkThatItWasMadeOf() {
        PolicyNetwork network = Policies.network(Policies.spec(Critic.NONE, 0));
        Policy policy = of(network);
        float before = policy.network().lines()[0][0];
        network.lines()[0][0] += 1;
        assertEquals(before, policy.network().lines()[0][0]);
        assertNotSame(network, policy.network());
    }

    @Test
    void aPolicyWithoutCriticIsItsOwnLighterForm() {
        Policy policy = Policies.policy(Critic.NONE);
        assertSame(policy, policy.withoutCritic());
        assertEquals(
                Policies.policy(Critic.SHARED).score(),
                Policies.policy(Critic.SHARED).withoutCritic().score());
    }

    @Test
    void aNetworkForOtherObservationsIsRefused() {
        PolicyNetwork network = Policies.network(Policies.spec(Critic.NONE, 0));
        ObservationSpec other = ObservationSpec.vector("height");
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> new Policy("trial", Map.of(), other, network, Optional.empty()));
        assertTrue(e.getMessage().contains("observations have 1"), e.getMessage());
    }

    @Test
    void aWeightThatIsNoNumberIsRefused() {
        PolicyNetwork network = Policies.network(Policies.spec(Critic.NONE, 0));
        network.lines()[2][1] = Float.NaN;
        assertThrows(IllegalArgumentException.class, () -> of(network));
    }

    @Test
    void actingAllocatesNothing() {
        Policy policy = Policies.policy(Critic.SHARED);
        PolicyAgent agent = policy.agent(ActionChoice.SAMPLE, new RandomStream(1));
        Observation observation = policy.newObservation();
        Action action = policy.newAction();
        RandomStream world = new RandomStream(2);
        Runnable decisions = () -> {
            for (int t = 0; t < 100; t++) {
                Policies.observe(world, observation);
                agent.act(observation, action);
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(20, decisions));
    }

    @Test
    void halfWeightsChooseAlikeNearlyAlways() {
        Policy exact = Policies.policy(Critic.NONE);
        Policy half = PolicyCodec.decode(PolicyCodec.encode(exact, WeightPrecision.HALF), "half");
        assertNotEquals(
                exact.network().parameters().get(0)[0],
                half.network().parameters().get(0)[0]);
        PolicyAgent exactAgent = exact.agent(ActionChoice.GREEDY, new RandomStream(1));
        PolicyAgent halfAgent = half.agent(ActionChoice.GREEDY, new RandomStream(1));
        RandomStream world = new RandomStream(4);
        Observation observation = exact.newObservation();
        Action wanted = exact.newAction();
        Action found = exact.newAction();
        int alike = 0;
        for (int t = 0; t < 2000; t++) {
            Policies.observe(world, observation);
            exactAgent.act(observation, wanted);
            halfAgent.act(observation, found);
            alike += wanted.choice(0) == found.choice(0) && wanted.choice(1) == found.choice(1) ? 1 : 0;
            assertEquals(wanted.value(0), found.value(0), 0.02);
        }
        assertTrue(alike >= 1980, alike + " of 2000 decisions alike");
    }

    @Test
    void anUnusualNumberOfOutputsWithoutWeightsIsRefused() {
        NetworkSpec spec = Policies.spec(Critic.NONE, 3);
        assertThrows(
                IllegalArgumentException.class,
                () -> ActingNetwork.of(
                        spec,
                        ActingNetwork.lengths(spec).stream().map(float[]::new).toList(),
                        List.of()));
        assertFalse(spec.equals(of(Policies.network(spec)).network().spec()));
    }
}
