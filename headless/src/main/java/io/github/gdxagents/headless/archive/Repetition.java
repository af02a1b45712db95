package io.github.gdxagents.headless.archive;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointCodec;
import io.github.gdxagents.agent.checkpoint.CheckpointException;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.TrainerState;
import io.github.gdxagents.headless.run.EvaluationPlan;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.Life;
import io.github.gdxagents.headless.run.Limits;
import io.github.gdxagents.headless.run.RunConfig;
import io.github.gdxagents.headless.run.RunDirectory;
import io.github.gdxagents.headless.run.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run is done once more, to the same point, and what tells whether it came to the same.
 *
 * <p>The point is the number of updates of its newest checkpoint. A run's checkpoint holds nothing of time and machine, so the bytes of both
 * must be the same. Only where it ended at a moment that no setting says, by hand, by a kill, a failure or a limit of seconds, does it
 * hold what depends on that moment: the episodes that were finished for an update that was not, and which looks at held-out episodes had
 * been made. Then what was learned is compared: the same without those.
 */
public final class Repetition {

    private final ArchivedRun run;
    private final Path file;
    private final Checkpoint newest;
    private final Optional<String> leftOut;

    private Repetition(ArchivedRun run, Path file, Checkpoint newest) {
        this.run = run;
        this.file = file;
        this.newest = newest;
        this.leftOut = leftOut(run, CheckpointFiles.version(file));
    }

    /**
     * Two checkpoints beside each other.
     *
     * @param original the SHA-256 of that of the run
     * @param repeated the SHA-256 of that of the repetition
     * @param leftOut why not the files but only what was learned is compared; nothing: the files are
     */
    public record Comparison(String original, String repeated, Optional<String> leftOut) {

        /**
         * Whether the repetition came to the same.
         *
         * @return whether the hashes are equal
         */
        public boolean isIdentical() {
            return original.equals(repeated);
        }
    }

    /**
     * Reads what a run is and how far it came.
     *
     * @param folder of the run
     * @return how to repeat it
     * @throws InputException if there is no run, a process works on it, or it has nothing to repeat
     * @throws CheckpointException if its newest checkpoint cannot be read
     */
    public static Repetition of(Path folder) {
        ArchivedRun run = ArchivedRun.readLatest(folder);
        if (run.state() == RunState.RUNNING) {
            throw new InputException(
                    "a process works on the run in " + folder + ": it can be repeated when that has ended");
        }
        Path file = newest(folder)
                .orElseThrow(() ->
                        new InputException("the run in " + folder + " has no checkpoint: there is nothing to repeat"));
        Checkpoint newest = CheckpointFiles.read(file);
        if (newest.state().updates() == 0) {
            throw new InputException("the run in " + folder + " has made no update: there is nothing to repeat");
        }
        if (run.config().from().isPresent() && RunDirectory.readStart(folder).isEmpty()) {
            throw new InputException(folder + " began with a policy, but its checkpoints/start.agent is missing");
        }
        return new Repetition(run, file, newest);
    }

    private static Optional<Path> newest(Path folder) {
        return CheckpointFiles.newest(folder.resolve(CheckpointFiles.FOLDER));
    }

    /**
     * How many updates there are to be made.
     *
     * @return 1 or more
     */
    public long updates() {
        return newest.state().updates();
    }

    /**
     * What the run's network began with.
     *
     * @return the policy; nothing if it began with fresh weights
     */
    public Optional<Checkpoint> start() {
        return run.config().from().flatMap(path -> RunDirectory.readStart(run.folder()));
    }

    /**
     * What the repetition does.
     *
     * @param envs how many copies of the game are played side by side
     * @param threads how many threads work
     * @param rom where the ROM is, if the user says so anew
     * @return the run's configuration, with limits that lead to the same point
     */
    public RunConfig repeated(int envs, int threads, Optional<Path> rom) {
        return run.config().resumedWith(envs, threads, rom, limits());
    }

    /**
     * What the run did.
     *
     * @return its configuration
     */
    public RunConfig original() {
        return run.config();
    }

    private Limits limits() {
        TrainerState state = newest.state();
        Optional<Long> episodes = run.config().limits().maxEpisodes();
        boolean byEpisodes = !state.partialBatch().isEmpty()
                && episodes.equals(
                        Optional.of(state.episodes() + state.partialBatch().size()));
        return new Limits(
                Optional.empty(),
                // It ended amid an update, exactly at this limit.
                byEpisodes ? episodes : Optional.empty(),
                byEpisodes ? Optional.empty() : Optional.of(updates()),
                Optional.empty(),
                // Looks at held-out episodes are shorter where it is clear that they fall short of it.
                isOfOneGoal(run.lives()) ? run.config().limits().untilScore() : Optional.empty());
    }

    private static boolean isOfOneGoal(List<Life> lives) {
        return lives.stream().map(life -> life.limits().untilScore()).distinct().count() <= 1;
    }

    /** Why the bytes of a checkpoint need not come again; nothing: they must. */
    private static Optional<String> leftOut(ArchivedRun run, int version) {
        EvaluationPlan plan = run.config().evaluation();
        if (version != CheckpointCodec.VERSION) {
            return Optional.of("its checkpoint is of the older format " + version);
        }
        if (run.state() != RunState.DONE) {
            return Optional.of("the run was " + run.state().label());
        }
        if (run.config().limits().maxSeconds().isPresent()) {
            return Optional.of("the run had a limit of seconds");
        }
        if (plan.every() > 0 && !isOfOneGoal(run.lives())) {
            return Optional.of("the run's lives had different until-scores");
        }
        return Optional.empty();
    }

    /**
     * Compares with the repetition: the newest checkpoints' files, and only where these may differ, what was learned.
     *
     * @param folder of the repetition
     * @return both hashes
     * @throws CheckpointException if its newest checkpoint is none
     */
    public Comparison compare(Path folder) {
        Path other = newest(folder).orElseThrow(() -> new CheckpointException(folder + " holds no checkpoint"));
        Comparison files = new Comparison(Sha256.of(file), Sha256.of(other), Optional.empty());
        return files.isIdentical() || leftOut.isEmpty()
                ? files
                : new Comparison(learned(newest), learned(CheckpointFiles.read(other)), leftOut);
    }

    /** Names what was learned: weights, optimiser, counters, scores and where the games stand. */
    static String learned(Checkpoint checkpoint) {
        TrainerState state = checkpoint.state();
        return Sha256.of(CheckpointCodec.encode(new Checkpoint(
                checkpoint.game(),
                checkpoint.gameSettings(),
                checkpoint.learner(),
                checkpoint.seed(),
                checkpoint.spec(),
                new TrainerState(
                        state.updates(),
                        state.episodes(),
                        state.decisions(),
                        state.recentScores(),
                        state.parameters(),
                        state.optimizerSteps(),
                        state.optimizerMemory(),
                        Map.of(),
                        state.games(),
                        state.inputMoments(),
                        state.returnMoments()),
                Optional.empty(),
                0,
                checkpoint.observations())));
    }

    /**
     * The name of the checkpoint that is compared.
     *
     * @return for example {@code 000147.agent}
     */
    public String checkpoint() {
        return String.valueOf(file.getFileName());
    }
}
