/** The court with real angles and spin, on Box2D, whose only home this is. */
@NullMarked
package io.github.gdxagents.pong.box2d;

import org.jspecify.annotations.NullMarked;
