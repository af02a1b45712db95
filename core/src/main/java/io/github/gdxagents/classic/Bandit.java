package io.github.gdxagents.classic;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;

/**
 * A contextual bandit: three lamps are each on or off, and for each of the eight pictures one of four arms is the right one. An episode
 * is one decision: 1 point for the right arm, 0 for another. The best score is 1, chance has ¼.
 *
 * <p>Which arm is right cannot be told from a weighted sum of the lamps: arm = 2 (a xor b) + (b xor c). One thread at a time; a step
 * allocates nothing.
 */
public final class Bandit implements Environment {

    /** The score of a policy that knows each right arm. */
    public static final double BEST_SCORE = 1;

    private final ActionSpec actions = ActionSpec.discrete(4);
    private final ObservationSpec observations = ObservationSpec.vector("lamp-a", "lamp-b", "lamp-c");

    /** A bit for each lamp, the first one highest. */
    private int lamps;

    private float reward;
    private boolean over = true;

    /** A bandit before its first episode. */
    public Bandit() {}

    /** Each lamp is 1 (on) or 0 (off). */
    @Override
    public ObservationSpec observationSpec() {
        return observations;
    }

    /** One of four arms. */
    @Override
    public ActionSpec actionSpec() {
        return actions;
    }

    @Override
    public void reset(RandomStream random) {
        lamps = random.below(8);
        reward = 0;
        over = false;
    }

    @Override
    public void observe(Observation into) {
        into.set(0, lamps >> 2 & 1);
        into.set(1, lamps >> 1 & 1);
        into.set(2, lamps & 1);
    }

    /** Which arm is the right one now. */
    int rightArm() {
        return (lamps ^ lamps >> 1) & 3;
    }

    @Override
    public Outcome step(Action action) {
        if (over) {
            throw new IllegalStateException("reset must come before step: the episode is over");
        }
        reward = action.choice() == rightArm() ? 1 : 0;
        over = true;
        return Outcome.TERMINATED;
    }

    @Override
    public float reward() {
        return reward;
    }
}
