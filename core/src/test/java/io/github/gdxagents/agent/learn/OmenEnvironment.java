package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;

/**
 * A toy with events that can be foreseen: an omen, one of three, is shown for three decisions, and the third one brings the event of
 * its number. Episodes have two omens. One action pays 1 at each decision, another one for each omen.
 */
public final class OmenEnvironment implements Environment {

    /** How many omens, events and actions there are. */
    public static final int KINDS = 3;

    private RandomStream random = new RandomStream(0);
    private int omen;
    private int step;
    private int event = -1;
    private float reward;

    @Override
    public ObservationSpec observationSpec() {
        return ObservationSpec.features(KINDS);
    }

    @Override
    public ActionSpec actionSpec() {
        return ActionSpec.discrete(KINDS);
    }

    @Override
    public int events() {
        return KINDS;
    }

    @Override
    public int event() {
        return event;
    }

    @Override
    public void reset(RandomStream episodeRandom) {
        random = episodeRandom;
        omen = random.below(KINDS);
        step = 0;
        event = -1;
        reward = 0;
    }

    @Override
    public void observe(Observation into) {
        into.features().add(omen, 1);
    }

    @Override
    public Outcome step(Action action) {
        reward = action.choice() == omen ? 1 : 0;
        step++;
        event = step % 3 == 0 ? omen : -1;
        omen = step % 3 == 0 ? random.below(KINDS) : omen;
        return step == 6 ? Outcome.TERMINATED : Outcome.RUNNING;
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
