package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What is played: a game, and how it is played as far as there is something to choose. */
public sealed interface Play permits AtariPlay, NamedPlay {

    /**
     * The game's name on the command line and in files.
     *
     * @return for example {@code pong}
     */
    String label();

    /**
     * What stands beside each score.
     *
     * @param choice how actions are chosen
     * @return for example {@code ALE Pong · skip 4 · sticky 0.25 · no-ops ≤ 30 · sampled}
     */
    String line(ActionChoice choice);

    /**
     * What was chosen about the game, as checkpoints keep it.
     *
     * @return names and values; empty if there is nothing to choose
     */
    Map<String, String> settings();

    /**
     * Whether names and values mean this play.
     *
     * @param settings anything
     * @return whether they do
     */
    boolean hasSettings(Map<String, String> settings);

    /**
     * Makes the environments that an agent is trained in.
     *
     * @param rom where the user says that the ROM is
     * @param watch over the games that come from elsewhere
     * @return a new environment at each call
     * @throws InputException if the game cannot be played
     * @throws io.github.gdxagents.headless.ale.AleException if it needs a ROM or an emulator, and there is none
     */
    EnvironmentFactory training(Optional<Path> rom, StepWatch watch);

    /**
     * Makes the environments that a finished policy is scored in. It may stand still there, and see no change.
     *
     * @param rom where the user says that the ROM is
     * @param watch over the games that come from elsewhere
     * @return a new environment at each call
     * @throws InputException if the game cannot be played
     * @throws io.github.gdxagents.headless.ale.AleException if it needs a ROM or an emulator, and there is none
     */
    EnvironmentFactory scoring(Optional<Path> rom, StepWatch watch);

    /**
     * What an agent sees and may do; asks a copy of the game where that is the only way.
     *
     * @param watch over the games that come from elsewhere
     * @return the spaces
     */
    Spaces spaces(StepWatch watch);

    /**
     * What an agent sees, for people.
     *
     * @param spaces the play's own
     * @return a line
     */
    String seen(Spaces spaces);
}
