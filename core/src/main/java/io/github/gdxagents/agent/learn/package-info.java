/**
 * How an agent improves: environments, trajectories, returns, policy gradients, optimisers, and the loop around them.
 */
@NullMarked
package io.github.gdxagents.agent.learn;

import org.jspecify.annotations.NullMarked;
