package io.github.gdxagents.headless.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.learn.TrainerState;
import io.github.gdxagents.headless.run.LifeRecorder;
import io.github.gdxagents.headless.run.Limits;
import io.github.gdxagents.headless.run.RunConfig;
import io.github.gdxagents.headless.run.RunDirectory;
import io.github.gdxagents.headless.run.SmallCheckpoint;
import io.github.gdxagents.headless.run.TrainingRun;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of made-up checkpoints, after three updates and with one episode of the fourth. */
class RepetitionTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-04T12:00:00Z"));

    @TempDir
    private Path home;

    private Path run(String name, Limits limits, Checkpoint newest, TrainingRun.End end, Limits... lives) {
        Path folder = home.resolve(name);
        RunConfig config = SmallCheckpoint.config().resumedWith(2, 1, Optional.empty(), limits);
        try (RunDirectory directory = RunDirectory.create(folder, config)) {
            directory.save(newest);
            for (Limits life : lives) {
                LifeRecorder.begin(directory, life, Optional.empty(), CLOCK).ended(end);
            }
        }
        return folder;
    }

    private Repetition of(TrainingRun.End end) {
        return Repetition.of(run("run", Limits.none(), SmallCheckpoint.after(3), end, Limits.none()));
    }

    private Path repeatedWith(Checkpoint newest) {
        return run("again", Limits.none(), newest, TrainingRun.End.LIMIT, Limits.none());
    }

    /** The same, had it been stopped at another moment. */
    private static Checkpoint atAnotherMoment(Checkpoint checkpoint) {
        TrainerState state = checkpoint.state();
        return new Checkpoint(
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
                        state.games()),
                Optional.empty(),
                0);
    }

    @Test
    void ofAStoppedRunWhatDependsOnTheMomentIsLeftOut() {
        Repetition.Comparison comparison =
                of(TrainingRun.End.INTERRUPTED).compare(repeatedWith(atAnotherMoment(SmallCheckpoint.after(3))));
        assertTrue(comparison.isIdentical());
        assertEquals(Optional.of("the run was stopped"), comparison.leftOut());
    }

    @Test
    void whatWasLearnedIsNeverLeftOut() {
        Repetition.Comparison comparison =
                of(TrainingRun.End.INTERRUPTED).compare(repeatedWith(atAnotherMoment(SmallCheckpoint.after(4))));
        assertFalse(comparison.isIdentical());
    }

    @Test
    void runThatIsDoneMustComeAgainByteForByte() {
        Repetition repetition = of(TrainingRun.End.LIMIT);
        Repetition.Comparison other = repetition.compare(repeatedWith(atAnotherMoment(SmallCheckpoint.after(3))));
        assertFalse(other.isIdentical());
        assertEquals(Optional.empty(), other.leftOut());
        assertTrue(repetition
                .compare(run("same", Limits.none(), SmallCheckpoint.after(3), TrainingRun.End.LIMIT))
                .isIdentical());
    }

    @Test
    void limitsLeadToTheSamePoint() {
        Limits many = limits(900, 1e3, 5);
        Limits repeated = Repetition.of(run("run", many, SmallCheckpoint.after(3), TrainingRun.End.INTERRUPTED, many))
                .repeated(1, 1, Optional.empty())
                .limits();
        assertEquals(
                new Limits(Optional.empty(), Optional.empty(), Optional.of(3L), Optional.empty(), Optional.of(5.0)),
                repeated);
    }

    @Test
    void runThatEndedAmidAnUpdateByItsEpisodesIsRepeatedByThem() {
        Limits seven = limits(7, 1e3, 5);
        Limits repeated = Repetition.of(run("run", seven, SmallCheckpoint.after(3), TrainingRun.End.LIMIT, seven))
                .repeated(1, 1, Optional.empty())
                .limits();
        assertEquals(
                new Limits(Optional.empty(), Optional.of(7L), Optional.empty(), Optional.empty(), Optional.of(5.0)),
                repeated);
    }

    @Test
    void scoreThatWasNotWaitedForInAllLivesEndsNoRepetition() {
        Limits last =
                new Limits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(5.0));
        Repetition repetition =
                Repetition.of(run("run", last, SmallCheckpoint.after(3), TrainingRun.End.LIMIT, Limits.none(), last));
        assertEquals(
                Optional.empty(),
                repetition.repeated(1, 1, Optional.empty()).limits().untilScore());
        assertEquals(
                Optional.of("the run's lives had different until-scores"),
                repetition
                        .compare(repeatedWith(atAnotherMoment(SmallCheckpoint.after(3))))
                        .leftOut());
    }

    private static Limits limits(long episodes, double seconds, double score) {
        return new Limits(
                Optional.empty(), Optional.of(episodes), Optional.empty(), Optional.of(seconds), Optional.of(score));
    }
}
