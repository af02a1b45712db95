/** Fonts, sounds and policies, and where they come from. */
@NullMarked
package io.github.gdxagents.desktop.asset;

import org.jspecify.annotations.NullMarked;
