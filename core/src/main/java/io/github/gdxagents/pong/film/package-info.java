/**
 * Pictures of matches as files, made without a screen: animated GIFs and numbered PNGs. The only home of {@code java.awt} and
 * {@code javax.imageio}, which never ask for a display here; a program with a window of its own sets the property
 * {@code java.awt.headless} to {@code true} before it makes the first film, since macOS has but one window system for both.
 */
@NullMarked
package io.github.gdxagents.pong.film;

import org.jspecify.annotations.NullMarked;
