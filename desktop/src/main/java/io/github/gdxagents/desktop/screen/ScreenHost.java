package io.github.gdxagents.desktop.screen;

import com.badlogic.gdx.graphics.g2d.Batch;
import io.github.gdxagents.desktop.asset.Sounds;
import io.github.gdxagents.desktop.asset.Ui;
import io.github.gdxagents.desktop.input.Gamepads;
import io.github.gdxagents.desktop.input.KeyBindings;
import io.github.gdxagents.desktop.play.MatchSession;
import io.github.gdxagents.desktop.play.PolicySource;
import io.github.gdxagents.desktop.play.Speed;
import io.github.gdxagents.desktop.view.Look;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.replay.Replay;
import java.nio.file.Path;

/** What screens need of the program around them. */
public interface ScreenHost {

    /**
     * What everything is drawn with.
     *
     * @return the program's own
     */
    Batch batch();

    /**
     * Fonts and styles.
     *
     * @return the program's own
     */
    Ui ui();

    /**
     * Sounds.
     *
     * @return the program's own
     */
    Sounds sounds();

    /**
     * Which key does what.
     *
     * @return the player's own
     */
    KeyBindings bindings();

    /**
     * Where the agent's policy comes from.
     *
     * @return what the command line said, or what ships with the program
     */
    PolicySource policies();

    /**
     * How courts look.
     *
     * @return the player's choice
     */
    Look look();

    /**
     * Changes how courts look, and remembers it.
     *
     * @param look the choice
     */
    void setLook(Look look);

    /**
     * The match that is set up in the menu.
     *
     * @return as it was left
     */
    MatchSetup setup();

    /**
     * Changes the match that is set up in the menu.
     *
     * @param setup as it is now
     */
    void setSetup(MatchSetup setup);

    /**
     * How fast matches begin.
     *
     * @return the speed
     */
    Speed speed();

    /**
     * Where replays are kept.
     *
     * @return a folder, which need not exist
     */
    Path replayFolder();

    /** Goes to the menu. */
    void showMenu();

    /** Begins to fly the lander: with a new seed, unless the command line named one. */
    void showLander();

    /** Has an agent learn to land, from nothing: with a new seed, unless the command line named one. */
    void showLearning();

    /** Goes to the list of replays. */
    void showReplays();

    /** Goes to where keys are changed. */
    void showControls();

    /**
     * Begins a match from the menu: with a new seed, unless the command line named one.
     *
     * @param setup who plays where
     */
    void showNewMatch(MatchSetup setup);

    /**
     * The gamepads of this computer.
     *
     * @return the program's own
     */
    Gamepads gamepads();

    /**
     * Begins a match.
     *
     * @param setup who plays where
     */
    void showMatch(MatchSetup setup);

    /**
     * Shows how a match ended.
     *
     * @param session the match, which the result screen closes
     * @param replay its recording
     */
    void showResult(MatchSession session, Replay replay);

    /**
     * Plays a recording back.
     *
     * @param replay what was recorded
     * @param name what to call it
     */
    void showReplay(Replay replay, String name);

    /**
     * Shows a sentence for some seconds, whatever screen there is.
     *
     * @param sentence to read
     */
    void tell(String sentence);

    /**
     * Shows a sentence for some seconds that nobody need find in a log.
     *
     * @param sentence to read
     */
    void hint(String sentence);

    /** Goes from the window to the whole screen, or back. */
    void toggleFullscreen();

    /** Ends the program. */
    void quit();
}
