package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.util.function.IntConsumer;

/** Sixteen coins, one after the other: a point for each that is called as it lies, a point less for each that is not. */
class ToyGame implements Environment {

    static final int COINS = 16;

    private final IntConsumer onReset;
    private RandomStream random = new RandomStream(0);
    private int coin;
    private int tossed;
    private float reward;

    /** A game that tells of each new episode by a number drawn from its chance. */
    ToyGame(IntConsumer onReset) {
        this.onReset = onReset;
    }

    @Override
    public ObservationSpec observationSpec() {
        return ObservationSpec.features(3);
    }

    @Override
    public ActionSpec actionSpec() {
        return ActionSpec.discrete(2);
    }

    @Override
    public void reset(RandomStream episodeRandom) {
        random = episodeRandom;
        onReset.accept(random.below(Integer.MAX_VALUE));
        tossed = 0;
        coin = random.below(2);
    }

    @Override
    public void observe(Observation into) {
        into.features().add(coin, 1);
        into.features().add(2, 1);
    }

    @Override
    public Outcome step(Action action) {
        reward = action.choice() == coin ? 1 : -1;
        coin = random.below(2);
        return ++tossed == COINS ? Outcome.TERMINATED : Outcome.RUNNING;
    }

    @Override
    public float reward() {
        return reward;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
