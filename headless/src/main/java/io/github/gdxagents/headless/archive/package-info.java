/** Runs as they stand in their folders, finished or not: read only, also while another process works on them. */
@NullMarked
package io.github.gdxagents.headless.archive;

import org.jspecify.annotations.NullMarked;
