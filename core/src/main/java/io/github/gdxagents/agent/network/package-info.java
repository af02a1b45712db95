/**
 * The network: layers, activations, initial values, forward and backward passes, action distributions. The only home of ojAlgo.
 */
@NullMarked
package io.github.gdxagents.agent.network;

import org.jspecify.annotations.NullMarked;
