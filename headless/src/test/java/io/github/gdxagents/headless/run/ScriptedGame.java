package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.util.function.IntToDoubleFunction;

/** Episodes of one decision whose scores are known beforehand, whatever is done in them. */
final class ScriptedGame implements Environment {

    private final IntToDoubleFunction scores;
    private int episodes;

    /** A game with a score for each episode, by its number from 0. */
    ScriptedGame(IntToDoubleFunction scores) {
        this.scores = scores;
    }

    /** How many episodes were begun. */
    int episodes() {
        return episodes;
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
        episodes++;
    }

    @Override
    public void observe(Observation into) {
        into.features().add(0, 1);
    }

    @Override
    public Outcome step(Action action) {
        return Outcome.TERMINATED;
    }

    @Override
    public float reward() {
        return (float) scores.applyAsDouble(episodes - 1);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
