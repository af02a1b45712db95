package io.github.gdxagents.headless.report;

/** Words of a command line. Stateless. */
public final class ShellText {

    private ShellText() {}

    /**
     * An argument as a shell takes it.
     *
     * @param argument anything
     * @return the argument itself, or in quotes where the shell would see more in it than its letters
     */
    public static String of(String argument) {
        return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
