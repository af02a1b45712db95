/** A lander that is to be set down on its pad: the second game, on Box2D. It knows nothing of agents; see docs/adr/0015-lander.md. */
@NullMarked
package io.github.gdxagents.lander;

import org.jspecify.annotations.NullMarked;
