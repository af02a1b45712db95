/** Agents in gdx-ai's behaviour trees. gdx-ai is an optional dependency: a game that does not use it needs nothing of this package. */
@NullMarked
package io.github.gdxagents.agent.gdxai;

import org.jspecify.annotations.NullMarked;
