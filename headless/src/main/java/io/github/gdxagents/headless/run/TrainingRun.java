package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.CheckedEnvironment;
import io.github.gdxagents.agent.learn.EnvironmentException;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.agent.learn.Evaluation;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.Trainer;
import io.github.gdxagents.agent.learn.TrainingException;
import io.github.gdxagents.agent.learn.UpdateReport;
import io.github.gdxagents.agent.network.NetworkSpec;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A run from one start of the program to its end: joins configuration, trainer and files. */
public final class TrainingRun {

    /**
     * Training seconds between two checkpoints. An update of a small network takes a hundredth of a second, writing it down ten
     * times as long; what is lost when the process is killed is made again, to the same bytes.
     */
    private static final double SAVE_SECONDS = 5;

    /** On the emulator it takes a second or two to play so many again. */
    private static final long MANY_DECISIONS = 20_000;

    private final RunDirectory directory;
    private final RunConfig config;
    private final EnvironmentFactory environments;
    private final EnvironmentFactory scoring;
    private final List<RunListener.Opener> openers;
    private final BooleanSupplier interrupted;

    /**
     * A run.
     *
     * @param directory where it keeps things
     * @param config what it does
     * @param environments makes the copies of the game that is learned from
     * @param scoring makes the copies of the game in which the policy is scored
     * @param openers make who else is told what happens, besides the run's own tables
     * @param interrupted whether the user wants it to end; asked from several threads
     */
    public TrainingRun(
            RunDirectory directory,
            RunConfig config,
            EnvironmentFactory environments,
            EnvironmentFactory scoring,
            List<RunListener.Opener> openers,
            BooleanSupplier interrupted) {
        this.directory = directory;
        this.config = config;
        this.environments = environments;
        this.scoring = scoring;
        this.openers = List.copyOf(openers);
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
     * Trains until a limit is reached or the user stops it. When it returns, the folder holds a checkpoint of this moment, from
     * which {@code --resume} goes on. The same is so after an {@link EnvironmentException}, and where the disk takes no more, if one
     * fits on it when older ones have been deleted; after another failure, and where a game does not come back, there is one that is
     * at most some seconds older. There is one from before the first update, too. A game found by its name has one of each new best
     * policy.
     *
     * @param screen where progress is told
     * @param terminal whether the screen can overwrite a line
     * @return how it ended
     * @throws TrainingException if an update came to numbers that are none; what it learned from is kept in the folder
     * @throws UncheckedIOException if the disk does not take something
     */
    public End run(PrintWriter screen, boolean terminal) {
        try (RunOutput output = new RunOutput(screen, terminal, directory.outputLog());
                Trainer trainer =
                        new Trainer(config.learner(), config.seed(), environments, config.envs(), config.threads())) {
            Optional<Checkpoint> before = directory.newest(output::line);
            before.ifPresentOrElse(checkpoint -> restore(trainer, checkpoint, output), () -> begin(trainer));
            long evaluatedAt = before.map(Checkpoint::evaluatedAt).orElse(0L);
            try (Listeners listeners = new Listeners();
                    Evaluation evaluation = Evaluation.duringTraining(scoring, config.envs(), config.threads())) {
                MetricsCsv metrics = listeners.add(MetricsCsv.open(directory.metricsCsv(), trainer.updates()));
                listeners.add(EvaluationsCsv.open(directory.evaluationsCsv(), evaluatedAt, decisionsApart()));
                RunListener.Start start = new RunListener.Start(
                        trainer.updates(),
                        trainer.decisions(),
                        trainer.episodes(),
                        metrics.secondsBefore(),
                        evaluatedAt,
                        before.flatMap(Checkpoint::best));
                openers.forEach(opener -> listeners.add(opener.open(start)));
                describe(output, trainer, before.isPresent());
                return new Loop(output, trainer, listeners, metrics.secondsBefore(), evaluation, before).run();
            }
        }
    }

    /** How many decisions there are at least between two looks, of which there is at most one after each update. */
    private long decisionsApart() {
        LearnerConfig learner = config.learner();
        long update = learner.algorithm() == LearnerConfig.Algorithm.ACTOR_CRITIC
                ? (long) learner.actorCritic().games() * learner.actorCritic().rollout()
                : 1;
        return Math.max(update, config.evaluation().every());
    }

    /** Takes over the weights that the run begins with, unless they are fresh ones. */
    private void begin(Trainer trainer) {
        if (config.from().isPresent()) {
            Checkpoint start = directory
                    .start()
                    .orElseThrow(() -> new InputException(
                            directory.folder() + " began with a policy, but its checkpoints/start.agent is missing"));
            trainer.beginWith(start.network());
        }
    }

    private void restore(Trainer trainer, Checkpoint checkpoint, RunOutput output) {
        if (!checkpoint.game().equals(config.play().label())
                || !checkpoint.learner().equals(config.learner())
                || !config.play().hasSettings(checkpoint.gameSettings())
                || checkpoint.seed() != config.seed()) {
            throw new InputException(
                    "the checkpoints in " + directory.folder()
                            + " were made with another game, seed, protocol, observation or hyper-parameters than its config.json says");
        }
        Spaces now = new Spaces(
                trainer.observations(),
                trainer.network().spec().actions(),
                checkpoint.spec().events());
        now.differenceTo(Spaces.of(checkpoint)).ifPresent(difference -> {
            throw new InputException("the game is another one than that of the checkpoints in " + directory.folder()
                    + ": " + difference);
        });
        long again = checkpoint.state().games().stream()
                .mapToLong(game -> game.decisions(now.actions()))
                .sum();
        if (again >= MANY_DECISIONS) {
            output.line(String.format(Locale.ROOT, "plays %,d decisions of unfinished games again", again));
        }
        try {
            trainer.restore(checkpoint.state());
        } catch (IllegalArgumentException e) {
            if (!(config.play() instanceof NamedPlay)) {
                throw e;
            }
            // Repaired, or not the same for the same stream and actions.
            output.line("the game plays otherwise than before (" + e.getMessage()
                    + "); its unfinished episodes are left out");
            trainer.restore(checkpoint.state().withoutUnfinishedEpisodes());
        }
    }

    private void describe(RunOutput output, Trainer trainer, boolean resumed) {
        NetworkSpec spec = trainer.network().spec();
        output.line(config.play().line(ActionChoice.SAMPLE));
        output.line(String.format(
                Locale.ROOT,
                "preset %s · seed %d · network %d-%s%d, %,d parameters · %s, %d threads",
                config.preset(),
                config.seed(),
                spec.inputs(),
                String.join("", spec.hidden().stream().map(units -> units + "-").toList()),
                spec.outputsOf(0, spec.layers() - 1),
                spec.parameters(),
                games(),
                config.threads()));
        output.line("observation " + config.play().seen(new Spaces(trainer.observations(), spec.actions(), 0)));
        config.from().ifPresent(path -> output.line("begun with the policy " + path));
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

    private String games() {
        return config.learner().algorithm() == LearnerConfig.Algorithm.ACTOR_CRITIC
                ? config.learner().actorCritic().games() + " games side by side"
                : config.envs() + " environments";
    }

    /** The loop with its clock. */
    private final class Loop {
        private final RunOutput output;
        private final Trainer trainer;
        private final Listeners listeners;
        private final HeldOutCheck check;
        private final TrainingClock clock;
        private final Limits limits = config.limits();
        private final long startDecisions;
        private final double startDone;
        // A game of others may hang or take all memory at any time.
        private final boolean mayFail = config.play() instanceof NamedPlay;
        private boolean toldOfCutEpisodes;
        private Optional<HeldOutScore> best;
        private long evaluatedAt;
        private Optional<Checkpoint> unsavedBest = Optional.empty();
        private boolean saved;
        private double savedAt;

        private Loop(
                RunOutput output,
                Trainer trainer,
                Listeners listeners,
                double secondsBefore,
                Evaluation evaluation,
                Optional<Checkpoint> before) {
            this.output = output;
            this.trainer = trainer;
            this.listeners = listeners;
            this.check = new HeldOutCheck(
                    evaluation, config.seed(), config.evaluation().episodes(), limits.untilScore());
            this.best = before.flatMap(Checkpoint::best);
            this.evaluatedAt = before.map(Checkpoint::evaluatedAt).orElse(0L);
            this.saved = before.isPresent();
            this.startDecisions = trainer.decisions();
            this.clock = new TrainingClock(secondsBefore);
            this.savedAt = secondsBefore;
            this.startDone = done();
        }

        private End run() {
            try {
                return loop();
            } catch (EnvironmentException e) {
                // Whatever the game did wrong has not been learned from: what was before is worth keeping.
                alsoTry(e, () -> {
                    if (!saved) {
                        save();
                    }
                });
                throw e;
            } catch (TrainingException e) {
                // The weights are worth nothing any more, but a policy that was found before is.
                alsoTry(e, () -> unsavedBest.ifPresent(directory::saveBest));
                alsoTry(
                        e,
                        () -> directory.keepOffendingBatch(
                                config.play().label(),
                                trainer.updates() + 1,
                                String.valueOf(e.getMessage()),
                                trainer.network().spec(),
                                trainer.played()));
                throw e;
            } catch (UncheckedIOException e) {
                alsoTry(e, this::saveWhatFits);
                throw e;
            }
        }

        /** Does what is left to do after a failure, which stays the one to report. */
        private void alsoTry(RuntimeException failure, Runnable rest) {
            try {
                rest.run();
            } catch (UncheckedIOException e) {
                failure.addSuppressed(e);
            }
        }

        /** The disk is full, or takes nothing any more: what was learned is worth more than older checkpoints. */
        private void saveWhatFits() {
            directory.makeRoom();
            // A checkpoint behind which a row is missing would leave a hole in the curve.
            listeners.again();
            if (!saved) {
                save();
            }
        }

        private End loop() {
            if (!saved) {
                save();
            }
            while (true) {
                evaluateIfDue();
                if (interrupted.getAsBoolean() || limitReached()) {
                    break;
                }
                long done = trainer.decisions();
                double begun = clock.seconds();
                Optional<UpdateReport> report = update();
                if (report.isPresent()) {
                    listeners.updated(report.get(), clock.seconds());
                    tellOfCutEpisodes(report.get());
                    tell(report.get(), trainer.decisions() - done, clock.seconds() - begun);
                    if (clock.seconds() - savedAt >= SAVE_SECONDS) {
                        save();
                    }
                }
            }
            if (!saved) {
                save();
            }
            // Where a look was due and did not come to its end, there is still something to do.
            boolean limit = limitReached() && !evaluationIsDue();
            conclude(limit);
            return limit ? End.LIMIT : End.INTERRUPTED;
        }

        /** Says once that the game seems to have no end, so that whoever wrote it may know. */
        private void tellOfCutEpisodes(UpdateReport report) {
            if (mayFail
                    && !toldOfCutEpisodes
                    && report.finished().stream()
                            .anyMatch(episode -> episode.decisions() >= CheckedEnvironment.LONGEST_EPISODE)) {
                output.line(String.format(
                        Locale.ROOT,
                        "an episode did not end within %,d decisions and was cut short, as others will be",
                        CheckedEnvironment.LONGEST_EPISODE));
                toldOfCutEpisodes = true;
            }
        }

        private Optional<UpdateReport> update() {
            try {
                return trainer.update(episodesLeft(), () -> interrupted.getAsBoolean() || timeIsUp());
            } finally {
                saved = false;
            }
        }

        private void evaluateIfDue() {
            if (!evaluationIsDue()) {
                return;
            }
            clock.pause();
            Optional<HeldOutScore> score = check.run(
                    trainer.network(),
                    trainer.decisions(),
                    best,
                    count -> output.progress(
                            String.format(
                                    Locale.ROOT,
                                    "decisions %,d   looks how good it is: %d held-out episodes",
                                    trainer.decisions(),
                                    count),
                            wall()),
                    interrupted);
            if (score.isPresent()) {
                boolean better = check.isBetter(score.get(), best);
                // First, so that a look of which not all could be told is made again.
                listeners.evaluated(score.get(), trainer.updates(), clock.seconds(), better);
                evaluatedAt = trainer.decisions();
                saved = false;
                if (better) {
                    best = score;
                    unsavedBest = Optional.of(checkpoint());
                }
            }
            clock.go();
            if (unsavedBest.isPresent() && mayFail) {
                save();
            }
        }

        private boolean evaluationIsDue() {
            return config.evaluation().isDue(evaluatedAt, trainer.decisions());
        }

        private void save() {
            clock.pause();
            listeners.force();
            Checkpoint now = checkpoint();
            unsavedBest.ifPresent(directory::saveBest);
            unsavedBest = Optional.empty();
            Path file = directory.save(now);
            if (best.isEmpty()) {
                directory.takeForBest(file);
            }
            saved = true;
            savedAt = clock.seconds();
            clock.go();
        }

        private Checkpoint checkpoint() {
            return new Checkpoint(
                    config.play().label(),
                    config.play().settings(),
                    config.learner(),
                    config.seed(),
                    trainer.network().spec(),
                    trainer.state(),
                    best,
                    evaluatedAt,
                    trainer.observations());
        }

        /** How many episodes of the present update may be finished before the limit. */
        private long episodesLeft() {
            long begun = trainer.updates() * config.learner().batchEpisodes();
            return limits.maxEpisodes().orElse(Long.MAX_VALUE) - begun;
        }

        private boolean timeIsUp() {
            return limits.maxSeconds().isPresent()
                    && clock.seconds() >= limits.maxSeconds().get();
        }

        private boolean limitReached() {
            return timeIsUp()
                    || trainer.episodes() >= limits.maxEpisodes().orElse(Long.MAX_VALUE)
                    || trainer.decisions() >= limits.maxDecisions().orElse(Long.MAX_VALUE)
                    || trainer.updates() >= limits.maxUpdates().orElse(Long.MAX_VALUE)
                    || best.map(check::isReached).orElse(false);
        }

        /** How much of the way to the nearest limit is done, 0 to 1; 0 if there is no limit that can be foreseen. */
        private double done() {
            double done = 0;
            if (limits.maxSeconds().isPresent()) {
                done = Math.max(done, clock.seconds() / limits.maxSeconds().get());
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
            if (limits.maxUpdates().isPresent()) {
                done = Math.max(
                        done, (double) trainer.updates() / limits.maxUpdates().get());
            }
            return Math.min(done, 1);
        }

        private void tell(UpdateReport report, long decisions, double seconds) {
            switch (config.output()) {
                case PROGRESS -> output.progress(progress(report), wall());
                case KERAS ->
                    output.line(KerasBar.of(report, decisions, config.learner().miniBatch(), seconds));
                case EPOCHS -> EpochTable.of(report, clock.seconds()).forEach(output::line);
            }
        }

        private String progress(UpdateReport report) {
            double done = done();
            String left = done > startDone && done < 1
                    ? "   " + clock(clock.secondsHere() * (1 - done) / (done - startDone)) + " left"
                    : "";
            return String.format(
                    Locale.ROOT,
                    "decisions %,d   episodes %,d   mean of last 20 %s   %s%,.0f decisions/s%s",
                    trainer.decisions(),
                    trainer.episodes(),
                    report.episodes() == 0 ? "-" : String.format(Locale.ROOT, "%.2f", report.meanScore20()),
                    best.map(score -> String.format(Locale.ROOT, "best held-out %.2f   ", score.mean()))
                            .orElse(""),
                    (trainer.decisions() - startDecisions) / Math.max(clock.secondsHere(), 1e-3),
                    left);
        }

        /** Seconds that never stand still. */
        private double wall() {
            return System.nanoTime() / 1e9;
        }

        private void conclude(boolean limit) {
            output.line(String.format(
                    Locale.ROOT,
                    "%s after %,d episodes, %,d updates, %,d decisions, %s of training (%.1f s wall, %.1f s CPU here)%s",
                    limit ? "done" : "stopped",
                    trainer.episodes(),
                    trainer.updates(),
                    trainer.decisions(),
                    clock(clock.seconds()),
                    clock.secondsHere(),
                    clock.cpuSecondsHere(),
                    trainer.episodes() == 0
                            ? ""
                            : String.format(Locale.ROOT, "; mean of the last 100 %.2f", trainer.meanScore())));
            best.ifPresent(score -> output.line(String.format(
                    Locale.ROOT,
                    "best: %.2f ± %.2f over %d held-out episodes, after %,d decisions%s",
                    score.mean(),
                    1.96 * score.standardError(),
                    score.episodes(),
                    score.decisions(),
                    check.isReached(score) ? ": until-score is reached" : "")));
        }
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
