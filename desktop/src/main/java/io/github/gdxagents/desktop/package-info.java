/** The program with a window: its command line, and the application that owns assets and screens. */
@NullMarked
package io.github.gdxagents.desktop;

import org.jspecify.annotations.NullMarked;
