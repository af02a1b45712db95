/**
 * Training runs: what is to be done, the folder in which it happens, and what is told about it on the way.
 */
@NullMarked
package io.github.gdxagents.headless.run;

import org.jspecify.annotations.NullMarked;
