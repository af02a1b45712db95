package io.github.gdxagents.pong.atari;

import static io.github.gdxagents.pong.atari.ConsoleAction.LEFT;
import static io.github.gdxagents.pong.atari.ConsoleAction.NOOP;
import static io.github.gdxagents.pong.atari.ConsoleAction.RIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Actions;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtariEnvironmentTest {

    private static final Action UP = Actions.choice(2, 0);
    private static final Action DOWN = Actions.choice(2, 1);

    /** Frame skip 4, nothing left to chance. */
    private static final AtariProtocol PLAIN = new AtariProtocol(4, 4, 0, 0, ActionSet.TWO);

    private final ScriptedConsole console = new ScriptedConsole();
    private final Observation seen = new Observation(ObservationSpec.features(6400), ActionSpec.discrete(2));
    private final SparseVector observed = seen.features();

    @Test
    void aDecisionLastsTheFramesOfTheSkip() {
        AtariEnvironment environment = started(PLAIN, 1);
        environment.step(UP);
        environment.step(DOWN);
        assertEquals(List.of(RIGHT, RIGHT, RIGHT, RIGHT, LEFT, LEFT, LEFT, LEFT), console.executed);
    }

    @Test
    void withoutChanceInTheProtocolTheStreamIsNotRead() {
        RandomStream random = new RandomStream(9);
        AtariEnvironment environment = new AtariEnvironment(console, difference(PLAIN));
        environment.reset(random);
        environment.step(UP);
        environment.step(DOWN);
        assertEquals(new RandomStream(9).nextLong(), random.nextLong());
    }

    @Test
    void skipIsDrawnOnceForEachDecision() {
        AtariEnvironment environment = started(PLAIN.withFrameSkip("2-4"), 5);
        RandomStream same = new RandomStream(5);
        int[] counts = new int[5];
        int frames = 0;
        for (int decision = 0; decision < 3000; decision++) {
            environment.step(UP);
            int skip = 2 + same.below(3);
            frames += skip;
            counts[skip]++;
            assertEquals(frames, console.executed.size(), "decision " + decision);
        }
        for (int skip = 2; skip <= 4; skip++) {
            assertEquals(1000, counts[skip], 130);
        }
    }

    @Test
    void drawsComeInTheOrderOfTheContract() {
        AtariProtocol protocol = new AtariProtocol(2, 4, 0.25, 30, ActionSet.THREE);
        AtariEnvironment environment = started(protocol, 7);
        RandomStream same = new RandomStream(7);
        RandomStream choices = new RandomStream(8);

        List<ConsoleAction> expected = new ArrayList<>(Collections.nCopies(same.below(31), NOOP));
        assertEquals(expected, console.executed);
        ConsoleAction last = NOOP;
        int repeated = 0;
        for (int decision = 0; decision < 1000; decision++) {
            int action = choices.below(3);
            environment.step(Actions.choice(3, action));
            int skip = 2 + same.below(3);
            for (int frame = 0; frame < skip; frame++) {
                if (same.uniform() >= 0.25) {
                    last = protocol.actions().get(action);
                } else {
                    repeated++;
                }
                expected.add(last);
            }
        }
        assertEquals(expected, console.executed);
        assertEquals(750, repeated, 130);
    }

    @Test
    void stickyFramesRepeatTheLastExecutedActionNotTheLastChosenOne() {
        // Seeds are tried until a whole decision is swallowed: the action after it then repeats the one before it.
        AtariProtocol protocol = new AtariProtocol(1, 1, 0.5, 0, ActionSet.THREE);
        int found = 0;
        for (int seed = 0; seed < 64; seed++) {
            RandomStream draws = new RandomStream(seed);
            boolean[] sticks = {draws.uniform() < 0.5, draws.uniform() < 0.5, draws.uniform() < 0.5};
            if (!sticks[0] && sticks[1] && sticks[2]) {
                AtariEnvironment environment = started(protocol, seed);
                environment.step(UP);
                environment.step(DOWN);
                environment.step(DOWN);
                assertEquals(List.of(RIGHT, RIGHT, RIGHT), console.executed);
                found++;
            }
        }
        assertTrue(found > 0);
    }

    @Test
    void alwaysStickyNeverLeavesTheFirstNoOp() {
        AtariEnvironment environment = started(PLAIN.withSticky(1), 1);
        environment.step(UP);
        environment.step(DOWN);
        assertEquals(Collections.nCopies(8, NOOP), console.executed);
    }

    @Test
    void anEpisodeDoesNotRepeatTheActionOfTheLastOne() {
        AtariProtocol protocol = new AtariProtocol(1, 1, 0.999, 0, ActionSet.TWO);
        AtariEnvironment environment = started(protocol, 1);
        while (!console.executed.contains(RIGHT)) {
            environment.step(UP);
        }
        environment.reset(new RandomStream(2));
        environment.step(DOWN);
        assertEquals(List.of(NOOP), console.executed);
    }

    @Test
    void noOpsStartTheEpisodeAndEachCountIsEquallyLikely() {
        AtariEnvironment environment = new AtariEnvironment(console, difference(PLAIN.withMaxNoOps(3)));
        int[] counts = new int[4];
        RandomStream random = new RandomStream(3);
        for (int episode = 0; episode < 4000; episode++) {
            environment.reset(random);
            counts[console.executed.size()]++;
            assertTrue(console.executed.stream().allMatch(action -> action == NOOP));
        }
        for (int count : counts) {
            assertEquals(1000, count, 140);
        }
        assertEquals(4000, console.resets);
    }

    @Test
    void rewardsOfSkippedFramesAreSummed() {
        console.pointsAtFrame.put(2, -1);
        console.pointsAtFrame.put(5, 1);
        console.pointsAtFrame.put(8, 1);
        AtariEnvironment environment = started(PLAIN, 1);
        assertEquals(0, environment.reward());
        assertEquals(Outcome.CUT, environment.step(UP));
        assertEquals(-1, environment.reward());
        assertEquals(Outcome.CUT, environment.step(UP));
        assertEquals(2, environment.reward());
        assertEquals(Outcome.RUNNING, environment.step(UP));
        assertEquals(0, environment.reward());
    }

    @Test
    void theEndOfTheGameEndsTheDecisionAndTheEpisode() {
        console.lastFrame = 6;
        console.pointsAtFrame.put(6, -1);
        AtariEnvironment environment = started(PLAIN, 1);
        assertEquals(Outcome.RUNNING, environment.step(UP));
        assertEquals(Outcome.TERMINATED, environment.step(UP));
        assertEquals(-1, environment.reward());
        assertEquals(6, console.executed.size());
    }

    @Test
    void aStepAfterTheEndIsRefusedUntilTheReset() {
        console.lastFrame = 3;
        AtariEnvironment environment = new AtariEnvironment(console, difference(PLAIN));
        assertThrows(IllegalStateException.class, () -> environment.step(UP), "before the first reset");
        environment.reset(new RandomStream(1));
        assertEquals(Outcome.TERMINATED, environment.step(UP));
        assertThrows(IllegalStateException.class, () -> environment.step(UP));
        environment.reset(new RandomStream(1));
        assertEquals(0, environment.reward());
        assertEquals(Outcome.TERMINATED, environment.step(DOWN));
        assertEquals(List.of(LEFT, LEFT, LEFT), console.executed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 60})
    void anEndlessGameIsCutShort(int skip) {
        AtariEnvironment environment = started(PLAIN.withFrameSkip(Integer.toString(skip)), 1);
        int decisions = 1;
        Outcome outcome = environment.step(UP);
        while (outcome == Outcome.RUNNING) {
            outcome = environment.step(UP);
            decisions++;
        }
        assertEquals(Outcome.TRUNCATED, outcome);
        assertEquals(AtariEnvironment.MAX_FRAMES, console.executed.size());
        assertEquals((AtariEnvironment.MAX_FRAMES + skip - 1) / skip, decisions);
        assertThrows(IllegalStateException.class, () -> environment.step(UP));
    }

    @Test
    void aGameThatEndsInTheLastFrameEndsByItsRules() {
        console.lastFrame = AtariEnvironment.MAX_FRAMES;
        AtariEnvironment environment = started(PLAIN.withFrameSkip("50"), 1);
        Outcome outcome = environment.step(UP);
        while (!outcome.ended()) {
            outcome = environment.step(UP);
        }
        assertEquals(Outcome.TERMINATED, outcome);
    }

    @Test
    void noOpsCountAsFramesOfTheEpisode() {
        AtariEnvironment environment = started(PLAIN.withMaxNoOps(1000), 11);
        assertFalse(console.executed.isEmpty());
        Outcome outcome = environment.step(UP);
        while (!outcome.ended()) {
            outcome = environment.step(UP);
        }
        assertEquals(AtariEnvironment.MAX_FRAMES, console.executed.size());
    }

    @Test
    void observationsAreZerosFirstAndThenTheDifferenceOfPictures() {
        AtariEnvironment environment = started(PLAIN, 1);
        assertEquals(ObservationSpec.features(6400), environment.observationSpec());
        environment.observe(seen);
        assertEquals(0, observed.count());
        environment.step(UP);
        for (int look = 0; look < 2; look++) {
            environment.observe(seen);
            // The lit pixel went from column 0 to column 4.
            assertEquals(2, observed.count());
            assertEquals(0, observed.index(0));
            assertEquals(-1, observed.value(0));
            assertEquals(4, observed.index(1));
            assertEquals(1, observed.value(1));
        }
        environment.reset(new RandomStream(1));
        environment.observe(seen);
        assertEquals(0, observed.count());
    }

    @Test
    void observationIsTheGames() {
        AtariGame game = new AtariGame(PLAIN, PictureObservationSpec.parse("paddles:0,1+action"));
        AtariEnvironment environment = new AtariEnvironment(console, game);
        environment.reset(new RandomStream(1));
        assertEquals(ObservationSpec.features(322), environment.observationSpec());
        Observation into = new Observation(environment.observationSpec(), environment.actionSpec());
        SparseVector features = into.features();
        environment.observe(into);
        // The lit pixel, in a colour of the left paddle, is in row 0 of both pictures; nothing was chosen yet.
        assertEquals(2, features.count());
        environment.step(DOWN);
        environment.observe(into);
        assertEquals(3, features.count());
        assertEquals(160, features.index(1));
        assertEquals(320 + DOWN.choice(), features.index(2));
        environment.reset(new RandomStream(1));
        environment.observe(into);
        assertEquals(2, features.count());
    }

    @Test
    void memoryIsReadAtTheResetAndAfterEachDecision() {
        console.memory = true;
        AtariEnvironment environment =
                new AtariEnvironment(console, new AtariGame(PLAIN, PictureObservationSpec.parse("ram")));
        Observation into = new Observation(environment.observationSpec(), environment.actionSpec());
        SparseVector features = into.features();
        environment.reset(new RandomStream(1));
        environment.observe(into);
        assertEquals(0, features.count());
        environment.step(UP);
        environment.observe(into);
        assertEquals(1, features.count());
        assertEquals(7, features.index(0));
        assertEquals(4 / 255f, features.value(0));
    }

    @Test
    void memoryOfAConsoleThatShowsNoneIsRefused() {
        AtariGame game = new AtariGame(PLAIN, PictureObservationSpec.parse("ram"));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new AtariEnvironment(new CourtConsole(), game));
        assertEquals("observation ram needs a console whose memory can be read", refusal.getMessage());
        UnsupportedOperationException unread =
                assertThrows(UnsupportedOperationException.class, () -> new CourtConsole().memory(new byte[128]));
        assertEquals("this console has no memory that can be read", unread.getMessage());
    }

    /** In the pauses before a serve there is no ball. */
    @Test
    void choicesMatterWhileTheBallIsInSight() {
        AtariCourt court = new AtariCourt();
        AtariEnvironment environment =
                new AtariEnvironment(new CourtConsole(court), difference(PLAIN.withFrameSkip("1")));
        environment.reset(new RandomStream(1));
        int matters = 0;
        for (int frame = 1; frame <= 2000; frame++) {
            environment.step(UP);
            // On the last rows the console shows the ball one row higher or not at all.
            boolean inTheMiddle = court.ballY() > 60 && court.ballY() < 190;
            if (court.ballY() == 0 || inTheMiddle) {
                assertEquals(inTheMiddle, environment.decisive(), court::toString);
            }
            matters += environment.decisive() ? 1 : 0;
        }
        assertTrue(matters > 500 && matters < 1500, "decisions that matter: " + matters);
    }

    @Test
    void actionsAreThoseOfTheProtocol() {
        for (ActionSet set : ActionSet.values()) {
            AtariEnvironment environment = started(PLAIN.withActions(set).withFrameSkip("1"), 1);
            assertEquals(ActionSpec.discrete(set.size()), environment.actionSpec());
            for (int action = 0; action < set.size(); action++) {
                environment.step(Actions.choice(set.size(), action));
                assertEquals(set.get(action), console.executed.get(action));
            }
            Action foreign = Actions.choice(set.size() + 1, set.size());
            assertThrows(IndexOutOfBoundsException.class, () -> environment.step(foreign));
        }
    }

    @Test
    void closingClosesTheConsole() {
        started(PLAIN, 1).close();
        assertTrue(console.closed);
    }

    @Test
    void playingAllocatesNothing() {
        console.notes = false;
        AtariEnvironment environment =
                new AtariEnvironment(console, difference(new AtariProtocol(2, 4, 0.25, 30, ActionSet.TWO)));
        NetworkSpec spec =
                new NetworkSpec(6400, 2, List.of(200), Activation.RELU, false, OutputKind.SIGMOID, Critic.NONE);
        PolicyNetwork network = PolicyNetwork.fresh(
                spec, WeightInit.parse("gaussian"), WeightInit.parse("gaussian"), new RandomStream(1));
        RandomStream random = new RandomStream(2);
        PolicyAgent agent = new PolicyAgent(network, environment.observationSpec(), ActionChoice.SAMPLE, random);
        Action action = new Action(environment.actionSpec());
        Runnable decisions = () -> {
            environment.reset(random);
            for (int decision = 0; decision < 200; decision++) {
                environment.observe(seen);
                agent.act(seen, action);
                environment.step(action);
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(50, decisions));
    }

    private AtariEnvironment started(AtariProtocol protocol, long seed) {
        AtariEnvironment environment = new AtariEnvironment(console, difference(protocol));
        environment.reset(new RandomStream(seed));
        return environment;
    }

    private static AtariGame difference(AtariProtocol protocol) {
        return new AtariGame(protocol, PictureObservationSpec.difference());
    }
}
