package io.github.gdxagents.classic;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;

/**
 * Choices that are not always allowed: at each of ten decisions one of five goods is bought and one of three wagons is taken, and some of
 * each are not there. On a dry day the goods and wagons with the highest numbers are worth most, on a wet day those with the lowest; ½
 * point for the best of the goods that are there, ½ for the best of the wagons. The best score is 10.
 *
 * <p>What was chosen last is never there at the next decision; of the others each is missing a third of the time, but for one. What is
 * missing is said by the mask alone, and choosing it is an {@link IllegalStateException}: a policy that ignores the mask is found out
 * soon. One thread at a time; a step allocates nothing.
 */
public final class MaskedChoice implements Environment {

    /** The score of a policy that always takes the best that is there. */
    public static final double BEST_SCORE = 10;

    private static final int LENGTH = 10;
    private static final int BRANCHES = 2;
    private static final int GOODS = 5;
    private static final int WAGONS = 3;
    private final ActionSpec actions = ActionSpec.branches(GOODS, WAGONS);
    private final ObservationSpec observations = ObservationSpec.vector("wet");

    private final ActionMask mask = new ActionMask(actions);
    private RandomStream random = new RandomStream(0);
    private boolean wet;
    private float reward;
    private int decisions = LENGTH;

    /** A market before its first episode. */
    public MaskedChoice() {}

    /** Whether the day is wet: 1 or 0. */
    @Override
    public ObservationSpec observationSpec() {
        return observations;
    }

    /** Two branches: one of five goods, one of three wagons. */
    @Override
    public ActionSpec actionSpec() {
        return actions;
    }

    @Override
    public void reset(RandomStream newRandom) {
        random = newRandom;
        decisions = 0;
        reward = 0;
        mask.allowAll();
        newDay(-1, -1);
    }

    private void newDay(int lastGood, int lastWagon) {
        wet = random.below(2) == 1;
        mask.allowAll();
        takeAway(0, GOODS, lastGood);
        takeAway(1, WAGONS, lastWagon);
    }

    private void takeAway(int branch, int choices, int last) {
        // One that stays, drawn from all but the last.
        int stays = random.below(last < 0 ? choices : choices - 1);
        stays += last >= 0 && stays >= last ? 1 : 0;
        for (int choice = 0; choice < choices; choice++) {
            boolean missing = random.below(3) == 0;
            if (choice == last || (missing && choice != stays)) {
                mask.forbid(branch, choice);
            }
        }
    }

    @Override
    public void observe(Observation into) {
        into.set(0, wet ? 1 : 0);
        for (int branch = 0; branch < BRANCHES; branch++) {
            for (int choice = 0; choice < choices(branch); choice++) {
                if (!mask.isAllowed(branch, choice)) {
                    into.mask().forbid(branch, choice);
                }
            }
        }
    }

    private static int choices(int branch) {
        return branch == 0 ? GOODS : WAGONS;
    }

    /** The best that is there now. */
    int best(int branch) {
        int best = wet ? 0 : choices(branch) - 1;
        while (!mask.isAllowed(branch, best)) {
            best += wet ? 1 : -1;
        }
        return best;
    }

    /**
     * Buys, and comes to the next day.
     *
     * @throws IllegalStateException if what was chosen is not there, or the episode is over
     */
    @Override
    public Outcome step(Action action) {
        if (decisions == LENGTH) {
            throw new IllegalStateException("reset must come before step: the episode is over");
        }
        reward = 0;
        for (int branch = 0; branch < BRANCHES; branch++) {
            int choice = action.choice(branch);
            if (!mask.isAllowed(branch, choice)) {
                throw new IllegalStateException("choice " + choice + " of branch " + branch
                        + " was forbidden by the mask, but was taken at decision " + decisions);
            }
            reward += choice == best(branch) ? 0.5f : 0;
        }
        decisions++;
        newDay(action.choice(0), action.choice(1));
        return decisions == LENGTH ? Outcome.TERMINATED : Outcome.RUNNING;
    }

    @Override
    public float reward() {
        return reward;
    }
}
