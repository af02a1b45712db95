/**
 * All chance of the project: small generators, each made from the run's seed and the place where it is used.
 */
@NullMarked
package io.github.gdxagents.agent.random;

import org.jspecify.annotations.NullMarked;
