/**
 * Pong as on the Atari 2600: the console, how it is played (skipped frames, sticky actions, random starts), the environment.
 */
@NullMarked
package io.github.gdxagents.pong.atari;

import org.jspecify.annotations.NullMarked;
