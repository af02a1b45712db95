/** Matches on the desktop without a window: made of words, run by time, recorded. */
@NullMarked
package io.github.gdxagents.desktop.play;

import org.jspecify.annotations.NullMarked;
