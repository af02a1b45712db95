package io.github.gdxagents.pong.player;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.AtariMatchCourt;
import io.github.gdxagents.pong.atari.AtariProtocol;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentInspectionTest {

    private static final int UNITS = 5;
    private static final WeightInit INIT = WeightInit.parse("gaussian");

    private static AtariGame game(String observation) {
        return new AtariGame(new AtariProtocol(4, 4, 0, 0, ActionSet.THREE), PictureObservationSpec.parse(observation));
    }

    private static PolicyNetwork network(AtariGame game, Critic critic, long seed) {
        NetworkSpec spec = new NetworkSpec(
                game.observation().size(3), 3, List.of(UNITS), Activation.RELU, true, OutputKind.SOFTMAX, critic);
        return PolicyNetwork.fresh(spec, INIT, INIT, new RandomStream(seed));
    }

    private static AgentPlayer agent(AtariGame game, PolicyNetwork network) {
        return new AgentPlayer(Side.RIGHT, network, game, ActionChoice.SAMPLE, new RandomStream(1));
    }

    private static Match match(AgentPlayer agent) {
        return new Match(AtariMatchCourt.againstCpu(), court -> Move.STAY, agent, 21, new RandomStream(0));
    }

    private static void play(Match match, int ticks) {
        for (int tick = 0; tick < ticks; tick++) {
            match.tick();
        }
    }

    @Test
    void looksAtEachDecisionOnceAndSeesItAsTheAgentDid() {
        AtariGame game = game("image:0,1");
        PolicyNetwork network = network(game, Critic.SHARED, 3);
        AgentPlayer agent = agent(game, network);
        AgentInspection inspection = new AgentInspection(agent);
        Match match = match(agent);
        assertFalse(inspection.look());
        play(match, 101);
        assertTrue(inspection.look());
        assertFalse(inspection.look());
        ForwardPass pass = new ForwardPass(network);
        pass.forward(agent.seen());
        assertEquals(pass.value(), inspection.value(0));
        for (int action = 0; action < 3; action++) {
            assertEquals(agent.probabilities()[action], inspection.probability(0, action));
        }
        float before = Float.POSITIVE_INFINITY;
        for (int place = 0; place < UNITS; place++) {
            int unit = inspection.unitAt(place);
            assertEquals(pass.hidden(0)[unit], inspection.activation(unit));
            assertTrue(inspection.activation(unit) <= before);
            before = inspection.activation(unit);
        }
        assertEquals(
                UNITS,
                List.of(0, 1, 2, 3, 4).stream()
                        .map(inspection::unitAt)
                        .distinct()
                        .count());
    }

    @Test
    void remembersTheLastDecisionsInTheirOrder() {
        AtariGame game = game("image:0,1");
        AgentPlayer agent = agent(game, network(game, Critic.SHARED, 4));
        AgentInspection inspection = new AgentInspection(agent);
        Match match = match(agent);
        play(match, 80);
        float[] values = new float[AgentInspection.MEMORY + 30];
        for (int decision = 0; decision < values.length; decision++) {
            play(match, 4);
            assertTrue(inspection.look());
            values[decision] = inspection.value(0);
            assertEquals(Math.min(AgentInspection.MEMORY, decision + 1), inspection.remembered());
        }
        for (int age = 0; age < AgentInspection.MEMORY; age++) {
            assertEquals(values[values.length - 1 - age], inspection.value(age));
        }
        Match next = match(agent);
        play(next, 1);
        assertTrue(inspection.look());
        assertEquals(1, inspection.remembered(), "another match");
    }

    /** Its influence is what the chosen action would lose without the pixel; a network that does not see the picture has none. */
    @Test
    void aPixelsInfluenceIsWhatTheChosenActionLosesWithoutIt() {
        AtariGame game = game("image:0");
        PolicyNetwork network = network(game, Critic.NONE, 5);
        AgentPlayer agent = agent(game, network);
        AgentInspection inspection = new AgentInspection(agent);
        Match match = match(agent);
        play(match, 121);
        inspection.look();
        assertFalse(inspection.hasValues());
        BinaryImage picture = agent.picture();
        assertTrue(picture.count() > 10);
        ForwardPass pass = new ForwardPass(network);
        float[] with = new float[3];
        float[] without = new float[3];
        boolean any = false;
        OutputKind.SOFTMAX.distribution().probabilities(pass.forward(agent.seen()), with);
        for (int left = 0; left < picture.count(); left++) {
            SparseVector other = new SparseVector(BinaryImage.PIXELS);
            for (int i = 0; i < agent.seen().count(); i++) {
                if (agent.seen().index(i) != picture.lit(left)) {
                    other.add(agent.seen().index(i), agent.seen().value(i));
                }
            }
            OutputKind.SOFTMAX.distribution().probabilities(pass.forward(other), without);
            float expected = with[agent.action()] - without[agent.action()];
            assertEquals(expected, inspection.influence(left));
            any |= expected != 0;
        }
        assertTrue(any);
    }

    /** Inputs are pixels here, the ball's with the weight 4: an image is four times the unit's weights. */
    @Test
    void aWeightImageOfAPolicyThatSeesPixelsAreItsWeights() {
        AtariGame game = game("image:0");
        PolicyNetwork network = network(game, Critic.SHARED, 6);
        AgentPlayer agent = agent(game, network);
        AgentInspection inspection = new AgentInspection(agent);
        play(match(agent), 9);
        inspection.look();
        float[] weights = network.parameters().get(0);
        for (int unit = 0; unit < UNITS; unit++) {
            float[] image = inspection.weightImage(unit);
            for (int pixel = 0; pixel < BinaryImage.PIXELS; pixel++) {
                assertEquals(4 * weights[pixel * UNITS + unit], image[pixel]);
            }
        }
    }

    @Test
    void anotherPolicyHasOtherImages() {
        AtariGame game = game("image:0");
        AgentPlayer agent = agent(game, network(game, Critic.SHARED, 7));
        AgentInspection inspection = new AgentInspection(agent);
        Match match = match(agent);
        play(match, 9);
        inspection.look();
        float[] before = inspection.weightImage(0).clone();
        agent.useNetwork(network(game, Critic.NONE, 8));
        play(match, 4);
        assertTrue(inspection.look());
        assertFalse(inspection.hasValues());
        assertNotEquals(before[0], inspection.weightImage(0)[0]);
    }

    @Test
    void aDecisionIsExplainedWithThePolicyThatMadeIt() {
        AtariGame game = game("image:0");
        PolicyNetwork first = network(game, Critic.SHARED, 7);
        AgentPlayer agent = agent(game, first);
        AgentInspection inspection = new AgentInspection(agent);
        Match match = match(agent);
        play(match, 9);
        agent.useNetwork(network(game, Critic.NONE, 8));
        assertTrue(inspection.look());
        assertSame(first, agent.decidedWith());
        assertTrue(inspection.hasValues());
        for (int action = 0; action < 3; action++) {
            assertEquals(agent.probabilities()[action], inspection.probability(0, action));
        }
        play(match, 4);
        assertSame(agent.network(), agent.decidedWith());
    }

    @Test
    void leavesNoTraceInThePlayAndAllocatesNothing() {
        AtariGame game = game("tents8:0,1,2+paddletents8:0,1+edges:0,1+centres:1,2+actions:0,1");
        PolicyNetwork network = network(game, Critic.SHARED, 9);
        AgentPlayer watched = agent(game, network);
        AgentPlayer alone = agent(game, network);
        AgentInspection inspection = new AgentInspection(watched);
        Match match = match(watched);
        Match other = match(alone);
        for (int tick = 0; tick < 2000; tick++) {
            match.tick();
            inspection.look();
            other.tick();
            assertEquals(other.court().fingerprint(), match.court().fingerprint());
        }
        assertArrayEquals(alone.probabilities(), watched.probabilities());
        Runnable decisions = () -> {
            match.tick();
            inspection.look();
        };
        assertEquals(0, AllocatedBytes.leastOf(50, decisions));
    }
}
