package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;

/** A toy that pays a fixed reward at every step, whatever is done, always looks the same, and ends after a number of steps. */
final class SteadyEnvironment implements Environment {

    private final int steps;
    private final Outcome end;
    private final float lastReward;
    private int done;

    /** Pays 1 a step, but something of its own at the last one. */
    SteadyEnvironment(int steps, Outcome end, float lastReward) {
        this.steps = steps;
        this.end = end;
        this.lastReward = lastReward;
    }

    @Override
    public ObservationSpec observationSpec() {
        return ObservationSpec.features(1);
    }

    @Override
    public ActionSpec actionSpec() {
        return ActionSpec.discrete(2);
    }

    @Override
    public void reset(RandomStream random) {
        done = 0;
    }

    @Override
    public void observe(Observation into) {
        into.features().add(0, 1);
    }

    @Override
    public Outcome step(Action action) {
        done++;
        return done == steps ? end : Outcome.RUNNING;
    }

    @Override
    public float reward() {
        return done == steps ? lastReward : 1;
    }

    @Override
    public void close() {
        done = 0;
    }
}
