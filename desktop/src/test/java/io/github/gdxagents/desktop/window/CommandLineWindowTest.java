package io.github.gdxagents.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.desktop.asset.ShippedPolicies;
import io.github.gdxagents.desktop.play.MatchSession;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Matches from the command line, in a window that closes itself. */
@RequiresDisplay
class CommandLineWindowTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void agentAgainstTrackerPrintsTheResultOfTheSameMatchWithoutAWindow(CourtKind court)
            throws IOException, InterruptedException {
        MatchSetup setup = new MatchSetup(court, PlayerKind.TRACKER, PlayerKind.AGENT, 3, 11);
        String expected = resultWithoutWindow(setup);
        for (int run = 0; run < 2; run++) {
            String arguments = "--left tracker --right agent --points 3 --seed 11 --speed max --exit --court ";
            try (RunningProgram program = RunningProgram.start(
                    folder.resolve(Integer.toString(run)), (arguments + court.label()).split(" "))) {
                assertEquals(0, program.exitCode(), program.err());
                assertEquals(expected + System.lineSeparator(), program.out());
            }
        }
    }

    private static String resultWithoutWindow(MatchSetup setup) {
        ShippedPolicies shipped = new ShippedPolicies(
                path -> new FileHandle(Path.of("../assets").resolve(path).toFile()));
        try (MatchSession session =
                new MatchSession(setup, shipped, side -> court -> Move.STAY, court -> {}, System::nanoTime)) {
            while (!session.match().over()) {
                session.tick();
            }
            return session.resultLine();
        }
    }
}
