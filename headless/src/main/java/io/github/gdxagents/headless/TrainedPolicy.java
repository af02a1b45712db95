package io.github.gdxagents.headless;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.vision.BallArrival;
import java.nio.file.Path;

/**
 * A policy from a file, with the game that it was trained on.
 *
 * @param file where it was read
 * @param checkpoint all that the file says
 * @param atari how the game was played, and what the policy sees of it
 */
record TrainedPolicy(Path file, Checkpoint checkpoint, AtariGame atari) {

    /** Reads a checkpoint, or the best one of a run's folder. */
    static TrainedPolicy read(Path path) {
        Path file = CheckpointFiles.at(path);
        Checkpoint checkpoint = CheckpointFiles.read(file);
        try {
            return new TrainedPolicy(file, checkpoint, AtariGame.of(checkpoint.gameSettings()));
        } catch (IllegalArgumentException e) {
            throw new InputException(file + " was trained on another game: " + e.getMessage(), e);
        }
    }

    /** Makes sure that a run which learns in this way, on this game, can begin with the network. */
    void requireFits(LearnerConfig learner, AtariGame played) {
        requireFits(played);
        NetworkSpec wanted = learner.spec(
                played.observation().size(played.protocol().actions().size()),
                played.protocol().actions().size(),
                BallArrival.KINDS);
        if (!checkpoint.spec().equals(wanted)) {
            throw new InputException(file + " has another network than the run: expected " + wanted + ", but found "
                    + checkpoint.spec());
        }
    }

    /** Makes sure that the network fits a game: as many inputs as there is to see, as many actions as there are. */
    void requireFits(AtariGame played) {
        if (!played.fits(checkpoint.spec())) {
            int actions = played.protocol().actions().size();
            int inputs = played.observation().size(actions);
            throw new InputException(
                    file + " chooses between " + checkpoint.spec().actions().choices() + " actions from "
                            + checkpoint.spec().inputs() + " inputs, but the game has " + actions + " and " + inputs);
        }
    }
}
