package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.CheckedEnvironment;
import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentException;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import org.junit.jupiter.api.Test;

/** A game whose mistake is found by the library or by Java is told its own line, not one of theirs. */
class OwnLineTest {

    @Test
    void aMistakeIsToldWithTheLineOfTheGame() {
        CheckedEnvironment game = new CheckedEnvironment("mistaken", new Mistaken());
        game.reset(new RandomStream(1));
        String seen = assertThrows(
                        EnvironmentException.class,
                        () -> game.observe(new Observation(game.observationSpec(), game.actionSpec())))
                .getMessage();
        String stepped = assertThrows(EnvironmentException.class, () -> game.step(new Action(game.actionSpec())))
                .getMessage();
        assertTrue(seen.matches(".* but was 'y'\\) at .*Mistaken\\.observe\\(OwnLineTest\\.java:\\d+\\)"), seen);
        assertTrue(stepped.matches(".* at .*Mistaken\\.step\\(OwnLineTest\\.java:\\d+\\)"), stepped);
    }

    private static final class Mistaken implements Environment {

        @Override
        public ObservationSpec observationSpec() {
            return ObservationSpec.vector("x");
        }

        @Override
        public ActionSpec actionSpec() {
            return ActionSpec.discrete(2);
        }

        @Override
        public void reset(RandomStream random) {
            // Nothing to begin.
        }

        @Override
        public void observe(Observation into) {
            into.set("y", 1);
        }

        @Override
        public Outcome step(Action action) {
            return Outcome.valueOf("running");
        }

        @Override
        public float reward() {
            return 0;
        }
    }
}
