/** Policies through libGDX's asset manager: the agent's only use of libGDX. */
@NullMarked
package io.github.gdxagents.agent.gdx;

import org.jspecify.annotations.NullMarked;
