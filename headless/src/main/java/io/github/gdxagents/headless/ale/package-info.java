/** The emulator and its cartridge: the only home of {@code org.bytedeco.ale}, and what checks the ROM before it. */
@NullMarked
package io.github.gdxagents.headless.ale;

import org.jspecify.annotations.NullMarked;
