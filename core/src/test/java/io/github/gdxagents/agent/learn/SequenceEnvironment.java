package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;

/**
 * A toy in which credit must find its way back: each episode shows one of a few contexts and asks for an action several times; only
 * the last step pays, 1 for each right action. Which one is right depends on context and step. After each decision comes one whose
 * choice does not matter, with an observation of its own.
 */
final class SequenceEnvironment implements Environment {

    private final int contexts;
    private final int actions;
    private final int steps;
    private int context;
    private int step;
    private int right;
    private float reward;

    SequenceEnvironment(int contexts, int actions, int steps) {
        this.contexts = contexts;
        this.actions = actions;
        this.steps = steps;
    }

    @Override
    public ObservationSpec observationSpec() {
        return ObservationSpec.features(contexts * steps + 1);
    }

    @Override
    public ActionSpec actionSpec() {
        return ActionSpec.discrete(actions);
    }

    @Override
    public void reset(RandomStream random) {
        context = random.below(contexts);
        step = 0;
        right = 0;
        reward = 0;
    }

    @Override
    public void observe(Observation into) {
        into.features().add(decisive() && step < 2 * steps ? context * steps + step / 2 : contexts * steps, 1);
    }

    @Override
    public boolean decisive() {
        return step % 2 == 0;
    }

    @Override
    public Outcome step(Action action) {
        right += decisive() && action.choice() == (context + step / 2) % actions ? 1 : 0;
        step++;
        boolean ends = step == 2 * steps;
        reward = ends ? right : 0;
        return ends ? Outcome.TERMINATED : Outcome.RUNNING;
    }

    @Override
    public float reward() {
        return reward;
    }

    @Override
    public void close() {
        step = 0;
    }
}
