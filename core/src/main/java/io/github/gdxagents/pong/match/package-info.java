/** Who meets whom, and where: matches made from a few words and a seed. */
@NullMarked
package io.github.gdxagents.pong.match;

import org.jspecify.annotations.NullMarked;
