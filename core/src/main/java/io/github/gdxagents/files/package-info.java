/** Files that are complete or absent, and which code a program is. Knows neither agents nor games, so that both may use it. */
@NullMarked
package io.github.gdxagents.files;

import org.jspecify.annotations.NullMarked;
