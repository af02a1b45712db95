package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.SparseVector;
import io.github.gdxagents.agent.random.RandomStream;

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
    public int observationSize() {
        return 1;
    }

    @Override
    public int actions() {
        return 2;
    }

    @Override
    public void reset(RandomStream random) {
        done = 0;
    }

    @Override
    public void observe(SparseVector into) {
        into.clear();
        into.add(0, 1);
    }

    @Override
    public Outcome step(int action) {
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
