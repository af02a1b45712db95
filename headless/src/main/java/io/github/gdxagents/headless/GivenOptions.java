package io.github.gdxagents.headless;

import io.github.gdxagents.headless.report.ShellText;
import io.github.gdxagents.headless.run.FoundGames;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.NamedPlay;
import io.github.gdxagents.headless.run.Play;
import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options that the user gave.
 *
 * @param names with their hyphens
 */
record GivenOptions(List<String> names) {

    /** What only Pong has. */
    private static final List<String> OF_PONG = List.of(
            "--observation",
            "--frame-skip",
            "--sticky",
            "--noops",
            "--actions",
            "--rom",
            "--final-episodes",
            "--transfer-episodes");

    /** Those of the command that runs. */
    static GivenOptions of(CommandSpec command) {
        return new GivenOptions(command.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .toList());
    }

    /** Refuses what makes no sense where this is played. */
    void requireFit(Play play) {
        boolean named = play instanceof NamedPlay;
        List<String> wrong = names.stream()
                .filter(name -> named ? OF_PONG.contains(name) : name.equals(StepTimeout.NAME))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InputException(String.join(", ", wrong) + " cannot be given with environment '" + play.label()
                    + "': "
                    + (named
                            ? "a game on the class path says itself how it is played"
                            : "only a game on the class path is watched"));
        }
    }

    /** How the program is started where this is played. */
    static String program(Play play) {
        String classPath = System.getProperty("java.class.path", "CLASSPATH");
        if (play instanceof NamedPlay && !classPath.matches("[^" + File.pathSeparator + "]*" + HeadlessLauncher.NAME)) {
            return FoundGames.LAUNCH.replace("CLASSPATH", quoted(classPath));
        }
        return "java -jar " + HeadlessLauncher.NAME;
    }

    /** The command line of the command that runs, as a shell takes it. */
    static String commandLine(CommandSpec command, Play play) {
        return command.commandLine().getParseResult().originalArgs().stream()
                .map(GivenOptions::quoted)
                .collect(Collectors.joining(" ", program(play) + " ", ""));
    }

    /** An argument as a shell takes it. */
    static String quoted(String argument) {
        return ShellText.of(argument);
    }
}
