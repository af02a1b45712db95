package io.github.gdxagents.headless.game;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentProvider;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.ValueRange;
import java.util.List;

/** A game of others with all kinds of things to see and to do; its episodes are cut short. */
public final class SwingGame implements EnvironmentProvider {

    @Override
    public String name() {
        return "swing";
    }

    @Override
    public String description() {
        return "a point that is pushed";
    }

    @Override
    public Environment create() {
        return new Swing();
    }

    private static final class Swing implements Environment {
        private RandomStream random = new RandomStream(0);
        private float place;
        private int steps;

        @Override
        public ObservationSpec observationSpec() {
            return new ObservationSpec(List.of("place", "time"), List.of(), 3, 2, true).withImage("track", 5, 2);
        }

        @Override
        public ActionSpec actionSpec() {
            return new ActionSpec(List.of(2, 3), List.of(new ValueRange(-2, 2)));
        }

        @Override
        public void reset(RandomStream newRandom) {
            random = newRandom;
            place = (float) random.uniform();
            steps = 0;
        }

        @Override
        public void observe(Observation into) {
            into.set(0, place * 100);
            into.set(1, steps);
            into.image(0)[Math.max(0, Math.min(9, (int) (place * 10)))] = 1;
            into.features().add(steps % 3, 1);
            if (steps % 2 == 0) {
                into.mask().forbid(1, 2);
            }
        }

        @Override
        public Outcome step(Action action) {
            if (steps % 2 == 0 && action.choice(1) == 2) {
                throw new IllegalStateException("a forbidden choice");
            }
            place += 0.1f * action.value(0) * (action.choice(0) == 0 ? 1 : -1) + 0.01f * (float) random.uniform();
            return ++steps < 37 ? Outcome.RUNNING : Outcome.TRUNCATED;
        }

        @Override
        public float reward() {
            return -Math.abs(place);
        }
    }
}
