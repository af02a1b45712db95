/**
 * Pictures of matches as files, made without a screen: animated GIFs and numbered PNGs. The only home of {@code java.awt} and
 * {@code javax.imageio}, which never ask for a display here.
 */
@NullMarked
package io.github.gdxagents.pong.film;

import org.jspecify.annotations.NullMarked;
