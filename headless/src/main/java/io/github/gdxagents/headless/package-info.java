/** The command line: arguments become work, an exception becomes a sentence and an exit code. */
@NullMarked
package io.github.gdxagents.headless;

import org.jspecify.annotations.NullMarked;
