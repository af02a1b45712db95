/**
 * The words of the game: two players, a court, a score, one tick (1/60 s) at a time. What the courts and players are made of is
 * in the packages beside and below.
 */
@NullMarked
package io.github.gdxagents.pong;

import org.jspecify.annotations.NullMarked;
