package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.CourtConsole;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What {@code verify-court} says and how it ends. */
class VerifyCourtCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void agreementEndsWithZero() {
        assertEquals(0, run(CourtConsole::new, "--frames", "3000", "--seed", "4", "--threads", "1", "--json"));
        String text = out.toString();
        assertTrue(text.contains("ALE Pong against the built-in court · seed 4 · "), text);
        assertTrue(text.contains("\nNo difference.\n"), text);
        assertTrue(text.lines().anyMatch(line -> line.startsWith("tracker-fire ")), text);
        assertTrue(text.strip().endsWith("}}}"), text);
        assertTrue(text.contains("\"differences\":0"), text);
    }

    @Test
    void differenceEndsWithOneAndIsTold() {
        assertEquals(
                1,
                run(
                        () -> new FaultyConsole(FaultyConsole.Fault.SCREEN, 50),
                        "--frames",
                        "2000",
                        "--seed",
                        "4",
                        "--threads",
                        "2"));
        assertTrue(
                out.toString()
                        .contains(
                                "First difference: seed 4, random, lot 0, episode 1, frame 50: 1 pixels of the screen, the"
                                        + " first at row 100, column 80: expected 14, found 34; AtariCourt[frame 50, score 0:0"),
                out.toString());
    }

    @ParameterizedTest
    @CsvSource({"--frames, 0", "--frames, 1000000000001", "--threads, 0", "--threads, 1025"})
    void numbersOutOfRangeAreInputErrors(String option, String value) {
        assertEquals(2, run(CourtConsole::new, option, value));
        assertTrue(err.toString().startsWith(option.substring(2) + " must be from "), err.toString());
    }

    private int run(Supplier<AtariConsole> emulators, String... arguments) {
        return new CommandLine(new VerifyCourtCommand(rom -> emulators, new Interruption()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((e, command, result) -> {
                    err.write(String.valueOf(e.getMessage()));
                    return e instanceof InputException ? 2 : 70;
                })
                .execute(arguments);
    }
}
