/** What fills the window: menu, match, result, replays. */
@NullMarked
package io.github.gdxagents.desktop.screen;

import org.jspecify.annotations.NullMarked;
