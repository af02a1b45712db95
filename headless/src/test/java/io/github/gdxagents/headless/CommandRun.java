package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * What a command said and how it ended; it ran in this process.
 *
 * @param exitCode 0 fine, 1 failed, 2 wrong usage or input
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int exitCode, String out, String err) {

    /** Runs a command line. */
    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = HeadlessLauncher.run(arguments, new PrintWriter(out), new PrintWriter(err), new Interruption());
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    /** Makes sure that all went well; gives the lines of standard output. */
    List<String> lines() {
        assertEquals("", err);
        assertEquals(0, exitCode);
        return out.lines().toList();
    }

    /** The last line of a command that went well. */
    String lastLine() {
        List<String> lines = lines();
        return lines.get(lines.size() - 1);
    }

    /**
     * Makes sure that the command refused what it was given, with nothing but one sentence; where the command line itself was
     * wrong, a second line may point to the help. Gives the sentence.
     */
    String refusal() {
        assertEquals(2, exitCode, err);
        assertEquals("", out);
        List<String> lines = err.lines().toList();
        assertTrue(lines.get(0).matches("Error: .*\\S"), err);
        if (lines.size() > 1) {
            assertTrue(lines.get(1).matches("Try '.* --help'\\."), err);
        }
        assertTrue(lines.size() <= 2, err);
        return lines.get(0);
    }

    /** As {@link #refusal()}, without the second line: the command line was well formed, but a value or file was not usable. */
    String refusalOfInput() {
        assertEquals(1, err.lines().count(), err);
        return refusal();
    }
}
