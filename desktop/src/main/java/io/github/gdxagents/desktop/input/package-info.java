/** What people do with keys, mouse and gamepads, as players. */
@NullMarked
package io.github.gdxagents.desktop.input;

import org.jspecify.annotations.NullMarked;
