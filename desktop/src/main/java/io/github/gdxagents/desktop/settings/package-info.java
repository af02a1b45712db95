/** What a player chose, kept from one start of the program to the next. */
@NullMarked
package io.github.gdxagents.desktop.settings;

import org.jspecify.annotations.NullMarked;
