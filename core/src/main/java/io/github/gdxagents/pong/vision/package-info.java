/**
 * What the agents see: the screen, and the small picture made of it.
 */
@NullMarked
package io.github.gdxagents.pong.vision;

import org.jspecify.annotations.NullMarked;
