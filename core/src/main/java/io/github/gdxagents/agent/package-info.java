/**
 * The component a game holds: an {@link io.github.gdxagents.agent.Agent} takes an observation and gives an action. Knows no game.
 */
@NullMarked
package io.github.gdxagents.agent;

import org.jspecify.annotations.NullMarked;
