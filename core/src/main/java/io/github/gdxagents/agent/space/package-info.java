/**
 * What an agent sees and what it may do: the shapes of observations and actions, and the buffers that hold one of each. Field's term:
 * observation space and action space.
 */
@NullMarked
package io.github.gdxagents.agent.space;

import org.jspecify.annotations.NullMarked;
