/** Draws what is to be seen; changes nothing. */
@NullMarked
package io.github.gdxagents.desktop.view;

import org.jspecify.annotations.NullMarked;
