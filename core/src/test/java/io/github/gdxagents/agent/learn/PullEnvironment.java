package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;

/** A small control task: a cart on a line is pulled to the middle by a force of −1 to 1; each of 40 decisions costs its squared distance. */
final class PullEnvironment implements Environment {

    private static final int STEPS = 40;

    private double place;
    private double speed;
    private int done;

    @Override
    public ObservationSpec observationSpec() {
        return ObservationSpec.vector("place", "speed");
    }

    @Override
    public ActionSpec actionSpec() {
        return ActionSpec.continuous(1, -1, 1);
    }

    @Override
    public void reset(RandomStream random) {
        place = 2 * random.uniform() - 1;
        speed = 0;
        done = 0;
    }

    @Override
    public void observe(Observation into) {
        into.set("place", (float) place);
        into.set("speed", (float) speed);
    }

    @Override
    public Outcome step(Action action) {
        speed = 0.95 * (speed + 0.1 * action.value(0));
        place += 0.1 * speed;
        done++;
        return done == STEPS ? Outcome.TRUNCATED : Outcome.RUNNING;
    }

    @Override
    public float reward() {
        return (float) (-place * place);
    }
}
