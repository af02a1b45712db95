/** A lander that is to be set down on its pad: the second game, on Box2D. What an agent sees and does there is {@code LanderTask}; see docs/adr/0015-lander.md. */
@NullMarked
package io.github.gdxagents.lander;

import org.jspecify.annotations.NullMarked;
