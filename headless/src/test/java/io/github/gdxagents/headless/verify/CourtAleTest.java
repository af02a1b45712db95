package io.github.gdxagents.headless.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.headless.ale.RequiresRom;
import io.github.gdxagents.headless.run.Game;
import io.github.gdxagents.headless.run.Preset;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.AtariProtocol;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in court against the real emulator. The command {@code verify-court} does the same at length. */
@RequiresRom
class CourtAleTest {

    private static final long FRAMES = 200_000;

    @Test
    void everyFrameOfEveryKindOfPlayIsTheEmulators() {
        PictureObservationSpec observation = PictureObservationSpec.parse("image:0,1+pool4:0,1");
        NetworkConfig network = Preset.named("karpathy").learner().network();
        PolicyNetwork policy = network.fresh(network.spec(observation.size(2), 2, 0), new RandomStream(1));
        int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
        CourtVerification.Result result = new CourtVerification(
                        Game.ALE.consoles(Optional.empty()), policy, observation, threads)
                .run(FRAMES, 42, count -> {}, () -> false);
        assertEquals(Optional.empty(), result.firstDifference());
        assertEquals(0, result.total().differences());
        assertTrue(result.total().frames() >= FRAMES);
        assertEquals(PlayKind.values().length, result.kinds().size());
    }

    /** The checksum that AtariPainterTest expects of the court. */
    @Test
    void scriptedGameHasItsKnownScreens() {
        Frame frame = new Frame();
        CRC32 sum = new CRC32();
        ConsoleAction[] actions = ConsoleAction.values();
        try (AtariConsole console = Game.ALE.consoles(Optional.empty()).get()) {
            for (int i = 0; i < 10_000; i++) {
                console.screen(frame);
                sum.update(frame.pixels());
                console.act(actions[i / 7 * 5 % 11 % 6]);
                if (console.gameOver()) {
                    console.reset();
                }
            }
        }
        assertEquals(3_407_530_908L, sum.getValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "difference",
                "image:0,1+ball:2,4,8+pool4:0,1+action",
                "ballpool5:0+rows:1+columns:1+paddles:3",
                "tents8:0,1,2,4,8+paddletents8:0,1+edges:0,1+centres:1,2,4,8+actions:0,1"
            })
    void sameSeedAndMovesGiveTheSameEpisode(String observation) {
        AtariProtocol protocol = AtariProtocol.pongV0().withMaxNoOps(30).withActions(ActionSet.SIX);
        AtariGame atari = new AtariGame(protocol, PictureObservationSpec.parse(observation));
        List<String> onTheEmulator = episode(Game.ALE, atari);
        assertEquals(onTheEmulator, episode(Game.PONG, atari));
        assertTrue(onTheEmulator.size() > 300);
    }

    private static List<String> episode(Game game, AtariGame atari) {
        List<String> steps = new ArrayList<>();
        RandomStream actions = new RandomStream(9);
        try (Environment environment =
                game.environments(atari, Optional.empty()).create(1).get(0)) {
            Observation seen = new Observation(environment.observationSpec(), environment.actionSpec());
            Action action = new Action(environment.actionSpec());
            float[] dense = new float[environment.observationSpec().features()];
            environment.reset(new RandomStream(8));
            Outcome outcome = Outcome.RUNNING;
            while (!outcome.ended()) {
                action.choose(actions.below(environment.actionSpec().choices()));
                outcome = environment.step(action);
                environment.observe(seen);
                seen.features().toDense(dense);
                steps.add(outcome + " " + environment.reward() + " " + environment.decisive() + " "
                        + environment.event() + " " + Arrays.hashCode(dense));
            }
        }
        return steps;
    }
}
