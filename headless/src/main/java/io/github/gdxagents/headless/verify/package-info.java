/**
 * The built-in court held against the emulator: frame by frame, and by speed.
 */
@NullMarked
package io.github.gdxagents.headless.verify;

import org.jspecify.annotations.NullMarked;
