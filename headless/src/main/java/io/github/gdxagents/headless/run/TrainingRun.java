package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.agent.learn.Trainer;
import io.github.gdxagents.agent.learn.UpdateReport;
import io.github.gdxagents.agent.network.NetworkSpec;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A run from one start of the program to its end: joins configuration, trainer and files. */
public final class TrainingRun {

    private final RunDirectory directory;
    private final RunConfig config;
    private final EnvironmentFactory environments;
    private final BooleanSupplier interrupted;

    /**
     * A run.
     *
     * @param directory where it keeps things
     * @param config what it does
     * @param environments makes the copies of the game
     * @param interrupted whether the user wants it to end; asked from several threads
     */
    public TrainingRun(
            RunDirectory directory, RunConfig config, EnvironmentFactory environments, BooleanSupplier interrupted) {
        this.directory = directory;
        this.config = config;
        this.environments = environments;
        this.interrupted = interrupted;
    }

    /** How a run ended. */
    public enum End {
        /** A limit was reached. */
        LIMIT,
        /** The user stopped it. */
        INTERRUPTED
    }

    /**
     * Trains until a limit is reached or the user stops it. Whatever happens, the folder then holds a checkpoint from which
     * {@code --resume} goes on.
     *
     * @param screen where progress is told
     * @param terminal whether the screen can overwrite a line
     * @return how it ended
     */
    public End run(PrintWriter screen, boolean terminal) {
        try (RunOutput output = new RunOutput(screen, terminal, directory.outputLog());
                Trainer trainer =
                        new Trainer(config.learner(), config.seed(), environments, config.envs(), config.threads())) {
            Optional<Checkpoint> before = directory.newest(output::line);
            before.ifPresent(checkpoint -> restore(trainer, checkpoint));
            try (MetricsCsv metrics = MetricsCsv.open(directory.metricsCsv(), trainer.updates())) {
                describe(output, trainer, before.isPresent());
                return new Loop(output, trainer, metrics).run();
            }
        }
    }

    private void restore(Trainer trainer, Checkpoint checkpoint) {
        if (!checkpoint.game().equals(config.game().label())
                || !checkpoint.learner().equals(config.learner())
                || !checkpoint.gameSettings().equals(config.protocol().settings())
                || checkpoint.seed() != config.seed()) {
            throw new InputException("the checkpoints in " + directory.folder()
                    + " were made with another game, seed, protocol or hyper-parameters than its config.json says");
        }
        trainer.restore(checkpoint.state());
    }

    private void describe(RunOutput output, Trainer trainer, boolean resumed) {
        NetworkSpec spec = trainer.network().spec();
        output.line(config.game().protocolLine(config.protocol(), ActionChoice.SAMPLE));
        output.line(String.format(
                Locale.ROOT,
                "preset %s · seed %d · network %d-%s%d, %,d parameters · %d environments, %d threads",
                config.preset(),
                config.seed(),
                spec.inputs(),
                String.join("", spec.hidden().stream().map(units -> units + "-").toList()),
                spec.outputsOf(spec.layers() - 1),
                spec.parameters(),
                config.envs(),
                config.threads()));
        output.line("run folder " + directory.folder());
        if (resumed) {
            output.line(String.format(
                    Locale.ROOT,
                    "resumed after %,d updates, %,d episodes, %,d decisions",
                    trainer.updates(),
                    trainer.episodes(),
                    trainer.decisions()));
        }
    }

    private Checkpoint checkpoint(Trainer trainer) {
        return new Checkpoint(
                config.game().label(),
                config.protocol().settings(),
                config.learner(),
                config.seed(),
                trainer.network().spec(),
                trainer.state());
    }

    /** The loop with its clock. */
    private final class Loop {
        private final RunOutput output;
        private final Trainer trainer;
        private final MetricsCsv metrics;
        private final Limits limits = config.limits();
        private final long startNanos = System.nanoTime();
        private final long startDecisions;
        private final double startDone;

        private Loop(RunOutput output, Trainer trainer, MetricsCsv metrics) {
            this.output = output;
            this.trainer = trainer;
            this.metrics = metrics;
            this.startDecisions = trainer.decisions();
            this.startDone = done();
        }

        private End run() {
            boolean saved = trainer.updates() > 0;
            while (!interrupted.getAsBoolean() && !limitReached()) {
                long begun = trainer.updates() * config.learner().batchEpisodes();
                long room = limits.maxEpisodes().orElse(Long.MAX_VALUE) - begun;
                Optional<UpdateReport> report = trainer.update(
                        (int) Math.min(room, config.learner().batchEpisodes()),
                        () -> interrupted.getAsBoolean() || timeIsUp());
                if (report.isPresent()) {
                    metrics.add(report.get(), seconds());
                    directory.save(checkpoint(trainer), report.get().best());
                    output.progress(progress(), seconds());
                }
                saved = report.isPresent();
            }
            if (!saved) {
                directory.save(checkpoint(trainer), trainer.updates() == 0);
            }
            boolean limit = limitReached();
            output.line(String.format(
                    Locale.ROOT,
                    "%s after %,d episodes, %,d updates, %,d decisions, %s%s",
                    limit ? "done" : "stopped",
                    trainer.episodes(),
                    trainer.updates(),
                    trainer.decisions(),
                    clock(seconds()),
                    trainer.updates() == 0
                            ? ""
                            : String.format(Locale.ROOT, "; mean of the last 100 %.2f", trainer.meanScore())));
            return limit ? End.LIMIT : End.INTERRUPTED;
        }

        private double seconds() {
            return metrics.secondsBefore() + (System.nanoTime() - startNanos) / 1e9;
        }

        private boolean timeIsUp() {
            return limits.maxSeconds().isPresent()
                    && seconds() >= limits.maxSeconds().get();
        }

        private boolean limitReached() {
            return timeIsUp()
                    || trainer.episodes() >= limits.maxEpisodes().orElse(Long.MAX_VALUE)
                    || trainer.decisions() >= limits.maxDecisions().orElse(Long.MAX_VALUE)
                    || (limits.untilScore().isPresent()
                            && trainer.hundredScores()
                            && trainer.meanScore() >= limits.untilScore().get());
        }

        /** How much of the way to the nearest limit is done, 0 to 1; 0 if there is no limit that can be foreseen. */
        private double done() {
            double done = 0;
            if (limits.maxSeconds().isPresent()) {
                done = Math.max(done, seconds() / limits.maxSeconds().get());
            }
            if (limits.maxEpisodes().isPresent()) {
                done = Math.max(
                        done, (double) trainer.episodes() / limits.maxEpisodes().get());
            }
            if (limits.maxDecisions().isPresent()) {
                done = Math.max(
                        done,
                        (double) trainer.decisions() / limits.maxDecisions().get());
            }
            return Math.min(done, 1);
        }

        private String progress() {
            double elapsed = (System.nanoTime() - startNanos) / 1e9;
            double done = done();
            String left = done > startDone && done < 1
                    ? "   " + clock(elapsed * (1 - done) / (done - startDone)) + " left"
                    : "";
            return String.format(
                    Locale.ROOT,
                    "episodes %,d   mean of last 100 %.2f   %,.0f decisions/s%s",
                    trainer.episodes(),
                    trainer.meanScore(),
                    (trainer.decisions() - startDecisions) / Math.max(elapsed, 1e-3),
                    left);
        }
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
