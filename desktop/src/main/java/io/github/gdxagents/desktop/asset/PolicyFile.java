package io.github.gdxagents.desktop.asset;

import io.github.gdxagents.agent.checkpoint.CheckpointException;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.policy.PolicyFiles;
import io.github.gdxagents.desktop.play.Policy;
import io.github.gdxagents.desktop.play.PolicyException;
import io.github.gdxagents.desktop.play.PolicySource;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.match.CourtKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A policy from a policy file, a checkpoint or the folder of a run. Of a run it is always the best one: {@link #newer} finds out whether
 * training has found a better one since. One thread at a time.
 */
public final class PolicyFile implements PolicySource {

    private final Path path;
    private Stamp read;

    /**
     * A source of policies; nothing is read yet.
     *
     * @param path a policy file, a checkpoint, or the folder of a run
     */
    public PolicyFile(Path path) {
        this.path = path;
        this.read = Stamp.NONE;
    }

    @Override
    public Policy policy(CourtKind court) {
        try {
            Path file = CheckpointFiles.at(path);
            read = Stamp.of(file);
            boolean plays = PolicyFiles.isPolicy(file);
            return of(
                    plays ? PolicyFiles.read(file) : CheckpointFiles.read(file).policy(), file.toString());
        } catch (CheckpointException | io.github.gdxagents.agent.policy.PolicyException | UncheckedIOException e) {
            throw new PolicyException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Optional<Policy> newer() {
        Stamp now;
        try {
            now = Stamp.of(CheckpointFiles.at(path));
        } catch (CheckpointException | UncheckedIOException e) {
            // A run whose folder is being changed: the next look will tell.
            return Optional.empty();
        }
        if (now.equals(read) || now.equals(Stamp.NONE)) {
            return Optional.empty();
        }
        return Optional.of(policy(CourtKind.ATARI));
    }

    /**
     * A policy that plays Pong.
     *
     * @param trained what a file says
     * @param name of the file, for errors and for the screen
     * @return a policy that fits
     * @throws PolicyException if it plays something else, or sees what a court does not show
     */
    static Policy of(io.github.gdxagents.agent.policy.Policy trained, String name) {
        if (trained.settings().isEmpty()) {
            throw new PolicyException(
                    name + " was trained on another game: it plays '" + trained.game() + "', not Pong");
        }
        AtariGame game;
        try {
            game = AtariGame.of(trained.settings());
        } catch (IllegalArgumentException e) {
            throw new PolicyException(name + " was trained on another game: " + e.getMessage(), e);
        }
        if (game.observation().readsMemory()) {
            throw new PolicyException(name + " sees the emulator's memory, expected a policy that plays from pixels");
        }
        if (!game.fits(trained.network().spec())) {
            int actions = game.protocol().actions().size();
            int inputs = game.observation().size(actions);
            throw new PolicyException(name + " chooses between "
                    + trained.actions().choices() + " actions from "
                    + trained.observations().inputs() + " inputs, expected " + actions + " and " + inputs);
        }
        return new Policy(trained.network(), game, name);
    }

    /** What tells one version of a file from the next. */
    private record Stamp(String name, long modified, long size) {

        static final Stamp NONE = new Stamp("", 0, -1);

        static Stamp of(Path file) {
            try {
                return new Stamp(
                        file.toString(), Files.getLastModifiedTime(file).toMillis(), Files.size(file));
            } catch (IOException e) {
                // Not there, or just being replaced: the next look will tell.
                return NONE;
            }
        }
    }
}
