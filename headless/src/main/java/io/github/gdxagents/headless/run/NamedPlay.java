package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.agent.learn.EnvironmentProvider;
import io.github.gdxagents.agent.learn.LearnerConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A game that is found by its name on the class path, see {@link FoundGames}. It is looked for when it is needed, so that a run's
 * folder can be read without it.
 *
 * @param label its name
 */
public record NamedPlay(String label) implements Play {

    /** What the game's own numbers are called where others are called by their preset. */
    public static final String OWN = "own";

    @Override
    public String line(ActionChoice choice) {
        return label + " · " + choice.label();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public boolean hasSettings(Map<String, String> settings) {
        return settings.isEmpty();
    }

    @Override
    public EnvironmentFactory training(Optional<Path> rom, StepWatch watch) {
        return watch.over(label, provider(), false);
    }

    @Override
    public EnvironmentFactory scoring(Optional<Path> rom, StepWatch watch) {
        return watch.over(label, provider(), true);
    }

    @Override
    public Spaces spaces(StepWatch watch) {
        try (Environment game = scoring(Optional.empty(), watch).create()) {
            return Spaces.of(game);
        }
    }

    @Override
    public String seen(Spaces spaces) {
        return spaces.seen() + " · actions " + spaces.done();
    }

    /**
     * The hyper-parameters that the game itself proposes.
     *
     * @return all of them
     * @throws InputException if the game is not found, or proposes none
     */
    public LearnerConfig learner() {
        return FoundGames.asked(provider(), "learner", EnvironmentProvider::learner);
    }

    private EnvironmentProvider provider() {
        return FoundGames.named(label);
    }
}
