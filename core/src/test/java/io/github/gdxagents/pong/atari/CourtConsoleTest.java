package io.github.gdxagents.pong.atari;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Actions;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.FramePreprocessor;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The environment on the built-in court. */
class CourtConsoleTest {

    @ParameterizedTest
    @ValueSource(strings = {"difference", "image:0,1+ball:2,4,8+pool4:0,1+action", "paddles:0+rows:3+columns:3"})
    void environmentSeesTheSameThroughScreenAndState(String parts) {
        PictureObservationSpec observation = PictureObservationSpec.parse(parts);
        AtariProtocol protocol = AtariProtocol.pongV0().withMaxNoOps(30).withActions(ActionSet.SIX);
        assertEquals(
                episode(new CourtConsole(), new AtariGame(protocol, observation), 3),
                episode(new PaintingConsole(new CourtConsole()), new AtariGame(protocol, observation), 3));
    }

    @Test
    void episodeEndsAfterTwentyOnePoints() {
        List<String> episode = episode(
                new CourtConsole(), new AtariGame(AtariProtocol.pongV0(), PictureObservationSpec.difference()), 1);
        assertTrue(episode.get(episode.size() - 1).startsWith(Outcome.TERMINATED + " "));
        assertTrue(episode.stream()
                        .filter(step -> step.startsWith(Outcome.CUT + " "))
                        .count()
                >= 20);
    }

    @Test
    void consoleShowsTheGivenCourt() {
        AtariCourt court = new AtariCourt();
        CourtConsole console = new CourtConsole(court);
        console.act(ConsoleAction.NOOP);
        assertEquals(1, court.frames());
        console.reset();
        assertEquals(0, court.frames());
        console.close();
        assertThrows(IllegalArgumentException.class, () -> new CourtConsole(AtariCourt.forTwo()));
    }

    private static List<String> episode(AtariConsole console, AtariGame game, long seed) {
        List<String> steps = new ArrayList<>();
        RandomStream actions = new RandomStream(seed + 1);
        try (AtariEnvironment environment = new AtariEnvironment(console, game)) {
            Observation seen = new Observation(environment.observationSpec(), environment.actionSpec());
            SparseVector observation = seen.features();
            int choices = environment.actionSpec().choices();
            environment.reset(new RandomStream(seed));
            Outcome outcome = Outcome.RUNNING;
            while (!outcome.ended()) {
                outcome = environment.step(Actions.choice(choices, actions.below(choices)));
                environment.observe(seen);
                StringBuilder step = new StringBuilder(outcome + " " + environment.reward());
                for (int i = 0; i < observation.count(); i++) {
                    step.append(' ').append(observation.index(i)).append(':').append(observation.value(i));
                }
                steps.add(step.toString());
            }
        }
        return steps;
    }

    /** Gives its picture the long way. */
    private static final class PaintingConsole extends DelegatingConsole {

        PaintingConsole(AtariConsole console) {
            super(console);
        }

        @Override
        public void picture(BinaryImage into) {
            Frame frame = new Frame();
            screen(frame);
            FramePreprocessor.read(frame, into);
        }
    }
}
