package io.github.gdxagents.pong.player;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.PolicyAgent;
import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.ScriptedCourt;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariEnvironment;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.AtariMatchCourt;
import io.github.gdxagents.pong.atari.AtariProtocol;
import io.github.gdxagents.pong.atari.CourtConsole;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import io.github.gdxagents.pong.vision.PixelKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentPlayerTest {

    private static final AtariGame GAME = game("4", ActionSet.SIX, "centres:1,2+action");

    /** What a network sees and chooses in a whole match, the scores after each decision included. */
    private record Decision(int action, int leftScore, int rightScore) {}

    @ParameterizedTest
    @CsvSource({"SAMPLE, 4, 1", "SAMPLE, 4, 2", "SAMPLE, 2-4, 3", "SAMPLE, 1, 4", "GREEDY, 4, 5", "GREEDY, 3, 6"})
    void againstTheCpuItPlaysAsInTheEnvironment(ActionChoice choice, String skip, long seed) {
        AtariGame game = game(skip, ActionSet.SIX, "tents8:0,1,2+paddletents8:0,1+edges:0,1+centres:1,2+actions:0,1");
        PolicyNetwork network = fresh(game, seed);
        List<Decision> expected = new ArrayList<>();
        // One stream for both, as the player has one: without sticky actions and no-ops the draws come in the same
        // order.
        RandomStream random = new RandomStream(seed);
        int left = 0;
        int right = 0;
        try (AtariEnvironment environment = new AtariEnvironment(new CourtConsole(), game)) {
            PolicyAgent agent = new PolicyAgent(network, environment.observationSpec(), choice, random);
            Observation seen = new Observation(environment.observationSpec(), environment.actionSpec());
            Action chosen = new Action(environment.actionSpec());
            environment.reset(random);
            Outcome outcome;
            do {
                environment.observe(seen);
                agent.act(seen, chosen);
                outcome = environment.step(chosen);
                left += environment.reward() < 0 ? 1 : 0;
                right += environment.reward() > 0 ? 1 : 0;
                expected.add(new Decision(chosen.choice(), left, right));
            } while (!outcome.ended());
            assertEquals(Outcome.TERMINATED, outcome);
        }

        AtariMatchCourt court = AtariMatchCourt.againstCpu();
        AgentPlayer player = new AgentPlayer(Side.RIGHT, network, game, choice, new RandomStream(seed));
        Match match = new Match(court, view -> Move.STAY, player, 21, new RandomStream(0));
        List<Decision> decisions = new ArrayList<>();
        int action = -1;
        long decided = 0;
        while (!match.over()) {
            int leftScore = court.score(Side.LEFT);
            int rightScore = court.score(Side.RIGHT);
            match.tick();
            if (player.decisions() != decided) {
                if (decided > 0) {
                    decisions.add(new Decision(action, leftScore, rightScore));
                }
                decided = player.decisions();
                action = player.action();
            }
        }
        decisions.add(new Decision(action, court.score(Side.LEFT), court.score(Side.RIGHT)));
        assertEquals(expected, decisions);
        Set<Integer> actions = new HashSet<>();
        decisions.forEach(decision -> actions.add(decision.action()));
        assertTrue(actions.size() > 1, "the network chose nothing but " + actions);
    }

    @Test
    void aDecisionHoldsForItsTicks() {
        AtariMatchCourt court = AtariMatchCourt.forTwo();
        AgentPlayer player = player(Side.RIGHT, fresh(GAME, 1), ActionChoice.SAMPLE, 2);
        player.start(court);
        assertEquals(0, player.decisions());
        Set<Move> moves = new HashSet<>();
        for (int decision = 1; decision <= 300; decision++) {
            Move move = player.move(court);
            assertEquals(decision, player.decisions());
            assertEquals(GAME.protocol().actions().get(player.action()).direction() * 63, move.level());
            assertEquals(GAME.protocol().actions().get(player.action()).fire(), move.fire());
            moves.add(move);
            court.step(move, move);
            for (int tick = 1; tick < 4; tick++) {
                assertSame(move, player.move(court));
                court.step(move, move);
            }
            assertEquals(decision, player.decisions());
        }
        assertEquals(6, moves.size());
    }

    @ParameterizedTest
    @EnumSource(ActionChoice.class)
    void onTheLeftItDecidesAsItsMirrorImageOnTheRight(ActionChoice choice) {
        PolicyNetwork network = fresh(GAME, 3);
        AgentPlayer left = player(Side.LEFT, network, choice, 4);
        AgentPlayer right = player(Side.RIGHT, network, choice, 4);
        ScriptedCourt court = new ScriptedCourt();
        ScriptedCourt mirror = new ScriptedCourt();
        left.start(court);
        right.start(mirror);
        float[] leftSees = new float[left.seen().size()];
        float[] rightSees = new float[left.seen().size()];
        Set<List<Float>> all = new HashSet<>();
        RandomStream random = new RandomStream(5);
        for (int tick = 0; tick < 800; tick++) {
            // Column c and column 79 - c, worked out here without the mirror of the pictures.
            int ball = random.below(64) + 8;
            int row = random.below(40) + 20;
            int leftRow = random.below(4) + 10;
            int rightRow = random.below(4) + 14;
            show(court, ball, row, leftRow, rightRow);
            show(mirror, 79 - ball, row, rightRow, leftRow);
            assertSame(right.move(mirror), left.move(court));
            left.seen().toDense(leftSees);
            right.seen().toDense(rightSees);
            assertArrayEquals(rightSees, leftSees);
            assertArrayEquals(right.probabilities(), left.probabilities());
            assertEquals(pixels(right.picture()), pixels(left.picture()));
            all.add(List.of(leftSees[0], leftSees[1], leftSees[2]));
        }
        assertTrue(all.size() > 100, all.size() + " observations");
        assertEquals(Side.LEFT, left.side());
        assertEquals(Side.RIGHT, right.side());
    }

    /** A ball of two rows; paddles of two columns in one row, which are above the ball. */
    private static void show(ScriptedCourt court, int ballColumn, int ballRow, int leftRow, int rightRow) {
        BinaryImage shown = court.shown;
        shown.clear();
        for (int row = 0; row < BinaryImage.ROWS; row++) {
            for (int column = 0; column < BinaryImage.COLUMNS; column++) {
                if (row == leftRow && (column == 8 || column == 9)) {
                    shown.light(row * 80 + column, PixelKind.LEFT_PADDLE);
                } else if (row == rightRow && (column == 70 || column == 71)) {
                    shown.light(row * 80 + column, PixelKind.RIGHT_PADDLE);
                } else if (column == ballColumn && (row == ballRow || row == ballRow + 1)) {
                    shown.light(row * 80 + column, PixelKind.BALL);
                }
            }
        }
    }

    @Test
    void theRightPlayerSeesTheCourtAsItIs() {
        ScriptedCourt court = new ScriptedCourt();
        show(court, 30, 40, 10, 12);
        AgentPlayer right = player(Side.RIGHT, fresh(GAME, 1), ActionChoice.GREEDY, 1);
        right.start(court);
        right.move(court);
        assertEquals(pixels(court.shown), pixels(right.picture()));
    }

    @Test
    void anotherNetworkDecidesFromTheNextDecisionOn() {
        PolicyNetwork up = always(0);
        PolicyNetwork down = always(1);
        ScriptedCourt court = new ScriptedCourt();
        AgentPlayer player = player(Side.RIGHT, up, ActionChoice.GREEDY, 1);
        player.start(court);
        assertSame(up, player.network());
        assertSame(Move.UP, player.move(court));
        assertTrue(player.probabilities()[0] > 0.9);
        player.useNetwork(down);
        assertSame(down, player.network());
        for (int tick = 1; tick < 4; tick++) {
            // Those behind the move that it still holds.
            assertTrue(player.probabilities()[0] > 0.9);
            assertSame(Move.UP, player.move(court));
        }
        assertSame(Move.DOWN, player.move(court));
        assertTrue(player.probabilities()[1] > 0.9);
        assertEquals(2, player.decisions());
    }

    @Test
    void anotherNetworkGoesOnWithTheSameChanceAndMemory() {
        PolicyNetwork network = fresh(GAME, 8);
        AtariMatchCourt court = AtariMatchCourt.forTwo();
        AgentPlayer one = player(Side.RIGHT, network, ActionChoice.SAMPLE, 9);
        AgentPlayer other = player(Side.RIGHT, network, ActionChoice.SAMPLE, 9);
        one.start(court);
        other.start(court);
        for (int tick = 0; tick < 2000; tick++) {
            if (tick % 10 == 0) {
                other.useNetwork(PolicyNetwork.of(network.spec(), network.parameters()));
            }
            Move move = one.move(court);
            assertSame(move, other.move(court));
            court.step(Move.STAY, move);
        }
    }

    @Test
    void aNewMatchIsANewEpisode() {
        PolicyNetwork network = fresh(GAME, 8);
        AgentPlayer used = player(Side.RIGHT, network, ActionChoice.GREEDY, 1);
        AtariMatchCourt court = AtariMatchCourt.forTwo();
        used.start(court);
        for (int tick = 0; tick < 202; tick++) {
            court.step(Move.STAY, used.move(court));
        }
        // In the middle of a decision, with a last action and old pictures.
        AgentPlayer fresh = player(Side.RIGHT, network, ActionChoice.GREEDY, 1);
        used.start(court);
        fresh.start(court);
        assertEquals(0, used.decisions());
        for (int tick = 0; tick < 40; tick++) {
            Move move = fresh.move(court);
            assertSame(move, used.move(court));
            assertArrayEquals(fresh.probabilities(), used.probabilities());
            court.step(Move.STAY, move);
        }
    }

    @Test
    void whatItWouldSeeInsteadChangesNothing() {
        AtariMatchCourt court = AtariMatchCourt.forTwo();
        AgentPlayer player = player(Side.LEFT, fresh(GAME, 1), ActionChoice.GREEDY, 1);
        player.start(court);
        for (int tick = 0; tick < 81; tick++) {
            court.step(player.move(court), Move.UP);
        }
        SparseVector instead = new SparseVector(player.seen().size());
        float[] seen = dense(player.seen());
        player.seeInstead(player.picture(), instead);
        assertArrayEquals(seen, dense(instead));
        player.seeInstead(new BinaryImage(), instead);
        assertEquals(0, dense(instead)[0]);
        assertNotEquals(0, seen[3]);
        assertEquals(0, dense(instead)[3]);
        player.seeInstead(player.picture(), instead);
        assertArrayEquals(seen, dense(instead));
    }

    @ParameterizedTest
    @CsvSource({"22, 6, 23, 6", "24, 6, 23, 6", "19, 2, 23, 6", "23, 4, 23, 6"})
    void refusesAPolicyOfAnotherGame(int inputs, int actions, int gameInputs, int gameActions) {
        String message = "the policy chooses between " + actions + " actions from " + inputs
                + " inputs, but the game has " + gameActions + " and " + gameInputs;
        PolicyNetwork misfit = fresh(inputs, actions, 1);
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> player(Side.RIGHT, misfit, ActionChoice.GREEDY, 1))
                        .getMessage());
        PolicyNetwork fitting = fresh(GAME, 1);
        AgentPlayer player = player(Side.RIGHT, fitting, ActionChoice.GREEDY, 1);
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> player.useNetwork(misfit))
                        .getMessage());
        assertSame(fitting, player.network());
    }

    @Test
    void refusesAPolicyThatReadsTheConsolesMemory() {
        AtariGame game = game("4", ActionSet.SIX, "ram");
        PolicyNetwork network = fresh(128, 6, 1);
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new AgentPlayer(Side.RIGHT, network, game, ActionChoice.GREEDY, new RandomStream(1)));
        assertEquals("this policy sees the emulator's memory; a court has none", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEFT", "RIGHT"})
    void aMoveAllocatesNothing(Side side) {
        AtariMatchCourt court = AtariMatchCourt.forTwo();
        AgentPlayer player = player(side, fresh(GAME, 1), ActionChoice.SAMPLE, 1);
        player.start(court);
        Runnable ticks = () -> {
            for (int tick = 0; tick < 400; tick++) {
                Move move = player.move(court);
                court.step(move, move);
                if (court.over()) {
                    court.reset(new RandomStream(0));
                }
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(30, ticks));
        assertEquals(30 * 100, player.decisions());
    }

    private static AgentPlayer player(Side side, PolicyNetwork network, ActionChoice choice, long seed) {
        return new AgentPlayer(side, network, GAME, choice, new RandomStream(seed));
    }

    private static AtariGame game(String skip, ActionSet actions, String observation) {
        AtariProtocol protocol = new AtariProtocol(4, 4, 0, 0, actions).withFrameSkip(skip);
        return new AtariGame(protocol, PictureObservationSpec.parse(observation));
    }

    private static PolicyNetwork fresh(AtariGame game, long seed) {
        int actions = game.protocol().actions().size();
        return fresh(game.observation().size(actions), actions, seed);
    }

    private static PolicyNetwork fresh(int inputs, int actions, long seed) {
        NetworkSpec spec =
                new NetworkSpec(inputs, actions, List.of(16), Activation.TANH, true, OutputKind.SOFTMAX, Critic.NONE);
        WeightInit init = WeightInit.parse("gaussian");
        return PolicyNetwork.fresh(spec, init, init, new RandomStream(seed));
    }

    /** Without hidden layer and weights, but with one bias of 5. */
    private static PolicyNetwork always(int action) {
        int inputs = GAME.observation().size(6);
        NetworkSpec spec =
                new NetworkSpec(inputs, 6, List.of(), Activation.RELU, true, OutputKind.SOFTMAX, Critic.NONE);
        float[] biases = new float[6];
        biases[action] = 5;
        return PolicyNetwork.of(spec, List.of(new float[6 * inputs], biases));
    }

    private static float[] dense(SparseVector vector) {
        float[] dense = new float[vector.size()];
        vector.toDense(dense);
        return dense;
    }

    private static List<Integer> pixels(BinaryImage picture) {
        List<Integer> pixels = new ArrayList<>();
        for (int i = 0; i < picture.count(); i++) {
            for (PixelKind kind : PixelKind.values()) {
                if (picture.is(i, kind)) {
                    pixels.add(
                            10 * picture.lit(i) + (kind == PixelKind.BALL ? 1 : kind == PixelKind.LEFT_PADDLE ? 2 : 3));
                }
            }
        }
        return pixels;
    }
}
