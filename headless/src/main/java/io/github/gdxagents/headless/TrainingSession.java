package io.github.gdxagents.headless;

import io.github.gdxagents.agent.learn.EnvironmentException;
import io.github.gdxagents.agent.learn.TrainingException;
import io.github.gdxagents.files.AtomicFiles;
import io.github.gdxagents.headless.run.LifeRecorder;
import io.github.gdxagents.headless.run.RunConfig;
import io.github.gdxagents.headless.run.RunDirectory;
import io.github.gdxagents.headless.run.RunListener;
import io.github.gdxagents.headless.run.StepWatch;
import io.github.gdxagents.headless.run.TrainingRun;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A life of a run as commands live it: the run's folder tells of it from its first moment to how it ended. */
final class TrainingSession {

    private final RunDirectory directory;
    private final StepWatch watch;
    private final RunViews views;
    private final Interruption interruption;
    private final InstantSource clock;
    private final PrintWriter out;

    /**
     * A life that has not begun.
     *
     * @param directory the run's folder, with its configuration
     * @param watch over the game
     * @param views who else shows the run
     * @param interruption followed from the beginning on
     * @param clock tells when the life begins and ends
     * @param out where progress is told
     */
    TrainingSession(
            RunDirectory directory,
            StepWatch watch,
            RunViews views,
            Interruption interruption,
            InstantSource clock,
            PrintWriter out) {
        this.directory = directory;
        this.watch = watch;
        this.views = views;
        this.interruption = interruption;
        this.clock = clock;
        this.out = out;
    }

    /** Trains to a limit, or until the user stops it; the exact command is kept in the folder. */
    TrainingRun.End live(String command) {
        RunConfig config = directory.config();
        directory.addLife(command, CodeVersion.describe());
        LifeRecorder life = LifeRecorder.begin(directory, config.limits(), CodeVersion.uncommitted(), clock);
        interruption.follow();
        // Told of the policy as it was before this life.
        AtomicFiles.deleteQuietly(directory.transferCsv());
        TrainingRun.End end;
        try {
            List<RunListener.Opener> openers = new ArrayList<>(views.openers(directory, config, watch, out));
            openers.add(0, life::from);
            end = watch.call(() -> train(config, openers), interruption::requested);
        } catch (RuntimeException | Error e) {
            life.failed(e);
            throw told(e, config);
        }
        life.ended(end);
        LifeReport.write(directory, watch, interruption::requested, out);
        return end;
    }

    private TrainingRun.End train(RunConfig config, List<RunListener.Opener> openers) {
        return new TrainingRun(
                        directory,
                        config,
                        config.play().training(config.rom(), watch),
                        config.play().scoring(config.rom(), watch),
                        openers,
                        interruption::requested)
                .run(out, Terminal.isTerminal());
    }

    /** Says how to go on after a failure, where that is known; gives what is to be thrown. */
    private RuntimeException told(Throwable failure, RunConfig config) {
        String program = GivenOptions.program(config.play());
        String goOn = program + " train --resume " + directory.folder();
        if (failure instanceof EnvironmentException) {
            directory.addToLog(String.valueOf(failure.getMessage()));
            out.println("once the game is repaired, go on with: " + goOn);
        }
        if (failure instanceof TrainingException) {
            directory.addToLog(String.valueOf(failure.getMessage()));
            if (Files.exists(directory.offendingBatch())) {
                out.println("what it learned from is in " + directory.offendingBatch());
            }
            out.println("the same would come again; begin anew with smaller steps from the best checkpoint: " + program
                    + " train --env " + config.play().label() + " --from " + directory.folder() + " --learning-rate "
                    + config.learner().optimizer().learningRate() / 10);
        }
        if (failure instanceof UncheckedIOException) {
            directory.newestFile().ifPresent(file -> out.println("the newest checkpoint is " + file));
            out.println("when it can be written to again, go on with: " + goOn);
        }
        if (failure instanceof VirtualMachineError) {
            String sentence = "the run came to its end by " + failure;
            directory.addToLog(sentence);
            out.println("go on from the last checkpoint with: " + goOn);
            return new IllegalStateException(sentence, failure);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    /** A folder that does not exist yet: this one, or the same with a number behind it. */
    static Path freshFolder(Path wanted) {
        Path folder = wanted;
        for (int number = 2; Files.exists(folder); number++) {
            folder = wanted.resolveSibling(wanted.getFileName() + "-" + number);
        }
        return folder;
    }
}
