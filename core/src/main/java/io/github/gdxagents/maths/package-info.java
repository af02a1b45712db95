/** Functions that give the same numbers on every machine and allocate nothing. Knows neither agents nor games, so that both may use it. */
@NullMarked
package io.github.gdxagents.maths;

import org.jspecify.annotations.NullMarked;
