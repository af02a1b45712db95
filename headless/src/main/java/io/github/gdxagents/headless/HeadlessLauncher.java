package io.github.gdxagents.headless;

import io.github.gdxagents.agent.checkpoint.CheckpointException;
import io.github.gdxagents.agent.policy.PolicyException;
import io.github.gdxagents.headless.ale.AleException;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.pong.replay.ReplayException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The program: {@code java -jar gdx-agents-headless.jar COMMAND}. */
@Command(
        name = HeadlessLauncher.NAME,
        description =
                "Trains agents on Atari Pong from its pixels, or on a game of yours, without a screen, and says how good they are.",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 fine, 1 the run failed, 2 wrong usage or input.",
            "With GDX_AGENTS_DEBUG=1 in the environment, an error comes with its stack trace."
        })
public final class HeadlessLauncher {

    static final String NAME = "gdx-agents-headless.jar";

    private HeadlessLauncher() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        // Pictures are made without a display, also where there is one: no icon, no waiting for a window system.
        System.setProperty("java.awt.headless", "true");
        PrintWriter out = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), screenCharset()), true);
        PrintWriter err = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), screenCharset()), true);
        int exitCode;
        try (Interruption interruption = new Interruption()) {
            interruption.install();
            exitCode = run(arguments, out, err, interruption);
            out.flush();
            err.flush();
        }
        System.exit(exitCode);
    }

    /**
     * Runs a command.
     *
     * @param arguments the command line
     * @param out what the command says
     * @param err what went wrong
     * @param interruption whether the user wants it to end early
     * @return the exit code: 0 fine, 1 the run failed, 2 wrong usage or input
     */
    static int run(String[] arguments, PrintWriter out, PrintWriter err, Interruption interruption) {
        Clock clock = Clock.system(ZoneId.systemDefault());
        CommandLine line = new CommandLine(new HeadlessLauncher())
                .addSubcommand(TrainCommand.commandLine(interruption, clock))
                .addSubcommand(new RunsCommand(clock.getZone()))
                .addSubcommand(new RerunCommand(interruption, clock))
                .addSubcommand(new EvaluateCommand(interruption))
                .addSubcommand(new CompareCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new InspectCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new EnvsCommand())
                .addSubcommand(new MatchesCommand(interruption))
                .addSubcommand(new RecordCommand(interruption))
                .addSubcommand(new BenchCommand())
                .addSubcommand(new VerifyCourtCommand(interruption))
                .addSubcommand(new RomCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((e, rest) -> {
                    err.println(sentence(e));
                    err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((e, command, result) -> {
                    err.println(sentence(e));
                    if ("1".equals(System.getenv("GDX_AGENTS_DEBUG"))) {
                        e.printStackTrace(err);
                    }
                    return isInput(e) ? ExitCode.USAGE : ExitCode.SOFTWARE;
                });
        if (arguments.length == 0) {
            line.usage(err);
            return ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    private static boolean isInput(Exception e) {
        return e instanceof InputException
                || e instanceof CheckpointException
                || e instanceof PolicyException
                || e instanceof ReplayException
                || e instanceof AleException;
    }

    private static String sentence(Exception e) {
        String message = e.getMessage();
        String text = message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
        return "Error: " + PlainText.of(text.lines().findFirst().orElse(text));
    }

    /** The texts hold a few signs beyond ASCII. Terminals take UTF-8, whatever LANG says; Windows' own take what Java found. */
    private static Charset screenCharset() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        String own = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        return windows && !own.isEmpty() && Charset.isSupported(own) ? Charset.forName(own) : StandardCharsets.UTF_8;
    }
}
