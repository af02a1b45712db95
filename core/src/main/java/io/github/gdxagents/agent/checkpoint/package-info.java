/**
 * A training run or a policy as one file: complete or absent, checked before it is believed. The only home of Kryo.
 */
@NullMarked
package io.github.gdxagents.agent.checkpoint;

import org.jspecify.annotations.NullMarked;
