package io.github.gdxagents.desktop.play;

import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.pong.atari.AtariGame;

/**
 * A trained policy that can play.
 *
 * @param network what it learned
 * @param game how it was trained: what it sees and does
 * @param name what to call it on screen, for example the file's name
 */
public record Policy(PolicyNetwork network, AtariGame game, String name) {}
