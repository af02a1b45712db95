package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.headless.ale.AleConnection;
import io.github.gdxagents.headless.ale.RomFile;
import io.github.gdxagents.headless.ale.RomLocator;
import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.AtariEnvironment;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.CourtConsole;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.player.MixedConsole;
import io.github.gdxagents.pong.player.OpponentConsole;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** The games of this project that {@code --env} can name: each of them Pong. Games of others are found by {@link FoundGames}. */
public enum Game {
    /** The real cartridge in the Arcade Learning Environment. */
    ALE("ale", "ALE Pong") {
        @Override
        public Supplier<AtariConsole> consoles(Optional<Path> rom) {
            RomFile found = RomLocator.ofThisMachine().find(rom).rom();
            return () -> AleConnection.open(found);
        }
    },
    /** The built-in court, equal to the cartridge frame by frame. */
    PONG("pong", "Built-in Atari Pong") {
        @Override
        public Supplier<AtariConsole> consoles(Optional<Path> rom) {
            return CourtConsole::new;
        }
    },
    /** The built-in court, where Atari's own player and trackers of different strengths are met. */
    MIXED("mixed", "Built-in Atari Pong (its own player, trackers)") {
        @Override
        public Supplier<AtariConsole> consoles(Optional<Path> rom) {
            return MixedConsole::onAtarisCourt;
        }
    },
    /** The court with real angles and spin, on which trackers of different strengths are met. */
    PHYSICS("physics", "Physics Pong (tracker, mixed)") {
        @Override
        public Supplier<AtariConsole> consoles(Optional<Path> rom) {
            return () -> OpponentConsole.againstTrackers(CourtKind.PHYSICS.create(false));
        }
    };

    private final String label;
    private final String title;

    Game(String label, String title) {
        this.label = label;
        this.title = title;
    }

    /**
     * Makes the consoles that this game is played on; looks for what they need first.
     *
     * @param rom where the user says that the ROM is; the built-in courts need none
     * @return a new console at each call
     * @throws io.github.gdxagents.headless.ale.AleException if there is no ROM, or no emulator for this machine
     */
    public abstract Supplier<AtariConsole> consoles(Optional<Path> rom);

    /**
     * Makes the environments that agents meet.
     *
     * @param atari how the game is played, and what the agent sees of it
     * @param rom where the user says that the ROM is
     * @return a new environment at each call
     * @throws InputException if the agent would see what this game does not show
     * @throws io.github.gdxagents.headless.ale.AleException if there is no ROM, or no emulator for this machine
     */
    public EnvironmentFactory environments(AtariGame atari, Optional<Path> rom) {
        if (atari.observation().readsMemory() && this != ALE) {
            throw new InputException(
                    "observation " + atari.observation() + " needs the emulator's memory: only --env ale has it");
        }
        Supplier<AtariConsole> consoles = consoles(rom);
        return () -> new AtariEnvironment(consoles.get(), atari);
    }

    /**
     * The game with a name.
     *
     * @param label as on the command line
     * @return the game
     * @throws InputException if there is none
     */
    public static Game named(String label) {
        return find(label)
                .orElseThrow(
                        () -> new InputException("env must be ale, pong, mixed or physics, but was '" + label + "'"));
    }

    /**
     * The game with a name, if it is one of these.
     *
     * @param label as on the command line
     * @return the game, or nothing
     */
    public static Optional<Game> find(String label) {
        return Arrays.stream(values()).filter(game -> game.label.equals(label)).findFirst();
    }

    /**
     * What it is.
     *
     * @return a few words
     */
    public String title() {
        return title;
    }

    /**
     * Whether this is Atari's game without the emulator, so that what was learned here can be held against the emulator.
     *
     * @return whether it is the built-in court, whoever plays there
     */
    public boolean isBuiltInAtari() {
        return this == PONG || this == MIXED;
    }

    /**
     * The name on the command line and in files.
     *
     * @return for example {@code ale}
     */
    public String label() {
        return label;
    }

    /**
     * What stands beside each score.
     *
     * @param atari how the game is played, and what the agent sees of it
     * @param choice how actions are chosen
     * @return for example {@code ALE Pong · skip 4 · sticky 0.25 · no-ops ≤ 30 · sampled}
     */
    public String protocolLine(AtariGame atari, ActionChoice choice) {
        return title + " · " + atari.protocol().line() + " · " + choice.label()
                + (atari.observation().readsMemory() ? " · from RAM" : "");
    }
}
