/** Matches that were played: the setup and every move, as a small file that plays the same match again. */
@NullMarked
package io.github.gdxagents.pong.replay;

import org.jspecify.annotations.NullMarked;
