package io.github.gdxagents.headless.ale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.AtariEnvironment;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.AtariProtocol;
import io.github.gdxagents.pong.atari.DelegatingConsole;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A recorded game on the real emulator against the observations that it must give, and these against the plainest reading of the
 * screens.
 *
 * <p>A failure means that agents see something else than they did when they were trained: trained policies, scores and seeds of
 * before are then worth nothing. Only if that is wanted (another protocol, another order of random draws), the recording is made
 * anew with
 *
 * <pre>{@code mvn -pl core,headless test -Dtest=GoldenObservationsAleTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true}</pre>
 *
 * <p>run in the project's folder. {@link #observationsAreDifferencesOfPlainlyReadScreens} must hold in any case.
 */
@RequiresRom
class GoldenObservationsAleTest {

    private static final String GOLDEN = "/golden/ale-observations.txt";
    private static final int DECISIONS = 250;

    /** All that has chance in it: frames a decision, sticky actions, a random start. */
    private static final AtariGame GAME = new AtariGame(
            AtariProtocol.pongV0().withMaxNoOps(30).withActions(ActionSet.SIX), PictureObservationSpec.difference());

    private static final ActionSpec CHOICES = ActionSpec.discrete(6);

    /**
     * The red channel of the console's colours, palette indices 0, 2, 4 … 254, eight a row. Measured with ale-py 0.12.1
     * ({@code getScreen} beside {@code getScreenRGB}), in whose title mode all colours pass by.
     */
    private static final int[] RED = {
        0, 74, 111, 142, 170, 192, 214, 236, //
        72, 105, 134, 162, 187, 210, 232, 252, //
        124, 144, 162, 180, 195, 210, 223, 236, //
        144, 163, 181, 198, 213, 227, 240, 252, //
        148, 167, 184, 200, 214, 228, 240, 252, //
        132, 151, 168, 184, 198, 212, 224, 236, //
        80, 104, 125, 146, 164, 181, 197, 212, //
        20, 51, 78, 104, 127, 149, 169, 188, //
        0, 24, 45, 66, 84, 101, 117, 132, //
        0, 24, 45, 66, 84, 101, 117, 132, //
        0, 24, 45, 66, 84, 101, 117, 132, //
        0, 24, 45, 66, 84, 101, 117, 132, //
        0, 26, 50, 72, 92, 111, 128, 144, //
        20, 53, 82, 110, 135, 158, 180, 200, //
        48, 80, 109, 136, 160, 183, 204, 224, //
        72, 105, 134, 162, 187, 210, 232, 252
    };

    private final RomFile rom =
            RomLocator.ofThisMachine().find(Optional.empty()).rom();

    @Test
    void recordedGameGivesTheRecordedObservations() throws IOException {
        List<String> played = play();
        if (Boolean.getBoolean("golden.write")) {
            Path file = Path.of("src/test/resources" + GOLDEN);
            Files.createDirectories(file.getParent());
            List<String> lines = new ArrayList<>();
            lines.add(
                    "# ALE Pong, random actions: decision, action, outcome, reward, then index:value of each non-zero.");
            lines.add("# What a difference means, and how this file is made anew: GoldenObservationsAleTest.");
            lines.addAll(played);
            Files.write(file, lines);
            fail("written anew: " + file.toAbsolutePath()
                    + "; look at the difference, then test again without golden.write");
        }
        List<String> recorded = recorded();
        assertEquals(DECISIONS + 1, recorded.size());
        for (int i = 0; i < recorded.size(); i++) {
            assertEquals(recorded.get(i), played.get(i));
        }
        assertTrue(recorded.stream().anyMatch(line -> line.contains(" CUT ")), "a point was scored");
    }

    private static List<String> recorded() throws IOException {
        try (InputStream stream = GoldenObservationsAleTest.class.getResourceAsStream(GOLDEN)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private List<String> play() {
        List<String> lines = new ArrayList<>();
        RandomStream actions = new RandomStream(12);
        Observation seen = new Observation(ObservationSpec.features(BinaryImage.PIXELS), CHOICES);
        SparseVector observation = seen.features();
        Action action = new Action(CHOICES);
        try (AtariEnvironment environment = new AtariEnvironment(AleConnection.open(rom), GAME)) {
            environment.reset(new RandomStream(11));
            environment.observe(seen);
            lines.add("reset" + nonZeros(observation));
            for (int decision = 1; decision <= DECISIONS; decision++) {
                action.choose(actions.below(6));
                Outcome outcome = environment.step(action);
                environment.observe(seen);
                lines.add(decision + " " + action.choice() + " " + outcome + " " + (int) environment.reward()
                        + nonZeros(observation));
            }
        }
        return lines;
    }

    private static String nonZeros(SparseVector observation) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < observation.count(); k++) {
            text.append(' ').append(observation.index(k)).append(':').append((int) observation.value(k));
        }
        return text.toString();
    }

    @Test
    void observationsAreDifferencesOfPlainlyReadScreens() {
        RandomStream actions = new RandomStream(21);
        Observation seen = new Observation(ObservationSpec.features(BinaryImage.PIXELS), CHOICES);
        SparseVector observation = seen.features();
        Action action = new Action(CHOICES);
        PlainReader console = new PlainReader(AleConnection.open(rom));
        int litMost = 0;
        try (AtariEnvironment environment = new AtariEnvironment(console, GAME)) {
            environment.reset(new RandomStream(22));
            environment.observe(seen);
            assertArrayEquals(new int[BinaryImage.PIXELS], dense(observation));
            int[] before = console.image.clone();
            for (int decision = 0; decision < 500; decision++) {
                action.choose(actions.below(6));
                environment.step(action);
                environment.observe(seen);
                int[] expected = new int[BinaryImage.PIXELS];
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = console.image[i] - before[i];
                }
                assertArrayEquals(expected, dense(observation), "decision " + decision);
                before = console.image.clone();
                litMost = Math.max(litMost, observation.count());
            }
        }
        assertTrue(litMost > 20 && litMost < 100, "most non-zeros: " + litMost);
    }

    private static int[] dense(SparseVector observation) {
        int[] dense = new int[BinaryImage.PIXELS];
        for (int k = 0; k < observation.count(); k++) {
            dense[observation.index(k)] = (int) observation.value(k);
        }
        return dense;
    }

    /** A console that also keeps, of each screen that was asked for, the picture that the published program would make. */
    private static final class PlainReader extends DelegatingConsole {
        private final Frame frame = new Frame();
        private int[] image = new int[0];

        private PlainReader(AtariConsole console) {
            super(console);
        }

        @Override
        public void picture(BinaryImage into) {
            super.picture(into);
            screen(frame);
            image = new int[80 * 80];
            for (int row = 0; row < 80; row++) {
                for (int column = 0; column < 80; column++) {
                    int red = RED[frame.at(35 + 2 * row, 2 * column) / 2];
                    image[row * 80 + column] = red == 144 || red == 109 || red == 0 ? 0 : 1;
                }
            }
        }
    }
}
