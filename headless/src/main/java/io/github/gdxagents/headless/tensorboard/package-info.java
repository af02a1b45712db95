/** Runs as TensorBoard reads them: event files of its official messages. */
@NullMarked
package io.github.gdxagents.headless.tensorboard;

import org.jspecify.annotations.NullMarked;
