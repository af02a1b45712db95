/** Small tasks whose best scores are known: to see that an agent learns, and how fast. They know learning's interfaces and nothing of other games. */
@NullMarked
package io.github.gdxagents.classic;

import org.jspecify.annotations.NullMarked;
