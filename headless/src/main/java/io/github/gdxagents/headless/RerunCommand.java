package io.github.gdxagents.headless;

import io.github.gdxagents.headless.archive.Repetition;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.RunConfig;
import io.github.gdxagents.headless.run.RunDirectory;
import io.github.gdxagents.headless.run.StepWatch;
import io.github.gdxagents.headless.run.TrainingRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rerun}: does a run once more. */
@Command(
        name = "rerun",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Repeats a run with its configuration and seed, up to as many updates as its newest checkpoint has, in a new folder.",
            "--envs, --threads and --rom leave no trace in the result: its own are taken unless given otherwise."
        })
public final class RerunCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "the folder of a run that no process works on")
    private @Nullable Path source;

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "folder of the repetition (default: RUN-rerun, beside it)")
    private @Nullable Path run;

    @Option(
            names = "--verify",
            description =
                    "afterwards compare the SHA-256 of both newest checkpoints; exit code 1 if they differ. Of a run"
                            + " that was stopped, killed or limited by time, what was learned is compared if the files differ")
    private boolean verify;

    @Mixin
    private final MachineOptions machine = new MachineOptions();

    @Mixin
    private final StepTimeout stepTimeout = new StepTimeout();

    private final Interruption interruption;
    private final InstantSource clock;

    /**
     * A command.
     *
     * @param interruption whether the user wants it to end early: the repetition can be gone on with then
     * @param clock tells when the repetition begins and ends
     */
    RerunCommand(Interruption interruption, InstantSource clock) {
        this.interruption = interruption;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Path original = Objects.requireNonNull(source, "picocli sets this field");
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets this field");
        PrintWriter out = command.commandLine().getOut();
        Repetition repetition = Repetition.of(original);
        RunConfig before = repetition.original();
        GivenOptions.of(command).requireFit(before.play());
        RunConfig config = repetition.repeated(
                machine.envsOr(before.envs()),
                machine.threadsOr(before.threads()),
                machine.rom().map(Path::toAbsolutePath));
        StepWatch watch = stepTimeout.watch(config.play());
        // What the game needs is looked for before anything is written.
        config.play().training(config.rom(), watch);
        Path folder = run == null ? beside(original) : run;
        try (RunDirectory directory = RunDirectory.create(folder, config, repetition.start())) {
            out.println(String.format(Locale.ROOT, "repeats %s up to update %,d", original, repetition.updates()));
            tellOfOtherCode(original, out);
            TrainingSession session =
                    new TrainingSession(directory, watch, new RunViews(Optional.empty()), interruption, clock, out);
            TrainingRun.End end = session.live(GivenOptions.commandLine(command, config.play()));
            if (end != TrainingRun.End.LIMIT) {
                out.println("go on with: " + GivenOptions.program(config.play()) + " train --resume " + folder);
            }
            if (verify) {
                compare(repetition, original, folder, end, out);
            }
        }
        out.flush();
        return 0;
    }

    /** Another version may come to something else, so it is good to know. */
    private static void tellOfOtherCode(Path original, PrintWriter out) {
        String here = CodeVersion.describe();
        RunDirectory.readVersion(original)
                .filter(made -> !made.equals(here))
                .ifPresent(made -> out.println("made by " + PlainText.of(made) + ", repeated by " + here));
    }

    private static Path beside(Path original) {
        Path folder = original.toAbsolutePath().normalize();
        if (folder.getFileName() == null) {
            throw new InputException(original + " has no folder beside it: say with --run where the repetition goes");
        }
        // As the user wrote it where that has a name, so that what is printed stays short.
        Path named = original.normalize();
        boolean isShort = !named.toString().isEmpty() && !named.endsWith("..");
        Path base = isShort ? named : folder;
        return TrainingSession.freshFolder(base.resolveSibling(base.getFileName() + "-rerun"));
    }

    private static void compare(
            Repetition repetition, Path original, Path folder, TrainingRun.End end, PrintWriter out) {
        if (end != TrainingRun.End.LIMIT) {
            throw new IllegalStateException("not compared: the repetition was stopped before its end");
        }
        Repetition.Comparison comparison = repetition.compare(folder);
        String what = comparison.leftOut().isPresent() ? "learned" : "sha256";
        out.println(what + " " + comparison.original() + "  " + original);
        out.println(what + " " + comparison.repeated() + "  " + folder);
        comparison
                .leftOut()
                .ifPresent(
                        reason -> out.println(reason + ", so what was learned is compared, without the episodes of an"
                                + " unfinished update and without looks at held-out episodes"));
        out.flush();
        if (!comparison.isIdentical()) {
            throw new IllegalStateException("not identical: " + repetition.checkpoint() + " of " + original
                    + " is not what the repetition in " + folder + " came to");
        }
        out.println("identical");
    }
}
