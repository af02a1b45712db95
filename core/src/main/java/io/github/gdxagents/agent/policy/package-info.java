/**
 * A trained agent as a game ships it: the policy alone, in a small file of its own format. Reading and playing one needs neither the
 * trainer nor Kryo nor ojAlgo, no reflection and no files: bytes are enough.
 */
@NullMarked
package io.github.gdxagents.agent.policy;

import org.jspecify.annotations.NullMarked;
