package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CheckedEnvironmentTest {

    private static final ObservationSpec SEEN =
            new ObservationSpec(List.of("x", "ball y"), List.of(), 4, 1, true).withImage("map", 3, 2);
    private static final ActionSpec DONE = ActionSpec.branches(2, 3);

    /** A game whose parts are set by each test; counts its steps and ends every tenth. */
    private static final class Script implements Environment {
        private ObservationSpec observations = SEEN;
        private ActionSpec actions = DONE;
        private Consumer<Observation> view = into -> {};
        private Runnable onStep = () -> {};
        private float reward = 1;
        private int event = -1;
        private int steps;

        @Override
        public ObservationSpec observationSpec() {
            return observations;
        }

        @Override
        public ActionSpec actionSpec() {
            return actions;
        }

        @Override
        public void reset(RandomStream random) {}

        @Override
        public void observe(Observation into) {
            into.set(0, 1 + steps);
            into.image(0)[0] = 1;
            view.accept(into);
        }

        @Override
        public int events() {
            return 2;
        }

        @Override
        public int event() {
            return event;
        }

        @Override
        public Outcome step(Action action) {
            steps++;
            onStep.run();
            return steps % 10 == 0 ? Outcome.TERMINATED : Outcome.RUNNING;
        }

        @Override
        public float reward() {
            return reward;
        }
    }

    private final Script script = new Script();
    private final Observation observation = new Observation(SEEN, DONE);
    private final Action action = new Action(DONE);
    private final RandomStream random = new RandomStream(1);

    private CheckedEnvironment begun() {
        CheckedEnvironment checked = new CheckedEnvironment("toy", script);
        checked.reset(random);
        return checked;
    }

    private void play(CheckedEnvironment checked, int steps) {
        for (int i = 0; i < steps; i++) {
            observation.clear();
            checked.observe(observation);
            assertTrue(checked.decisive());
            Outcome outcome = checked.step(action);
            assertEquals(1, checked.reward());
            assertEquals(-1, checked.event());
            if (outcome.ended()) {
                checked.reset(random);
            }
        }
    }

    private static void assertSays(String sentence, Runnable code) {
        assertEquals(
                "environment 'toy' " + sentence,
                assertThrows(EnvironmentException.class, code::run).getMessage());
    }

    private void assertSeen(String sentence, Consumer<Observation> view) {
        CheckedEnvironment checked = begun();
        play(checked, 3);
        script.view = view;
        assertSays("step 3 (episode 1): " + sentence, () -> play(checked, 1));
    }

    @Test
    void whatIsNotFiniteIsNamedWithItsPlace() {
        assertSeen(
                "observation entry 'ball y' is NaN, expected a finite number", into -> into.set("ball y", Float.NaN));
    }

    @Test
    void aPixelThatIsNotFiniteIsNamedWithRowAndColumn() {
        assertSeen(
                "observation image 'map' row 1 column 2 is infinite, expected a finite number",
                into -> into.image(0)[5] = Float.POSITIVE_INFINITY);
    }

    @Test
    void aFeatureThatIsNotFiniteIsNamed() {
        assertSeen(
                "observation feature 3 is minus infinity, expected a finite number",
                into -> into.features().add(3, Float.NEGATIVE_INFINITY));
    }

    @Test
    void someChoiceOfEachBranchIsLeft() {
        assertSeen("the mask forbids every choice of a branch, expected one or more to be left", into -> {
            into.mask().forbid(0, 0);
            into.mask().forbid(0, 1);
        });
    }

    @Test
    void aGameThatShowsTheSameForTooLongIsConstant() {
        CheckedEnvironment checked = begun();
        script.view = into -> into.set(0, 7);
        play(checked, CheckedEnvironment.STILL_DECISIONS);

        assertSays(
                "step 500 (episode 51): the observation is constant: the same since the start, expected one that changes",
                () -> play(checked, 1));
    }

    @Test
    void aGameThatShowsNothingIsBlank() {
        CheckedEnvironment checked = begun();
        script.view = Observation::clear;
        play(checked, CheckedEnvironment.STILL_DECISIONS);

        assertSays(
                "step 500 (episode 51): the observation is blank: all zero since the start, expected something to see",
                () -> play(checked, 1));
    }

    @Test
    void aPictureThatStaysOfOneColourIsBlank() {
        CheckedEnvironment checked = begun();
        script.view = into -> into.image(0)[0] = 0;
        play(checked, CheckedEnvironment.STILL_DECISIONS);

        assertSays(
                "step 500 (episode 51): the image 'map' is blank: of one colour since the start, expected something to see",
                () -> play(checked, 1));
    }

    @Test
    void aPictureThatStaysAsItIsMayBeAMap() {
        play(begun(), 3 * CheckedEnvironment.STILL_DECISIONS);
    }

    @Test
    void oneChangeLateEnoughIsSeen() {
        CheckedEnvironment checked = begun();
        script.view = into -> into.set(0, script.steps < 499 ? 7 : 8);
        play(checked, 3 * CheckedEnvironment.STILL_DECISIONS);
    }

    @Test
    void aFinishedPolicyMayStandStill() {
        CheckedEnvironment checked = CheckedEnvironment.thatMayBeStill("toy", script);
        checked.reset(random);
        script.view = into -> into.set(0, 7);
        play(checked, 3 * CheckedEnvironment.STILL_DECISIONS);
    }

    @Test
    void anActionOfAnotherSpecIsRefused() {
        CheckedEnvironment checked = begun();

        assertSays(
                "step 1 (episode 1): the action is one of " + ActionSpec.discrete(9) + ", expected one of " + DONE,
                () -> checked.step(new Action(ActionSpec.discrete(9))));
        assertEquals(0, script.steps);
    }

    @Test
    void aForbiddenActionIsRefused() {
        CheckedEnvironment checked = begun();
        script.view = into -> into.mask().forbid(1, 2);
        observation.clear();
        checked.observe(observation);
        action.choose(1, 2);

        assertSays(
                "step 1 (episode 1): the action has choices [0, 2] values [], expected choices that the observation's mask"
                        + " allows",
                () -> checked.step(action));
    }

    @Test
    void aRewardIsFinite() {
        script.reward = Float.NaN;
        CheckedEnvironment checked = begun();
        checked.step(action);

        assertSays("step 1 (episode 1): the reward is NaN, expected a finite number", checked::reward);
    }

    @Test
    void anEventIsOneOfThoseThereAre() {
        script.event = 2;
        CheckedEnvironment checked = begun();
        checked.step(action);

        assertSays("step 1 (episode 1): event is 2, expected -1 for none, or 0 to 1", checked::event);
    }

    @Test
    void specsStayAsTheyAre() {
        CheckedEnvironment checked = begun();
        script.actions = ActionSpec.discrete(2);

        assertSays(
                "step 0 (episode 1): actionSpec is another one than before, expected always the same",
                () -> checked.reset(random));
    }

    @Test
    void whatTheGameThrowsIsTheCause() {
        StackOverflowError thrown = new StackOverflowError();
        script.onStep = () -> {
            throw thrown;
        };
        CheckedEnvironment checked = begun();

        EnvironmentException e = assertThrows(EnvironmentException.class, () -> checked.step(action));

        assertSame(thrown, e.getCause());
        assertTrue(
                e.getMessage()
                        .startsWith("environment 'toy' step 1 (episode 1): step threw java.lang.StackOverflowError"),
                e.getMessage());
    }

    @Test
    void noMemoryIsNotTheGamesFault() {
        OutOfMemoryError thrown = new OutOfMemoryError("test");
        script.onStep = () -> {
            throw thrown;
        };
        CheckedEnvironment checked = begun();

        assertSame(thrown, assertThrows(OutOfMemoryError.class, () -> checked.step(action)));
    }

    @Test
    void anEpisodeWithoutAnEndIsCutShort() {
        Environment endless = new Environment() {
            @Override
            public ObservationSpec observationSpec() {
                return SEEN;
            }

            @Override
            public ActionSpec actionSpec() {
                return DONE;
            }

            @Override
            public void reset(RandomStream newRandom) {}

            @Override
            public void observe(Observation into) {}

            @Override
            public Outcome step(Action what) {
                return Outcome.CUT;
            }

            @Override
            public float reward() {
                return 0;
            }
        };
        CheckedEnvironment checked = new CheckedEnvironment("toy", endless);
        checked.reset(random);

        for (int episode = 0; episode < 2; episode++) {
            for (long i = 1; i < CheckedEnvironment.LONGEST_EPISODE; i++) {
                assertEquals(Outcome.CUT, checked.step(action));
            }
            assertEquals(Outcome.TRUNCATED, checked.step(action));
            checked.reset(random);
        }
    }

    @Test
    void anotherThreadSeesWhereItIsAndMayGiveItUp() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        script.onStep = () -> {
            inside.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        CheckedEnvironment checked = begun();
        assertFalse(checked.inside());
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread thread = new Thread(() -> checked.step(action));
        thread.setUncaughtExceptionHandler((who, thrown) -> end.set(thrown));
        thread.start();

        inside.await();
        long calls = checked.calls();
        assertTrue(checked.inside());
        assertEquals("step 1 (episode 1)", checked.where());
        assertTrue(checked.stack().length > 0);
        checked.abandon();
        goOn.countDown();
        thread.join();

        assertEquals(calls + 1, checked.calls());
        assertEquals("environment 'toy' was abandoned", end.get().getMessage());
        assertThrows(IllegalStateException.class, () -> checked.reset(random));
    }

    @Test
    void nothingIsAllocatedAtAStep() {
        CheckedEnvironment checked = begun();
        play(checked, 2000);

        assertEquals(0, AllocatedBytes.leastOf(20, () -> play(checked, 1000)));
    }
}
