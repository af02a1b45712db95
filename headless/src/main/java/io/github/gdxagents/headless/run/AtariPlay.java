package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.vision.BallArrival;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * One of the Pongs.
 *
 * @param game which
 * @param atari how it is played, and what the agent sees of it
 */
public record AtariPlay(Game game, AtariGame atari) implements Play {

    @Override
    public String label() {
        return game.label();
    }

    @Override
    public String line(ActionChoice choice) {
        return game.protocolLine(atari, choice);
    }

    @Override
    public Map<String, String> settings() {
        return atari.settings();
    }

    @Override
    public boolean hasSettings(Map<String, String> settings) {
        return atari.hasSettings(settings);
    }

    @Override
    public EnvironmentFactory training(Optional<Path> rom, StepWatch watch) {
        return game.environments(atari, rom);
    }

    @Override
    public EnvironmentFactory scoring(Optional<Path> rom, StepWatch watch) {
        return game.environments(atari, rom);
    }

    @Override
    public Spaces spaces(StepWatch watch) {
        int actions = atari.protocol().actions().size();
        return new Spaces(
                ObservationSpec.features(atari.observation().size(actions)),
                ActionSpec.discrete(actions),
                BallArrival.KINDS);
    }

    @Override
    public String seen(Spaces spaces) {
        return atari.observation().toString();
    }
}
