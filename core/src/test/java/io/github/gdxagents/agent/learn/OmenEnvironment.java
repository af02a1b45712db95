package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.SparseVector;
import io.github.gdxagents.agent.random.RandomStream;

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
    public int observationSize() {
        return KINDS;
    }

    @Override
    public int actions() {
        return KINDS;
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
    public void observe(SparseVector into) {
        into.clear();
        into.add(omen, 1);
    }

    @Override
    public Outcome step(int action) {
        reward = action == omen ? 1 : 0;
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
