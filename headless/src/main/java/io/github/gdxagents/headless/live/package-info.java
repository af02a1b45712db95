/** A run as it is looked at while it trains: a page and metrics over HTTP, read only. */
@NullMarked
package io.github.gdxagents.headless.live;

import org.jspecify.annotations.NullMarked;
