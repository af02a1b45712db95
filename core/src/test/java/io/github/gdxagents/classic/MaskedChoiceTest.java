package io.github.gdxagents.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedChoiceTest {

    private final MaskedChoice market = new MaskedChoice();
    private final Action action = new Action(market.actionSpec());
    private final Observation observation = new Observation(market.observationSpec(), market.actionSpec());

    private ActionMask look() {
        observation.clear();
        market.observe(observation);
        return observation.mask();
    }

    private void takeBest() {
        action.choose(0, market.best(0));
        action.choose(1, market.best(1));
    }

    @Test
    void alwaysTheBestGivesTheBestScore() {
        for (int episode = 0; episode < 100; episode++) {
            market.reset(new RandomStream(episode));
            double score = 0;
            Outcome outcome = Outcome.RUNNING;
            for (int decision = 0; decision < 10; decision++) {
                assertEquals(Outcome.RUNNING, outcome);
                takeBest();
                outcome = market.step(action);
                score += market.reward();
            }
            assertEquals(Outcome.TERMINATED, outcome);
            assertEquals(MaskedChoice.BEST_SCORE, score);
        }
    }

    @Test
    void theBestIsTheHighestThatIsThereOnADryDayAndTheLowestOnAWetOne() {
        RandomStream random = new RandomStream(1);
        for (int episode = 0; episode < 200; episode++) {
            market.reset(random);
            ActionMask mask = look();
            for (int branch = 0; branch < 2; branch++) {
                int choices = market.actionSpec().branches().get(branch);
                int expected = -1;
                for (int choice = 0; choice < choices; choice++) {
                    boolean better = expected < 0 || observation.get("wet") == 0;
                    expected = mask.isAllowed(branch, choice) && better ? choice : expected;
                }
                assertEquals(expected, market.best(branch));
            }
        }
    }

    @Test
    void somethingIsAlwaysThereButNeverWhatWasChosenLast() {
        RandomStream random = new RandomStream(1);
        RandomStream chance = new RandomStream(2);
        int[][] missing = new int[2][5];
        for (int episode = 0; episode < 200; episode++) {
            market.reset(random);
            Outcome outcome = Outcome.RUNNING;
            while (outcome == Outcome.RUNNING) {
                assertTrue(look().leavesAChoice());
                RandomPlay.choose(chance, observation.mask(), action);
                outcome = market.step(action);
                ActionMask next = look();
                assertFalse(next.isAllowed(0, action.choice(0)));
                assertFalse(next.isAllowed(1, action.choice(1)));
                for (int branch = 0; branch < 2; branch++) {
                    for (int choice = 0; choice < market.actionSpec().branches().get(branch); choice++) {
                        missing[branch][choice] += next.isAllowed(branch, choice) ? 0 : 1;
                    }
                }
            }
        }
        for (int good : missing[0]) {
            assertTrue(good > 600 && good < 1400, "missing " + good + " times of 2000");
        }
        for (int wagon : List.of(missing[1][0], missing[1][1], missing[1][2])) {
            assertTrue(wagon > 800 && wagon < 1600, "missing " + wagon + " times of 2000");
        }
    }

    @Test
    void whatIsForbiddenThrowsInEitherBranch() {
        for (int branch = 0; branch < 2; branch++) {
            market.reset(new RandomStream(3));
            takeBest();
            market.step(action);
            int taken = action.choice(branch);
            takeBest();
            action.choose(branch, taken);
            IllegalStateException e = assertThrows(IllegalStateException.class, () -> market.step(action));
            assertEquals(
                    "choice " + taken + " of branch " + branch
                            + " was forbidden by the mask, but was taken at decision 1",
                    e.getMessage());
        }
    }

    @Test
    void tenDecisionsAreAllThereAre() {
        assertThrows(IllegalStateException.class, () -> market.step(action));
    }
}
