/** Matches as films, for whoever has something to do with them: a command, or a page about a run. */
@NullMarked
package io.github.gdxagents.headless.film;

import org.jspecify.annotations.NullMarked;
