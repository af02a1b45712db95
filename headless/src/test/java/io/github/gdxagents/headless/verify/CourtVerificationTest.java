package io.github.gdxagents.headless.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.headless.FaultyConsole;
import io.github.gdxagents.headless.run.Preset;
import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.CourtConsole;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The comparison itself, with courts in the emulator's place. */
class CourtVerificationTest {

    private static final long FRAMES = 40_000;

    @Test
    void equalConsolesDifferNowhere() {
        AtomicLong last = new AtomicLong();
        CourtVerification.Result result = verification(CourtConsole::new, 1)
                .run(FRAMES, 5, count -> last.accumulateAndGet(count, Math::max), () -> false);
        assertTrue(result.firstDifference().isEmpty());
        assertEquals(0, result.total().differences());
        assertTrue(result.total().points() > 100);
        assertTrue(result.total().frames() >= FRAMES && result.total().frames() < FRAMES + 60);
        assertEquals(result.total().frames(), last.get());
    }

    @Test
    void resultDoesNotDependOnThreads() {
        Supplier<AtariConsole> consoles = () -> new FaultyConsole(FaultyConsole.Fault.SCREEN, 700);
        CourtVerification.Result one = verification(consoles, 1).run(FRAMES, 6, count -> {}, () -> false);
        CourtVerification.Result three = verification(consoles, 3).run(FRAMES, 6, count -> {}, () -> false);
        assertEquals(one, three);
        assertTrue(one.total().differences() > 0);
    }

    @Test
    void titleModeIsPartOfLongComparisonsOnly() {
        assertEquals(0, PlayKind.TITLE.share(199_999));
        assertEquals(70_000, PlayKind.TITLE.share(200_000));
        assertEquals(17 * 70_000, PlayKind.TITLE.share(20_000_000));
    }

    @Test
    void sharesMakeUpTheWhole() {
        for (long frames : new long[] {1, 7, 99, 1_000, 199_999, 200_000, 20_000_000, 123_456_789_012L}) {
            assertEquals(
                    frames,
                    Arrays.stream(PlayKind.values())
                            .mapToLong(kind -> kind.share(frames))
                            .sum());
        }
    }

    @Test
    void titleGamesReachTitleMode() {
        CourtVerification.Result result = verification(CourtConsole::new, 2).run(200_000, 1, count -> {}, () -> false);
        CourtVerification.Count title = result.kinds().get(result.kinds().size() - 1);
        assertEquals("title", title.kind());
        assertEquals(1, title.episodes());
        assertEquals(70_000, title.frames());
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultIsFoundInTheFrameOfItsFirstEffect(FaultyConsole.Fault fault) {
        CourtVerification.Result result =
                verification(() -> new FaultyConsole(fault, 700), 1).run(FRAMES, 7, count -> {}, () -> false);
        String first = result.firstDifference().orElseThrow();
        assertTrue(first.startsWith("random, lot 0, episode 1, frame 700: " + fault.words()), first);
        assertTrue(first.contains("AtariCourt[frame 700, "), first);
        assertTrue(result.total().differences() > 0);
    }

    @Test
    void stopsWhenAsked() {
        CourtVerification.Result result = verification(CourtConsole::new, 1).run(FRAMES, 5, count -> {}, () -> true);
        assertEquals(0, result.total().frames());
    }

    @Test
    void nothingToCompareIsAnError() {
        assertThrows(
                IllegalArgumentException.class,
                () -> verification(CourtConsole::new, 1).run(0, 5, count -> {}, () -> false));
    }

    private static CourtVerification verification(Supplier<AtariConsole> emulators, int threads) {
        NetworkConfig network = Preset.named("karpathy").learner().network();
        PolicyNetwork policy = network.fresh(network.spec(BinaryImage.PIXELS, 2, 0), new RandomStream(1));
        return new CourtVerification(emulators, policy, PictureObservationSpec.difference(), threads);
    }
}
