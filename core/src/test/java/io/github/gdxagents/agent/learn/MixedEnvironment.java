package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.ValueRange;
import java.util.List;

/**
 * A toy with everything: named entries, branches, a continuous value and masks. A decision shows a signal, −1, 0 or 1, and a side, −1 or 1;
 * each of these pays up to 1 point:
 *
 * <ul>
 *   <li>the first branch is the signal plus 1; now and then a wrong choice of it is forbidden;
 *   <li>the second branch is the side of the decision before (at the first one: of this), so it takes a stack to know it;
 *   <li>the value is the signal: 1 less four times the square of how far it is off.
 * </ul>
 *
 * <p>A forbidden choice is not taken lightly: the environment throws.
 */
public final class MixedEnvironment implements Environment {

    /** Two choices and a value. */
    public static final ActionSpec ACTIONS = new ActionSpec(List.of(3, 2), List.of(new ValueRange(-2, 4)));

    private final ObservationSpec observations;
    private final float pay;
    private final float far;

    private RandomStream random = new RandomStream(0);
    private int signal;
    private int side;
    private int sideBefore;
    private int forbidden;
    private int left;
    private boolean truncates;
    private float reward;

    /**
     * A toy.
     *
     * @param stack how many observations are seen at once
     * @param pay what a point is worth
     * @param far how far from 0 the signal's entry is, and how large its differences are
     */
    public MixedEnvironment(int stack, float pay, float far) {
        this.observations = ObservationSpec.vector("signal", "side").stacked(stack);
        this.pay = pay;
        this.far = far;
    }

    /** With rewards and entries that need no scaling. */
    public static MixedEnvironment kind() {
        return new MixedEnvironment(2, 1, 0);
    }

    /** With large rewards, and an entry far from 0. */
    public static MixedEnvironment harsh() {
        return new MixedEnvironment(2, 500, 1000);
    }

    @Override
    public ObservationSpec observationSpec() {
        return observations;
    }

    @Override
    public ActionSpec actionSpec() {
        return ACTIONS;
    }

    @Override
    public void reset(RandomStream episodeRandom) {
        random = episodeRandom;
        left = 10 + random.below(20);
        truncates = random.below(2) == 0;
        draw();
        sideBefore = side;
        reward = 0;
    }

    private void draw() {
        signal = random.below(3) - 1;
        side = random.below(2) == 0 ? -1 : 1;
        forbidden = random.below(4);
    }

    @Override
    public void observe(Observation into) {
        into.set("signal", far + (far + 1) * signal);
        into.set("side", side);
        forbid(into.mask());
    }

    /** Half of the time a wrong choice of the first branch, and never the right one. */
    private void forbid(ActionMask mask) {
        if (forbidden < 2) {
            mask.forbid(0, (signal + 2 + forbidden) % 3);
        }
    }

    @Override
    public Outcome step(Action action) {
        if (left == 0) {
            throw new IllegalStateException("the episode is over");
        }
        ActionMask mask = new ActionMask(ACTIONS);
        forbid(mask);
        if (!mask.isAllowed(0, action.choice(0))) {
            throw new IllegalStateException("choice " + action.choice(0) + " is forbidden");
        }
        float off = action.value(0) - signal;
        reward = pay
                * ((action.choice(0) == signal + 1 ? 1 : 0)
                        + (action.choice(1) == (sideBefore < 0 ? 0 : 1) ? 1 : 0)
                        + Math.max(-1, 1 - 4 * off * off));
        sideBefore = side;
        draw();
        left--;
        if (left > 0) {
            return Outcome.CUT;
        }
        return truncates ? Outcome.TRUNCATED : Outcome.TERMINATED;
    }

    @Override
    public float reward() {
        return reward;
    }
}
