package io.github.gdxagents.headless;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.headless.run.Game;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.Spaces;
import io.github.gdxagents.pong.atari.AtariGame;
import java.nio.file.Path;

/**
 * A policy from a file.
 *
 * @param file where it was read
 * @param checkpoint all that the file says
 */
record TrainedPolicy(Path file, Checkpoint checkpoint) {

    /** Reads a checkpoint, or the best one of a run's folder. */
    static TrainedPolicy read(Path path) {
        Path file = CheckpointFiles.at(path);
        return new TrainedPolicy(file, CheckpointFiles.read(file));
    }

    /** How Pong was played when the policy was trained, and what it sees of it; refuses a policy of another game. */
    AtariGame atari() {
        if (Game.find(checkpoint.game()).isEmpty()) {
            throw new InputException(file + " was trained on another game: it plays '" + checkpoint.game()
                    + "', expected a policy of Pong");
        }
        try {
            return AtariGame.of(checkpoint.gameSettings());
        } catch (IllegalArgumentException e) {
            throw new InputException(file + " was trained on another game: " + e.getMessage(), e);
        }
    }

    /** Makes sure that a run which learns in this way, where this is seen and done, can begin with the network. */
    void requireFits(LearnerConfig learner, Spaces played) {
        NetworkSpec wanted = learner.spec(played.observations(), played.actions(), played.events());
        if (!checkpoint.spec().equals(wanted)) {
            throw new InputException(file + " has another network than the run: expected " + wanted + ", but found "
                    + checkpoint.spec());
        }
    }

    /** Makes sure that the policy fits a game that was found by its name. */
    void requireFits(String game, Spaces played) {
        played.differenceTo(Spaces.of(checkpoint)).ifPresent(difference -> {
            throw new InputException(file + " does not fit environment '" + game + "': " + difference);
        });
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
