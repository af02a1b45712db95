package io.github.gdxagents.desktop;

import io.github.gdxagents.desktop.play.Speed;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.replay.Replay;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line asked for.
 *
 * @param setup the match that the menu offers, or that begins at once
 * @param fixedSeed whether the setup's seed was asked for; otherwise each match from the menu has a new one
 * @param startsMatch whether the match begins at once
 * @param replay a recording to play at once
 * @param policy a checkpoint or a run's folder; nothing for the policies that ship with the program
 * @param replays folder in which replays are kept
 * @param speed how fast matches begin
 * @param fullscreen whether the window fills the screen
 * @param exit whether the program ends with the match
 */
public record LaunchOptions(
        MatchSetup setup,
        boolean fixedSeed,
        boolean startsMatch,
        Optional<Replay> replay,
        Optional<Path> policy,
        Path replays,
        Speed speed,
        boolean fullscreen,
        boolean exit) {}
