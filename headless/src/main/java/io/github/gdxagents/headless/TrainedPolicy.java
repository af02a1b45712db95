package io.github.gdxagents.headless;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.policy.PolicyFiles;
import io.github.gdxagents.headless.run.Game;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.Spaces;
import io.github.gdxagents.pong.atari.AtariGame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A policy from a file.
 *
 * @param file where it was read
 * @param policy what plays
 * @param run all that a checkpoint says; a policy file has nothing to go on from
 */
record TrainedPolicy(Path file, Policy policy, Optional<Checkpoint> run) {

    /** Reads a policy file, a checkpoint, or the best one of a run's folder. */
    static TrainedPolicy read(Path path) {
        if (isPolicy(path)) {
            return new TrainedPolicy(path, PolicyFiles.read(path), Optional.empty());
        }
        Path file = CheckpointFiles.at(path);
        Checkpoint checkpoint = CheckpointFiles.read(file);
        return new TrainedPolicy(file, checkpoint.policy(), Optional.of(checkpoint));
    }

    /** Whether a file is a policy, or damaged but named as one; a path that leads nowhere is refused. */
    static boolean isPolicy(Path path) {
        if (Files.notExists(path)) {
            throw new InputException(path + " does not exist, expected a checkpoint or a policy file");
        }
        return PolicyFiles.isPolicy(path)
                || (Files.isRegularFile(path) && path.toString().endsWith(PolicyFiles.SUFFIX));
    }

    /** What training goes on from; refuses a policy file. */
    Checkpoint checkpoint() {
        return run.orElseThrow(() ->
                new InputException(file + " is a policy that can only play, expected a checkpoint or a run's folder"));
    }

    /** How Pong was played when the policy was trained, and what it sees of it; refuses a policy of another game. */
    AtariGame atari() {
        if (Game.find(policy.game()).isEmpty()) {
            throw new InputException(
                    file + " was trained on another game: it plays '" + policy.game() + "', expected a policy of Pong");
        }
        try {
            return AtariGame.of(policy.settings());
        } catch (IllegalArgumentException e) {
            throw new InputException(file + " was trained on another game: " + e.getMessage(), e);
        }
    }

    /** Makes sure that a run which learns in this way, where this is seen and done, can begin with the network. */
    void requireFits(LearnerConfig learner, Spaces played) {
        NetworkSpec wanted = learner.spec(played.observations(), played.actions(), played.events());
        NetworkSpec found = checkpoint().spec();
        if (!found.equals(wanted)) {
            throw new InputException(
                    file + " has another network than the run: expected " + wanted + ", but found " + found);
        }
    }

    /** Makes sure that the policy fits a game that was found by its name. */
    void requireFits(String game, Spaces played) {
        played.differenceTo(new Spaces(policy.observations(), policy.actions(), 0))
                .ifPresent(difference -> {
                    throw new InputException(file + " does not fit environment '" + game + "': " + difference);
                });
    }

    /** Makes sure that the network fits a game: as many inputs as there is to see, as many actions as there are. */
    void requireFits(AtariGame played) {
        if (!played.fits(policy.network().spec())) {
            int actions = played.protocol().actions().size();
            int inputs = played.observation().size(actions);
            throw new InputException(file + " chooses between "
                    + policy.actions().choices() + " actions from "
                    + policy.observations().inputs() + " inputs, but the game has " + actions + " and " + inputs);
        }
    }
}
