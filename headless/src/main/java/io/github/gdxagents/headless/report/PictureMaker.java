package io.github.gdxagents.headless.report;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointException;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.EnvironmentException;
import io.github.gdxagents.headless.archive.ArchivedRun;
import io.github.gdxagents.headless.run.AtariPlay;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.NamedPlay;
import io.github.gdxagents.headless.run.StepWatch;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;

/** Makes the pictures of a run's best policy. Stateless. */
public final class PictureMaker {

    private PictureMaker() {}

    /**
     * Has the run's best policy play for some seconds of the game, and takes pictures of it. Takes a second or two, longer for a game that
     * is slow.
     *
     * @param run whose; its folder may be anyone's
     * @param watch over the games that come from elsewhere
     * @param stop asked now and then whether to end the play early
     * @return the pictures; for those that cannot be made, a sentence each
     */
    public static RunPictures of(ArchivedRun run, StepWatch watch, BooleanSupplier stop) {
        try {
            Checkpoint best = CheckpointFiles.read(CheckpointFiles.at(run.folder()));
            if (run.config().play() instanceof NamedPlay named) {
                return watch.call(() -> new NamedGamePictures(named, best, watch, stop).make(), stop);
            }
            return new PongPictures(
                            ((AtariPlay) run.config().play()).game(),
                            best,
                            run.config().seed())
                    .make();
        } catch (CheckpointException
                | InputException
                | EnvironmentException
                | IllegalArgumentException
                | UncheckedIOException e) {
            return RunPictures.without("There are no pictures of the policy: " + e.getMessage());
        }
    }
}
